import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import { randomId } from '../chance.ts'
import type { App } from '../http/open-visit.ts'
import { cookiePrefix } from './session-cookies.ts'
import { hourMs } from './rules.ts'

/** The mark of a browser that asked for a code, if it carries one: the code holds there alone. */
export function browserOf(c: Context<App>): string {
  const mark = getCookie(c, nameOf(c)) ?? ''
  return /^[0-9a-f]{32}$/.test(mark) ? mark : ''
}

/** The same for a browser that asks now; it keeps the mark for as long as its codes are counted. */
export function markBrowser(c: Context<App>): string {
  const mark = browserOf(c) || randomId()
  setCookie(c, nameOf(c), mark, {
    path: '/',
    maxAge: (2 * hourMs) / 1000,
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.visit.settings.BASE_URL.startsWith('https://'),
  })
  return mark
}

function nameOf(c: Context<App>): string {
  return `${cookiePrefix(c.var.visit.settings)}.browser`
}
