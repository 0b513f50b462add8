import { Hono } from 'hono'

import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { acceptedIssuers } from './issuer.ts'

/** The page only: checking is done in the browser. */
export const verifyRoutes = new Hono<App>()

verifyRoutes.get('/:l{(?:sv|en)}/verify', async (c) => {
  const { VerifyPage } = await import('../../web/pages/badges/verify-page.tsx')
  return showPage(c, <VerifyPage frame={frameOf(c)} issuers={acceptedIssuers(c.var.visit.settings)} />)
})
