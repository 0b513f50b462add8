import { companies, endings, inviting, running } from './company-routes.ts'
import { company, everybody, fromCookie, nobody, only, type RouteRow, runs, signedIn } from './route-row.ts'

const attempt = '/:l/courses/:course/badge/attempts/:attempt'

/** What anybody may read. */
const reading: Record<string, RouteRow> = {
  'GET /healthz': everybody(),
  'GET /readyz': everybody(),
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
  'POST /:l/me/ways/offer': signedIn(303),
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
  'POST /:l/companies/:company/papers': only(runs, 303),
  'GET /:l/companies/:company/papers/sheet': only(runs),
  'POST /:l/companies/:company/papers/withdrawal': only(runs, 303, {
    form: ({ paper }) => ({ code: paper }),
    changes: true,
  }),
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
  'POST /:l/me/merger/preview': signedIn(422),
  'GET /:l/me/merger/confirmation': signedIn(303, { but: { erased: 303 } }),
  'POST /:l/me/merger/confirmation': signedIn(422),
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

/** A press of somebody who ran the company when the page was opened, and does not any more: they are told so. */
function told(rows: Record<string, RouteRow>): Record<string, RouteRow> {
  // Whom a closed company belonged to is told to nobody else.
  const isPress = (name: string) => name.startsWith(`POST ${company}/`) && rows[name]!.of !== 'closed'
  return Object.fromEntries(
    Object.entries(rows).map(([name, each]) => [name, isPress(name) ? { ...each, barred: 403 } : each]),
  )
}

export const routeRows: Record<string, RouteRow> = told({
  ...reading,
  ...badges,
  ...learning,
  ...account,
  ...companies,
  ...running,
  ...inviting,
  ...endings,
})
