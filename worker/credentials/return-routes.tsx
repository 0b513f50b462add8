import { Hono } from 'hono'

import { BadgeReturnedPage, BadgeReturnPage } from '../../web/pages/badges/badge-return-page.tsx'
import { urls } from '../../web/urls.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { findReturnable, returnBadge } from './return-badge.ts'
import { findCredential } from './store.ts'

/** The mailed link with which a badge is taken back whose account is gone. It holds for whoever has it. */
export const returnRoutes = new Hono<App>()

const badge = '/:l{(?:sv|en)}/badges/:award{[0-9a-f]{32}}'
const way = `${badge}/return/:proof{[0-9a-f]{32}}`

/** Changes nothing: mail scanners open links too. */
returnRoutes.get(way, async (c) => {
  const { award, proof } = c.req.param()
  const { visit } = c.var
  const { isHeld, name } = await findReturnable(visit, award, proof)
  if (isHeld) return c.redirect(urls.ownBadge(visit.locale, award), 303)
  return showPage(c, <BadgeReturnPage frame={frameOf(c)} badge={{ award, name: name[visit.locale] }} proof={proof} />)
})

returnRoutes.post(way, async (c) => {
  const { award, proof } = c.req.param()
  const { visit } = c.var
  const { isHeld } = await findReturnable(visit, award, proof)
  if (isHeld) return c.redirect(urls.ownBadge(visit.locale, award), 303)
  await returnBadge(visit, award, proof)
  return c.redirect(urls.badgeReturned(visit.locale, award), 303)
})

returnRoutes.get(`${badge}/returned`, async (c) => {
  const { award } = c.req.param()
  const { openDb, locale } = c.var.visit
  if (await findCredential(openDb, award)) return c.redirect(urls.badge(locale, award), 303)
  return showPage(c, <BadgeReturnedPage frame={frameOf(c)} />)
})
