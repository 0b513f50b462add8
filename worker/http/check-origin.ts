import { createMiddleware } from 'hono/factory'

import { readSettings } from '../env.ts'
import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write comes from our own pages: the browser's `Sec-Fetch-Site` or `Origin` says so. Without either (programs,
 * no browser does that for a cross-site form) the session cookie's `SameSite=Lax` holds.
 */
export const checkOrigin = createMiddleware<App>(async function checkOrigin(c, next) {
  if (!safe.has(c.req.method) && !isOwn(c.req.raw, readSettings(c.env).BASE_URL)) {
    throw new Refusal('forbidden', 'another site sent this form')
  }
  await next()
})

function isOwn(request: Request, baseUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'

  const origin = request.headers.get('origin')
  if (!origin) return true
  return origin === new URL(request.url).origin || origin === new URL(baseUrl).origin
}
