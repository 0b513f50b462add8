import { createMiddleware } from 'hono/factory'
import { catalogue } from 'virtual:catalogue'

import { recognise } from '../accounts/identity.ts'
import { type Locale, locales } from '../courses/catalogue.ts'
import { openDatabase } from '../db/client.ts'
import { type Bindings, readSettings } from '../env.ts'
import type { Visit } from '../visit.ts'

export type App = { Bindings: Bindings; Variables: { visit: Visit; requestId: string } }

/** Opens the visit: settings, clock, language, database and who is asking. */
export const openVisit = createMiddleware<App>(async function openVisit(c, next) {
  const settings = readSettings(c.env)
  const headers = c.req.raw.headers
  const { db, trips } = openDatabase(settings, c.env)
  const { identity, unknown, setCookies, later } = await recognise(headers, settings, c.env)

  c.set('visit', {
    requestId: c.var.requestId,
    now: new Date(),
    locale: localeOf(c.req.path, headers.get('accept-language')),
    settings,
    bindings: c.env,
    catalogue,
    db,
    trips,
    learner: identity,
    learnerUnknown: unknown,
    headers,
    later: (work) =>
      c.executionCtx.waitUntil(work.catch((error: unknown) => console.error(laterLine(c.var.requestId, error)))),
  })
  await next()
  if (later) c.var.visit.later(later())
  // What the handler said of a cookie (signing out, a new name) stands; a renewed one must not come after it.
  const said = new Set(c.res.headers.getSetCookie().map(nameOf))
  for (const cookie of setCookies) if (!said.has(nameOf(cookie))) c.header('Set-Cookie', cookie, { append: true })
})

function nameOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='))
}

function laterLine(requestId: string, error: unknown): string {
  return JSON.stringify({ level: 'error', requestId, later: error instanceof Error ? error.message : 'failed' })
}

/** The path says the language; where it does not (`/`, the API) the browser's wish does. Swedish if nobody says. */
export function localeOf(path: string, acceptLanguage: string | null): Locale {
  const first = path.split('/')[1]
  const named = locales.find((locale) => locale === first)
  if (named) return named

  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='))
      return {
        locale: locales.find((locale) => tag.split('-')[0] === locale),
        q: quality ? Number(quality.slice(2)) : 1,
      }
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q)
  return wishes.find((wish) => wish.locale)?.locale ?? 'sv'
}
