import { createMiddleware } from 'hono/factory'

import type { App } from './open-visit.ts'

const seconds = '2'

/** Whoever is told that we cannot right now is told when to ask again, whichever page or API says it. */
export const retryLater = createMiddleware<App>(async function retryLater(c, next) {
  await next()
  if (c.res.status === 503 && !c.res.headers.has('Retry-After')) c.res.headers.set('Retry-After', seconds)
})
