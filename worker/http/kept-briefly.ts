import { createMiddleware } from 'hono/factory'
import { pageAssets } from 'virtual:page-assets'

import type { App } from './open-visit.ts'

/**
 * For pages that anybody may read: whoever comes without a session may keep one for a minute, so that going to and fro
 * between lessons asks for nothing. With any cookie more or less, a session's or a theme's, it is another page.
 */
export const keptBriefly = createMiddleware<App>(async function keptBriefly(c, next) {
  await next()
  const { headers, status } = c.res
  const hasSession = c.req.raw.headers.get('Cookie')?.includes('.session_token=') ?? false
  if (status !== 200 || hasSession || headers.has('Set-Cookie')) return
  // An author sees what was saved just now.
  if (pageAssets.authoring && pageAssets.authoring.length > 0) return
  headers.set('Cache-Control', 'private, max-age=60')
  headers.append('Vary', 'Cookie')
})
