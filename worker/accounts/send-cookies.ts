import type { Context } from 'hono'

import type { App } from '../http/open-visit.ts'

/** Hands on cookies as better-auth wrote them. */
export function sendCookies(c: Context<App>, cookies: string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}
