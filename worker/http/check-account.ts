import { createMiddleware } from 'hono/factory'

import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

/**
 * A script sends what somebody did on a page whenever there is a net, and by then another person may be signed in on the
 * same computer. So it names the account its page was made for (nothing: nobody's), and nothing is taken for another one.
 */
export const checkAccount = createMiddleware<App>(async function checkAccount(c, next) {
  const named = c.req.header('x-account')
  const { learner, learnerUnknown } = c.var.visit
  if (named !== undefined && !learnerUnknown && named !== (learner?.id ?? '')) {
    throw new Refusal('conflict', 'another account')
  }
  await next()
})
