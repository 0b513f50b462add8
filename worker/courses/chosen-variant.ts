import type { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import type { CourseSummary } from '../../formats/catalogue/catalogue.ts'
import type { ExampleChoice } from '../../web/components/example-choice.tsx'
import type { Examples } from '../http/api-fields.ts'
import { choiceCookies } from '../http/choice-cookies.ts'
import type { App } from '../http/open-visit.ts'
import { Refusal } from '../refusal.ts'

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

/** The trade that a program asks for; 422 for one that the course does not know. */
export function variantAsked({ variants = {} }: CourseSummary, asked: string | undefined): string | undefined {
  if (asked !== undefined && !Object.hasOwn(variants, asked)) {
    throw new Refusal('invalid', 'no such trade', { for: 'unknown' })
  }
  return asked
}

/** The choice as programs are told of it. */
export function examplesTold(choice: ExampleChoice | undefined): z.infer<typeof Examples> {
  if (!choice) return null
  return { chosen: choice.chosen === everybody ? null : choice.chosen, trades: choice.trades }
}

/** A text as the chosen trade has it, or everybody's where it has none. */
export function textFor<Text>(trade: string | undefined, trades: Record<string, Text> | undefined, everybodys: Text): Text {
  return (trade !== undefined && trades?.[trade]) || everybodys
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
