import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import type { CourseSummary } from '../../formats/catalogue/catalogue.ts'
import type { ExampleChoice } from '../../web/components/example-choice.tsx'
import { choiceCookies } from '../http/choice-cookies.ts'
import type { App } from '../http/open-visit.ts'

/** Kept in the browser alone: nobody's answers, progress or company know of it. */
const cookie = choiceCookies.examples
const year = 365 * 24 * 60 * 60
const everybody = 'all'

/**
 * The trade whose worked cases a page shows: `?for=bygg` chooses it, here and on later pages, and `?for=all` nobody's.
 * undefined is everybody's, which is what who never chose is shown.
 */
export function chosenVariant(c: Context<App>, { variants = {} }: CourseSummary): string | undefined {
  const asked = c.req.query('for')
  const known = (id: string | undefined) => (id !== undefined && Object.hasOwn(variants, id) ? id : undefined)
  if (asked === undefined) return known(getCookie(c, cookie))

  const chosen = known(asked)
  if (chosen !== undefined || asked === everybody) {
    const secure = c.var.visit.settings.BASE_URL.startsWith('https://')
    setCookie(c, cookie, chosen ?? everybody, { path: '/', maxAge: year, sameSite: 'Lax', secure, httpOnly: true })
  }
  return chosen
}

/** The choice that a page offers: the trades for which it has a text of its own, and everybody's first; none without. */
export function exampleChoice(
  { variants = {} }: CourseSummary,
  here: Record<string, unknown> | undefined,
  chosen: string | undefined,
  locale: 'sv' | 'en',
): ExampleChoice | undefined {
  if (!here) return undefined
  const trades = Object.keys(variants).filter((id) => Object.hasOwn(here, id))
  return {
    chosen: chosen !== undefined && trades.includes(chosen) ? chosen : everybody,
    trades: trades.map((id) => ({ id, name: variants[id]![locale] })),
    everybody,
  }
}
