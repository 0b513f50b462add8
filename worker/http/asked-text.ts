import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

import type { TextKind } from '../../formats/locales.ts'
import { textNamed } from '../../web/urls.ts'
import type { Settings } from '../env.ts'
import { choiceCookies } from './choice-cookies.ts'

/** Kept in the browser alone: no account and no company knows of it. */
const cookie = choiceCookies.text
const year = 365 * 24 * 60 * 60

/**
 * The words in which somebody reads Swedish: what the address says, else, where a page is read, what was chosen before.
 * What is sent from a page says in its address which words stood there, so that an answer is kept as it was shown; and
 * a program is told what it asks for.
 */
export function askedText(c: Context): TextKind {
  const named = textIn(c)
  if (named) return named
  return isReading(c) && getCookie(c, cookie) === 'easy' ? 'easy' : 'usual'
}

/** Keeps what an address chooses, for the pages that follow. */
export function keepText(c: Context, { BASE_URL }: Settings): void {
  const named = textIn(c)
  if (!named || !isReading(c) || (getCookie(c, cookie) ?? 'usual') === named) return
  const secure = BASE_URL.startsWith('https://')
  setCookie(c, cookie, named, { path: '/', maxAge: year, sameSite: 'Lax', secure, httpOnly: true })
}

function textIn(c: Context): TextKind | undefined {
  return textNamed(c.req.query('text'))
}

/** Only Swedish pages of courses have words to choose. */
function isReading(c: Context): boolean {
  return (c.req.method === 'GET' || c.req.method === 'HEAD') && c.req.path.startsWith('/sv/courses/')
}
