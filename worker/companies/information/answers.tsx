import type { Context } from 'hono'

import { operatorOf } from '../../env.ts'
import { frameOf } from '../../http/frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { showPage } from '../../http/show-page.ts'
import { Refusal } from '../../refusal.ts'
import { keptLines } from '../../retention/kept.ts'
import { signedIn } from '../../visit.ts'
import { selectInformation } from './store.ts'

const page = () => import('../../../web/pages/papers/information-page.tsx')

export async function showInformation(c: Context<App>): Promise<Response> {
  const { settings, now } = c.var.visit
  const { InformationPage } = await page()
  const paper = { operator: operatorOf(settings), kept: keptLines(), now }
  return showPage(c, <InformationPage frame={frameOf(c)} {...paper} />)
}

export async function showInformationOfCompany(c: Context<App>): Promise<Response> {
  const { db, learner, settings, now, catalogue, locale } = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const [found] = await selectInformation(db, { company: id, viewer: learner.id })
  if (!found) throw new Refusal('not-found', 'company')

  const { courses, ...company } = found
  const titles =
    courses === 'all'
      ? undefined
      : catalogue.courses.filter((course) => courses.includes(course.id)).map(({ title }) => title[locale])
  const { InformationPage } = await page()
  const paper = { operator: operatorOf(settings), kept: keptLines(), now }
  return showPage(
    c,
    <InformationPage frame={frameOf(c, 'team')} {...paper} company={{ id, ...company, courses: titles }} />,
  )
}
