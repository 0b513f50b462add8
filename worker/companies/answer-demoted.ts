import { createMiddleware } from 'hono/factory'

import type { App } from '../http/open-visit.ts'
import { refusalIn } from '../refusal.ts'
import { selectMemberships } from './store.ts'

/**
 * Whoever ran a company when the page was opened, and runs it no more when its form is sent, is told so: nothing was
 * changed. Strangers go on being told that there is no such page.
 */
export const answerDemoted = createMiddleware<App>(async (c, next) => {
  await next()
  const { db, learner } = c.var.visit
  if (c.req.method !== 'POST' || !learner || refusalIn(c.error)?.code !== 'not-found') return

  const company = c.req.param('company')
  const place = (await selectMemberships(db, learner.id)).find((membership) => membership.company === company)
  // An owner's role is none that ended: what they look for is not there.
  if (!place || place.role === 'owner') return
  const { showDemoted } = await import('./show-demoted.tsx')
  c.res = undefined
  c.res = showDemoted(c, place)
})
