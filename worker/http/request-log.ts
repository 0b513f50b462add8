import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'

import { chance } from '../chance.ts'
import { noteSlow } from '../health/note-slow.ts'
import { logRequest, slowMs } from '../log.ts'
import type { App } from './open-visit.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * Names the request and writes one line about it: the route, never the address, so that no code, name or id is kept. The
 * time that it took is ours, without that of whoever sent its body.
 */
export const requestLog = createMiddleware<App>(async function requestLog(c, next) {
  const requestId = newRequestId()
  const began = Date.now()
  c.set('requestId', requestId)
  await next()
  // c.header() would make the answer anew, with a stream for its text.
  c.res.headers.set('X-Request-Id', requestId)

  const [{ method }, route, { visit, bodyMs = 0 }] = [c.req, routePath(c, -1), c.var]
  const ms = Date.now() - began - bodyMs
  logRequest({ requestId, method, route, status: c.res.status, ms, trips: visit?.trips.count ?? 0 })
  if (visit && ms > slowMs) visit.later(noteSlow(visit.openDb, `${method} ${readable(route)}`, { ms, now: visit.now }))
})

/** `/:l/join/:code`, without the patterns that its parts follow. */
function readable(route: string): string {
  return route.replaceAll(/\{[^/]*\}/g, '')
}

/** Short enough to read out over the telephone: `N-7F3KQ2XA`. */
function newRequestId(): string {
  let id = 'N-'
  for (let i = 0; i < 8; i += 1) id += alphabet[Math.floor(chance() * alphabet.length)]
  return id
}
