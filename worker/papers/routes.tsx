import { Hono } from 'hono'

import { operatorOf } from '../env.ts'
import { frameOf } from '../http/frame-of.ts'
import { keptBriefly } from '../http/kept-briefly.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { keptLines } from '../retention/kept.ts'
import { Refusal } from '../refusal.ts'
import { securityText } from './security-text.ts'

/** Who runs this installation, and what they promise. Few ask: the pages are loaded when somebody does. */
export const papers = new Hono<App>()

papers.get('/:l{(?:sv|en)}/about', keptBriefly, async (c) => {
  const { AboutPage } = await import('../../web/pages/papers/about-page.tsx')
  return showPage(c, <AboutPage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} kept={keptLines()} />)
})

papers.get('/:l{(?:sv|en)}/privacy', keptBriefly, async (c) => {
  const { NoticePage } = await import('../../web/pages/papers/notice-page.tsx')
  return showPage(c, <NoticePage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} kept={keptLines()} />)
})

papers.get('/:l{(?:sv|en)}/agreement', keptBriefly, async (c) => {
  const { AgreementPage } = await import('../../web/pages/papers/agreement-page.tsx')
  return showPage(c, <AgreementPage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} />)
})

papers.get('/:l{(?:sv|en)}/accessibility', keptBriefly, async (c) => {
  const { AccessibilityPage } = await import('../../web/pages/papers/accessibility-page.tsx')
  return showPage(c, <AccessibilityPage frame={frameOf(c)} operator={operatorOf(c.var.visit.settings)} />)
})

papers.get('/.well-known/security.txt', (c) => {
  const { settings, now } = c.var.visit
  const { CONTACT_EMAIL } = settings
  if (!CONTACT_EMAIL) throw new Refusal('not-found', 'nobody is named to write to')
  return c.text(securityText({ contact: CONTACT_EMAIL, address: settings.BASE_URL, now }))
})
