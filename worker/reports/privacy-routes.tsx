import { Hono } from 'hono'

import { PrivacyPage } from '../../web/pages/accounts/privacy-page.tsx'
import { SeenByCompanies } from '../../web/pages/reports/seen-by-companies.tsx'
import { selectMemberships } from '../companies/store.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'

export const privacy = new Hono<App>()

privacy.get('/:l{(?:sv|en)}/me/privacy', async (c) => {
  const { db, learner, locale } = signedIn(c.var.visit)
  const mine = await selectMemberships(db, learner.id)
  const frame = frameOf(c, 'me')
  const companies = mine.map(({ company, name }) => ({ name, href: urls.seen(locale, company) }))
  const sharing = companies.length > 0 ? <SeenByCompanies frame={frame} companies={companies} /> : undefined
  return c.html(<PrivacyPage frame={frame} sharing={sharing} />)
})
