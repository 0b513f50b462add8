import { createMiddleware } from 'hono/factory'

import { readSettings } from '../env.ts'
import type { App } from './open-visit.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/**
 * The same headers on every answer. Referrer-Policy is `same-origin`, not `no-referrer`: with that a plain form's
 * POST carries `Origin: null`, and the origin check would refuse every form without JavaScript.
 */
export const securityHeaders = createMiddleware<App>(async function securityHeaders(c, next) {
  await next()
  const { headers } = c.res
  headers.set('Content-Security-Policy', policy)
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'same-origin')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (readSettings(c.env).BASE_URL.startsWith('https://')) {
    headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
})
