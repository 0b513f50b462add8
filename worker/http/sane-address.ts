import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import { addressOf } from './address-of.ts'
import type { App } from './open-visit.ts'

/**
 * Control characters and halves of a character belong in no address of ours: they would come back in headers and log
 * lines. Nor does a part that begins with a colon: written as a route's own pattern is, it matches that without a value.
 */
export const saneAddress = createMiddleware<App>(async function saneAddress(c, next) {
  const address = addressOf(c.req.url)
  if (!address) throw new Refusal('invalid', 'not an address')
  if (!isText(address.pathname)) throw new Refusal('not-found', 'no such page')
  await next()
})

function isText(pathname: string): boolean {
  try {
    return !/[\p{Cc}\u2028\u2029\uFFFD]|\/:/u.test(decodeURIComponent(pathname))
  } catch {
    return false
  }
}
