import { type Context, Hono } from 'hono'

import { ErasedPage, ErasePage } from '../../web/pages/accounts/erase-page.tsx'
import { PrivacyPage } from '../../web/pages/accounts/privacy-page.tsx'
import { SeenByCompanies } from '../../web/pages/reports/seen-by-companies.tsx'
import { forgetfulCookies } from '../accounts/end-session.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { selectMemberships, selectStranded } from '../companies/store.ts'
import { operatorOf } from '../env.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { Refusal } from '../refusal.ts'
import { urls } from '../urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { eraseAccount } from './erase-account.ts'

export const privacy = new Hono<App>()

privacy.get('/:l{(?:sv|en)}/me/privacy', async (c) => {
  const { db, learner, locale, settings } = signedIn(c.var.visit)
  const mine = await selectMemberships(db, learner.id)
  const frame = frameOf(c, 'me')
  const companies = mine.map(({ company, name }) => ({ name, href: urls.seen(locale, company) }))
  const sharing = companies.length > 0 ? <SeenByCompanies frame={frame} companies={companies} /> : undefined
  return c.html(<PrivacyPage frame={frame} sharing={sharing} operator={operatorOf(settings)} />)
})

privacy.get('/:l{(?:sv|en)}/me/erasure', (c) => answerErasure(c, signedIn(c.var.visit)))

privacy.post('/:l{(?:sv|en)}/me/erasure', async (c) => {
  const visit = signedIn(c.var.visit)
  const { sure } = await readForm(c)
  if (sure !== 'yes') return answerErasure(c, visit, true)

  try {
    await eraseAccount(visit)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return answerErasure(c, visit)
    throw error
  }
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(urls.erased(visit.locale), 303)
})

privacy.get('/:l{(?:sv|en)}/me/erasure/done', (c) => c.html(<ErasedPage frame={frameOf(c)} />))

async function answerErasure(c: Context<App>, { db, learner }: SignedInVisit, isUnsure = false) {
  const stranded = await selectStranded(db, learner.id)
  return c.html(
    <ErasePage frame={frameOf(c, 'me')} email={learner.email} stranded={stranded} isUnsure={isUnsure} />,
    stranded.length > 0 ? 409 : isUnsure ? 422 : 200,
  )
}
