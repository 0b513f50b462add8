import type { Context } from 'hono'
import { routePath } from 'hono/route'

import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { urls } from '../../web/urls.ts'
import { addressOf } from './address-of.ts'
import { type App, localeOf } from './open-visit.ts'

type Params = Record<string, string>

const l = '/:l{(?:sv|en)}'
const badge = `${l}/courses/:course/badge`
const company = `${l}/companies/:company`
const ownBadge = `${l}/me/badges/:award{[0-9a-f]{32}}`
const at = (name: string) => (params: Params) => params[name] ?? ''

/**
 * The page that each POST belongs to, where it is not the GET page of the same address: for the language switch, the
 * theme, the way back after sign-in. A POST that is in neither place fails test/worker/posts.test.tsx.
 */
const pages: Record<string, (l: Locale, params: Params) => string> = {
  [`${l}/courses/:course/:lesson/answers/:question`]: (l, p) =>
    urls.question(l, at('course')(p), at('lesson')(p), at('question')(p)),
  [`${badge}/attempts`]: (l, p) => urls.badgeTest(l, at('course')(p)),
  [`${badge}/attempts/:attempt/submission`]: (l, p) => urls.attempt(l, at('course')(p), at('attempt')(p)),
  [`${l}/courses/:course/remarks`]: (l, p) => urls.course(l, at('course')(p)),
  [`${l}/authors/remarks/:id`]: (l) => urls.authors(l),
  [`${company}/log/files`]: (l, p) => urls.companyLog(l, at('company')(p)),
  [`${company}/invitations/list`]: (l, p) => urls.invitations(l, at('company')(p)),
  [`${company}/invitations/mail`]: (l, p) => urls.invitations(l, at('company')(p)),
  [`${company}/invitations/withdrawal`]: (l, p) => urls.invitations(l, at('company')(p)),
  [`${company}/papers/withdrawal`]: (l, p) => urls.papers(l, at('company')(p)),
  [`${company}/merger/withdrawal`]: (l, p) => urls.merger(l, at('company')(p)),
  [`${company}/move/refusal`]: (l) => urls.me(l),
  [`${company}/contact`]: (l, p) => urls.companySettings(l, at('company')(p)),
  [`${company}/members/:member/restoration`]: (l, p) => urls.members(l, at('company')(p)),
  [`${company}/teams/:team`]: (l, p) => urls.teams(l, at('company')(p)),
  [`${company}/terms/answer`]: (l, p) => urls.seen(l, at('company')(p)),
  [`${company}/shares`]: (l, p) => urls.seen(l, at('company')(p)),
  [`${ownBadge}/withdrawal`]: (l, p) => urls.ownBadge(l, at('award')(p)),
  [`${ownBadge}/publication`]: (l, p) => urls.ownBadge(l, at('award')(p)),
  [`${l}/badges/:award{[0-9a-f]{32}}/return/:proof{[0-9a-f]{32}}`]: (l, p) => urls.badge(l, at('award')(p)),
  [`${l}/kept/:id{[0-9a-f]{32}}`]: (l) => urls.keptForms(l),
  [`${l}/kept/:id{[0-9a-f]{32}}/disposal`]: (l) => urls.keptForms(l),
  [`${l}/me/held`]: (l) => urls.privacy(l),
  [`${l}/me/sessions`]: (l) => urls.me(l),
  [`${l}/me/ways/offer`]: (l) => urls.me(l),
  [`${l}/me/takeover`]: (l) => urls.me(l),
  [`${l}/sign-in/link/:secret{[0-9a-f]{32}}`]: (l) => urls.signIn(l),
  [`${l}/addresses/return/:secret{[0-9a-f]{32}}`]: (l) => urls.addresses(l),
  [`${l}/me/addresses/trial`]: (l) => urls.me(l),
  [`${l}/mails/off/:token{[\\w.-]+}/undo`]: (l, p) => urls.mailOff(l, at('token')(p)),
  [`${l}/sign-out`]: (l) => urls.catalogue(l),
  '/theme': (l) => urls.catalogue(l),
}

/** The address at which this page can be had again, with a GET: of a POST, the page that holds its form. */
export function pageOf(c: Context<App>): string {
  const { pathname, search } = addressOf(c.req.url) ?? new URL(c.req.url)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return pathname + search

  const route = routePath(c, -1)
  const page = pages[route]
  // No route at all: what is answered is an error, and the catalogue is where one starts again.
  if (route === '/*') return urls.catalogue(localeOf(c.req.path, null))
  return page ? page(localeOf(c.req.path, null), c.req.param() as Params) : pathname + search
}

/** The POST routes that name another page than their own. For the test. */
export const postsWithPages = Object.keys(pages)
