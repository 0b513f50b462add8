import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { catalogue } from 'virtual:catalogue'

import { recognise } from '../accounts/identity.ts'
import { whoCookie, whoIn, whoOf } from '../accounts/who.ts'
import { type Locale, locales } from '../../formats/catalogue/catalogue.ts'
import { openDatabase, openGuardedDatabase } from '../db/client.ts'
import { type Bindings, readSettings, type Settings } from '../env.ts'
import { logError } from '../log.ts'
import type { Visit } from '../visit.ts'
import { askedText, keepText } from './asked-text.ts'

export type App = {
  Bindings: Bindings
  /** Where there was a body: `bodyMs`, how long it was on its way; `isTooLarge`, that it was too large and is not there. */
  Variables: { visit: Visit; requestId: string; bodyMs: number | undefined; isTooLarge: boolean | undefined }
}

/** Opens the visit: settings, clock, language, database and who is asking. */
export const openVisit = createMiddleware<App>(async function openVisit(c, next) {
  const settings = readSettings(c.env)
  const headers = c.req.raw.headers
  // new Date() alone costs workerd thirty times as much.
  const now = new Date(Date.now())
  const { db: openDb, trips } = openDatabase(settings, c.env)
  const { identity, unknown, setCookies, later } = await recognise(headers, settings, c.env)
  const session = identity && { token: identity.sessionToken, learner: identity.id, now }

  c.set('visit', {
    requestId: c.var.requestId,
    now,
    locale: localeOf(c.req.path, headers.get('accept-language')),
    text: askedText(c),
    settings,
    bindings: c.env,
    catalogue,
    db: session ? openGuardedDatabase(settings, c.env, trips, session) : openDb,
    openDb,
    trips,
    learner: identity,
    learnerUnknown: unknown,
    method: c.req.method,
    headers,
    later: (work) =>
      c.executionCtx.waitUntil(work.catch((error: unknown) => logError(c.var.requestId, 'failed-later', error))),
  })
  keepText(c, settings)
  await next()
  if (later) c.var.visit.later(later())
  if (identity) await nameBrowser(c, settings, identity.id)
  // What the handler said of a cookie (signing out, a new name) stands; a renewed one must not come after it.
  const said = new Set(c.res.headers.getSetCookie().map(nameOf))
  for (const cookie of setCookies) if (!said.has(nameOf(cookie))) c.res.headers.append('Set-Cookie', cookie)
})

/** Lets the browser know whose it is, once: what is typed after the session has ended is kept for that person. */
async function nameBrowser(c: Context<App>, settings: Settings, learner: string): Promise<void> {
  const who = await whoOf(settings, learner)
  if (whoIn(c.req.raw.headers, settings) === who || c.res.headers.getSetCookie().some(isWho)) return
  c.res.headers.append('Set-Cookie', whoCookie(settings, who))
}

function isWho(cookie: string): boolean {
  return nameOf(cookie).endsWith('.who')
}

function nameOf(cookie: string): string {
  return cookie.slice(0, cookie.indexOf('='))
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
