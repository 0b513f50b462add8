import {
  belongs,
  company,
  companyApi,
  everybody,
  fromCookie,
  only,
  type RouteRow,
  runs,
  sees,
  signedIn,
} from './route-row.ts'
import type { Viewer } from './world.ts'

export const companies: Record<string, RouteRow> = {
  'GET /api/v1/companies': signedIn(),
  'POST /api/v1/companies': signedIn(201),
  // With a live code, which is a secret of its own.
  'GET /api/v1/invitations/:code': everybody(),
  'POST /api/v1/invitations/:code/memberships': signedIn(201, { but: whoBelongs(200), counts: ['invitations'] }),
  [`GET ${companyApi}/members`]: only(sees, 200, { also: { '?limit=1': 200 } }),
  [`GET ${companyApi}/seen`]: only(belongs),
  [`POST ${companyApi}/invitations`]: only(runs, 201, { changes: true }),
  [`PATCH ${companyApi}/members/:member`]: only(['owner'], 204, { changes: true }),
  [`DELETE ${companyApi}/members/:member`]: only(runs, 204, { changes: true }),
  [`POST ${companyApi}/members/:member/restoration`]: only(runs, 204, { changes: true, of: 'removed' }),
  [`PUT ${companyApi}/shares`]: only(belongs, 204),
  // Whoever has left is answered as they were then.
  [`DELETE ${companyApi}/membership`]: only([...belongs, 'former'], 204, { but: { owner: 409 } }),
  'GET /:l/companies': signedIn(303, { but: { stranger: 200, former: 200, author: 200 }, also: { '?all=1': 200 } }),
  'GET /:l/companies/new': signedIn(200, fromCookie),
  'POST /:l/companies/new': signedIn(303),
  'GET /join': everybody(302),
  'GET /:l/join': everybody(),
  'GET /:l/join/:code/decline': everybody(),
  // Of a code that is everybody’s nothing is kept of a no.
  'POST /:l/join/:code/decline': everybody(303),
  'GET /:l/join/:code': everybody(),
  'POST /:l/join/:code': signedIn(303, { counts: ['invitations'] }),
  [`GET ${company}`]: only(sees, 200, { also: { '?manage=1': 200 } }),
  [`GET ${company}/seen`]: only(belongs, 200, { also: { '?joined=1': 200 } }),
  [`POST ${company}/shares`]: only(belongs, 303),
  [`GET ${company}/departure`]: only(belongs, 200, { but: { owner: 409 } }),
  [`POST ${company}/departure`]: only([...belongs, 'former'], 303, { but: { owner: 409 } }),
  [`POST ${company}/invitations`]: only(runs, 303, { changes: true }),
  [`GET ${company}/invitations/:code`]: only(runs, 200, { of: 'single' }),
  [`GET ${company}/information`]: only(belongs),
  [`GET ${company}/settings`]: only(runs),
  [`POST ${company}/settings`]: only(['owner'], 303, { changes: true }),
  [`POST ${company}/contact`]: only(runs, 303, { changes: true }),
  [`GET ${company}/log`]: only(['owner']),
  [`POST ${company}/log/files`]: only(['owner']),
  [`GET ${company}/members/:member`]: only(runs),
  [`POST ${company}/members/:member`]: only(['owner'], 303, { changes: true }),
  [`GET ${company}/members/:member/removal`]: only(runs),
  [`POST ${company}/members/:member/removal`]: only(runs, 303, { changes: true }),
  [`POST ${company}/members/:member/restoration`]: only(runs, 303, { changes: true, of: 'removed' }),
  [`GET ${company}/members/:member/ownership`]: only(['owner'], 303),
  [`POST ${company}/members/:member/ownership`]: only(['owner'], 422),
}

/** Teams, what is shared, names, and giving the company away. */
export const running: Record<string, RouteRow> = {
  [`GET ${company}/members`]: only(sees),
  [`GET ${company}/teams`]: only(runs),
  [`POST ${company}/teams`]: only(runs, 303, { changes: true }),
  [`POST ${company}/teams/:team`]: only(runs, 303, { changes: true }),
  [`GET ${company}/teams/:team/ending`]: only(runs),
  [`POST ${company}/teams/:team/ending`]: only(runs, 303, { changes: true }),
  [`GET ${company}/terms`]: only(['owner']),
  [`POST ${company}/terms`]: only(['owner'], 303, { changes: true }),
  [`POST ${company}/terms/answer`]: only(belongs, 303),
  [`GET ${company}/name`]: only(belongs),
  [`POST ${company}/name`]: only(belongs, 303),
  [`GET ${company}/handover`]: only(['owner'], 303),
  [`POST ${company}/handover`]: only(['owner'], 303),
}

/** Inviting by a list, a mail or a link, for those who run the company. */
export const inviting: Record<string, RouteRow> = {
  [`GET ${company}/invitations`]: only(runs),
  [`POST ${company}/invitations/list`]: only(runs, 303),
  // A result that is not there any more leads back to the list.
  [`GET ${company}/invitations/results/:result`]: only(runs, 303),
  [`GET ${company}/invitations/results/:result/file`]: only(runs, 303),
  [`POST ${company}/invitations/mail`]: only(runs, 303, { form: ({ invited }) => ({ email: invited }) }),
  [`POST ${company}/invitations/withdrawal`]: only(runs, 303, {
    form: ({ invited }) => ({ email: invited }),
    changes: true,
  }),
  [`GET ${company}/invitations/closing`]: only(runs),
  [`POST ${company}/invitations/closing`]: only(runs, 303, { changes: true }),
  [`GET ${company}/invitations/poster`]: only(runs),
}

/** Closing, opening again, and two companies that become one. */
export const endings: Record<string, RouteRow> = {
  [`GET ${company}/closing`]: only(['owner']),
  [`POST ${company}/closing`]: only(['owner'], 303, { form: ({ name }) => ({ company: name }) }),
  [`GET ${company}/closing/code`]: only(['owner']),
  [`POST ${company}/closing/code`]: only(['owner'], 422),
  [`GET ${company}/reopening`]: only(['owner'], 200, { of: 'closed' }),
  [`POST ${company}/reopening`]: only(['owner'], 303, { of: 'closed', changes: true }),
  [`GET ${company}/merger`]: only(['owner']),
  [`POST ${company}/merger`]: only(['owner'], 303, { changes: true }),
  [`POST ${company}/merger/withdrawal`]: only(['owner'], 303, { changes: true }),
  // Whoever has the code is shown which company asks; only an owner of the one that is asked says yes.
  'GET /:l/mergers/:merger': signedIn(),
  'POST /:l/mergers/:merger': only(['owner'], 303, { refused: 409, changes: true }),
  // Who is in the company already is led to it.
  [`GET ${company}/move`]: only(belongs, 303, { but: { mover: 200 } }),
  [`POST ${company}/move`]: only([...belongs, 'mover'], 303),
  [`POST ${company}/move/refusal`]: only([...belongs, 'mover'], 303),
}

function whoBelongs(status: number): Partial<Record<Viewer, number>> {
  return Object.fromEntries(belongs.map((viewer) => [viewer, status]))
}
