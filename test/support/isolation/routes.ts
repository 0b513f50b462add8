import type { MarkedIds } from './marked-rows.ts'
import { type Viewer, viewers } from './world.ts'

/**
 * Of every route: who may, with the status they get, and who may not. Nobody signed in (`signedOut`, and `erased` with
 * the cookie of an account that is gone) is sent to sign in, or told so, unless a row is everybody's. Whoever is not
 * named gets `refused`.
 */
export interface RouteRow {
  may: Partial<Record<Viewer, number>>
  /** What others get; and whoever is not signed in, where a route is for nobody by its name alone. */
  refused: number
  /** It asks nobody who they are: whoever is not signed in gets what a stranger gets. */
  isOpen: boolean
  /** It is meant to change rows that are not only those of whoever presses. */
  changes: boolean
  /** Tables in which something is counted in passing. */
  counts: readonly string[]
  /** Ids other than the marked learner's and the code for everybody: of somebody just removed, a code for one. */
  of: 'removed' | 'single' | 'closed' | undefined
  /** What is sent, where it is not what test/support/world.ts sends. */
  form: ((ids: MarkedIds) => Record<string, string>) | undefined
  /** Queries with which the route shows more, and the status whoever may gets then. */
  also: Record<string, number>
}

type More = Partial<Pick<RouteRow, 'changes' | 'counts' | 'of' | 'also' | 'refused' | 'form'>> & {
  but?: Partial<Record<Viewer, number>>
}

const belongs: readonly Viewer[] = ['member', 'teamManager', 'noAddress', 'manager', 'owner', 'self']
const runs: readonly Viewer[] = ['manager', 'owner']
const hasAccount = viewers.filter((viewer) => viewer !== 'signedOut' && viewer !== 'erased')

function row(who: readonly Viewer[], status: number, isOpen: boolean, { but = {}, ...more }: More): RouteRow {
  const may = { ...Object.fromEntries(who.map((viewer) => [viewer, status])), ...but }
  return { may, refused: 404, isOpen, changes: false, counts: [], of: undefined, form: undefined, also: {}, ...more }
}
const everybody = (status = 200, more: More = {}) => row(viewers, status, true, more)
const nobody = (status = 404) => row([], status, true, { refused: status })
const signedIn = (status = 200, more: More = {}) => row(hasAccount, status, false, more)
const only = (who: readonly Viewer[], status = 200, more: More = {}) => row(who, status, false, more)

/** It shows a name that the signed cookie holds for five minutes, and asks the database nothing. */
const fromCookie: More = { but: { erased: 200 } }

const company = '/:l/companies/:company'
const companyApi = '/api/v1/companies/:company'
const attempt = '/:l/courses/:course/badge/attempts/:attempt'

/** What anybody may read. */
const reading: Record<string, RouteRow> = {
  'GET /healthz': everybody(),
  // Without a scheduled run it is not ready, and says no more than that.
  'GET /readyz': everybody(503),
  'GET /metrics': nobody(),
  'GET /': everybody(302),
  'POST /theme': everybody(303),
  'GET /dev/outbox': nobody(),
  'GET /api/v1/openapi.json': everybody(),
  'GET /api/v1/courses': everybody(),
  'GET /api/v1/courses/:course': everybody(),
  'GET /api/v1/competences': everybody(),
  'GET /api/v1/courses/:course/lessons/:lesson': everybody(),
  'POST /api/mail-events': nobody(),
  'GET /.well-known/security.txt': nobody(),
  'GET /.well-known/did.json': nobody(),
  'GET /:l': everybody(),
  'GET /:l/about': everybody(),
  'GET /:l/privacy': everybody(),
  'GET /:l/information': everybody(),
  'GET /:l/agreement': everybody(),
  'GET /:l/accessibility': everybody(),
  'GET /:l/competences': everybody(),
  'GET /:l/verify': everybody(),
  'GET /:l/paths/starter': everybody(),
  'GET /:l/paths/:path': everybody(),
  'GET /:l/courses/:course': everybody(),
  'GET /:l/courses/:course/artefact': everybody(),
  'GET /:l/courses/:course/:lesson': everybody(),
  'GET /:l/courses/:course/:lesson/answers/:question': everybody(303),
  'GET /:l/remarks/thanks': everybody(),
  'POST /:l/courses/:course/remarks': everybody(303),
  'GET /status/:list': nobody(),
  'GET /achievements/:file': nobody(),
  'GET /achievements/:badge/:version?': nobody(),
}

/** A badge that its holder publishes, and the ways to one's own. */
const badges: Record<string, RouteRow> = {
  'GET /:l/badges/:award': everybody(),
  'GET /:l/badges/:award/certificate': everybody(),
  'GET /:l/badges/:award/certificate.pdf': everybody(),
  'GET /badges/:file': everybody(),
  'GET /:l/badges/:award/returned': everybody(303),
  'GET /:l/badges/:award/return/:proof': nobody(),
  'POST /:l/badges/:award/return/:proof': nobody(),
  'GET /:l/me/badges.zip': signedIn(),
  'GET /:l/me/badges/:award': only(['self']),
  'POST /:l/me/badges/:award': only(['self'], 303),
  'POST /:l/me/badges/:award/withdrawal': only(['self'], 303),
  'POST /:l/me/badges/:award/publication': only(['self'], 303),
}

/** What somebody learns: nobody else's. */
const learning: Record<string, RouteRow> = {
  'GET /api/v1/progress': signedIn(),
  'PUT /api/v1/courses/:course/lessons/:lesson/answers/:id': everybody(),
  'GET /api/v1/courses/:course/attempts': signedIn(),
  'POST /api/v1/courses/:course/attempts': signedIn(201, { but: { self: 200 } }),
  'GET /api/v1/courses/:course/attempts/:id': only(['self']),
  'PUT /api/v1/courses/:course/attempts/:id/draft': only(['self'], 204),
  'PUT /api/v1/courses/:course/attempts/:id/submission': only(['self']),
  'GET /:l/courses/:course/badge': signedIn(),
  'POST /:l/courses/:course/badge/attempts': signedIn(303),
  [`GET ${attempt}`]: only(['self']),
  [`POST ${attempt}`]: only(['self'], 303),
  [`GET ${attempt}/hand-in`]: only(['self']),
  [`POST ${attempt}/hand-in`]: only(['self'], 303),
  [`POST ${attempt}/submission`]: only(['self'], 303),
  'POST /:l/courses/:course/:lesson/answers/:question': everybody(303, { but: { signedOut: 200 } }),
  'POST /:l/me/takeover': signedIn(),
  'GET /:l/authors': only(['author', 'self']),
  'POST /:l/authors/remarks/:id': only(['author', 'self'], 303, { changes: true }),
  'GET /:l/status': only(['author']),
}

const account: Record<string, RouteRow> = {
  'GET /:l/me': signedIn(),
  'GET /:l/me/privacy': signedIn(),
  'POST /:l/me/held': signedIn(),
  'GET /:l/me/receipts/:membership': only(['self']),
  'GET /:l/me/name': signedIn(200, fromCookie),
  'POST /:l/me/name': signedIn(303),
  'POST /:l/me/sessions': signedIn(303),
  'GET /:l/me/erasure': signedIn(),
  // It asks the database nothing: a cookie of the browser's own.
  'POST /:l/me/ways/offer': signedIn(303, { but: { erased: 303 } }),
  'GET /:l/me/recovery': signedIn(),
  'POST /:l/me/recovery': signedIn(303),
  'GET /:l/me/recovery/confirmation': signedIn(),
  'POST /:l/me/recovery/confirmation': signedIn(422),
  // Only the browser in which a card was made is shown it.
  'GET /:l/me/recovery/card': signedIn(303),
  'POST /:l/me/recovery/card': signedIn(303),
  'GET /:l/me/passkeys': signedIn(),
  'POST /:l/me/passkeys': signedIn(303),
  'GET /:l/me/passkeys/confirmation': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/passkeys/confirmation': signedIn(422),
  'GET /:l/me/passkeys/new': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/passkeys/new': signedIn(422),
  'GET /:l/sign-in/recovery': everybody(),
  'POST /:l/sign-in/recovery': everybody(422),
  'GET /:l/sign-in/passkey': everybody(),
  'POST /:l/sign-in/passkey': everybody(422),
  'GET /:l/companies/:company/papers': only(runs),
  'POST /:l/companies/:company/papers': only(runs, 303, { changes: true }),
  'GET /:l/companies/:company/papers/sheet': only(runs, 303),
  'POST /:l/companies/:company/papers/withdrawal': only(runs, 303, { changes: true }),
  'POST /:l/me/erasure': signedIn(303),
  'GET /:l/me/erasure/code': signedIn(),
  'POST /:l/me/erasure/code': signedIn(422),
  'GET /:l/me/erasure/done': everybody(),
  'GET /:l/me/addresses': signedIn(),
  'POST /:l/me/addresses': signedIn(303),
  'GET /:l/me/addresses/confirmation': everybody(303),
  'POST /:l/me/addresses/confirmation': signedIn(422),
  'GET /:l/me/addresses/code': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/addresses/code': signedIn(422),
  'POST /:l/me/addresses/trial': signedIn(200),
  // Nobody has shown here that a second account is theirs: each step leads back to the first.
  'GET /:l/me/merger': signedIn(200, fromCookie),
  'POST /:l/me/merger': signedIn(303),
  'GET /:l/me/merger/code': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/merger/code': signedIn(422),
  'GET /:l/me/merger/preview': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/merger/preview': signedIn(422, { but: { erased: 422 } }),
  'GET /:l/me/merger/confirmation': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/merger/confirmation': signedIn(422, { but: { erased: 422 } }),
  'GET /:l/me/merger/done': signedIn(200, fromCookie),
  'GET /:l/addresses/return/:secret': nobody(410),
  'POST /:l/addresses/return/:secret': nobody(410),
  'GET /:l/sign-in': everybody(),
  'POST /:l/sign-in': everybody(303),
  'GET /:l/sign-in/code': everybody(303),
  'POST /:l/sign-in/code': everybody(422, { but: { self: 303 } }),
  'GET /:l/sign-in/link/:secret': nobody(410),
  'POST /:l/sign-in/link/:secret': nobody(410),
  'POST /:l/sign-out': everybody(303),
  // The link in a letter holds for whoever has it, and turns off that kind of letter.
  'GET /:l/mails/off/:token': everybody(),
  'POST /:l/mails/off/:token': everybody(200, { changes: true }),
  'POST /:l/mails/off/:token/undo': everybody(),
  'GET /:l/kept': signedIn(303),
  'POST /:l/kept/:id': signedIn(303),
  'POST /:l/kept/:id/disposal': signedIn(303),
}

const companies: Record<string, RouteRow> = {
  'GET /api/v1/companies': signedIn(),
  'POST /api/v1/companies': signedIn(201),
  // With a live code, which is a secret of its own.
  'GET /api/v1/invitations/:code': everybody(),
  'POST /api/v1/invitations/:code/memberships': signedIn(201, { but: whoBelongs(200), counts: ['invitations'] }),
  [`GET ${companyApi}/members`]: only(runs, 200, { also: { '?limit=1': 200 } }),
  [`GET ${companyApi}/seen`]: only(belongs),
  [`POST ${companyApi}/invitations`]: only(runs, 201, { changes: true }),
  [`PATCH ${companyApi}/members/:member`]: only(['owner'], 204, { changes: true }),
  [`DELETE ${companyApi}/members/:member`]: only(runs, 204, { changes: true }),
  [`POST ${companyApi}/members/:member/restoration`]: only(runs, 204, { changes: true, of: 'removed' }),
  [`PUT ${companyApi}/shares`]: only(belongs, 204),
  [`DELETE ${companyApi}/membership`]: only(belongs, 204, { but: { owner: 409 } }),
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
  [`GET ${company}`]: only(runs, 200, { also: { '?manage=1': 200 } }),
  [`GET ${company}/seen`]: only(belongs, 200, { also: { '?joined=1': 200 } }),
  [`POST ${company}/shares`]: only(belongs, 303),
  [`GET ${company}/departure`]: only(belongs, 200, { but: { owner: 409 } }),
  [`POST ${company}/departure`]: only(belongs, 303, { but: { owner: 409 } }),
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

/** Inviting by a list, a mail or a link, for those who run the company. */
const inviting: Record<string, RouteRow> = {
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
const endings: Record<string, RouteRow> = {
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

export const routeRows: Record<string, RouteRow> = {
  ...reading,
  ...badges,
  ...learning,
  ...account,
  ...companies,
  ...inviting,
  ...endings,
}
