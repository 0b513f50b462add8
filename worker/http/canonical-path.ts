import { createMiddleware } from 'hono/factory'

import type { App } from './open-visit.ts'

/**
 * A page that is not there under the address as it was typed (`/sv/`, `/SV`, capitals) is asked for under its own.
 * Only what nobody answered is looked at, so no address that works is ever changed.
 */
export const canonicalPath = createMiddleware<App>(async function canonicalPath(c, next) {
  await next()
  if (c.res.status !== 404 || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return

  const { pathname, search } = new URL(c.req.url)
  const canonical = canonicalOf(pathname)
  if (canonical !== pathname) c.res = c.redirect(canonical + search, 308)
})

/** The one spelling of a page's path; anything that is no page of a language stays as it is. */
function canonicalOf(path: string): string {
  if (!/^\/(sv|en)(\/|$)/i.test(path)) return path

  const segments = path.split('/').filter(Boolean)
  return `/${segments.map((segment, i) => (isCode(segments, i) ? segment : segment.toLowerCase())).join('/')}`
}

/** A join code is written in capitals, wherever it stands. */
function isCode(segments: string[], i: number): boolean {
  return ['join', 'invitations', 'mergers'].includes(segments[i - 1]?.toLowerCase() ?? '')
}
