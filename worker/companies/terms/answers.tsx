import type { Context } from 'hono'
import { z } from 'zod'

import { TermsPage } from '../../../web/pages/companies/terms-page.tsx'
import type { CompanyFault } from '../../../web/pages/companies/company-fault.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { readChoice } from '../forms.ts'
import { findOwnPlace } from '../members/leave-company.ts'
import { answerTerms } from './answer-terms.ts'
import { changeTerms } from './change-terms.ts'
import { readTerms } from './read-terms.ts'

const VersionForm = z.object({
  share: z.string().default(''),
  courses: z.array(z.string().max(100)).max(100),
  version: z.coerce.number().int(),
})

const AnswerForm = z.object({ version: z.coerce.number().int(), answer: z.enum(['yes', 'no']) })

export async function receiveTerms(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const fields = await readForm(c, ['courses'])
  const known = visit.catalogue.courses.map((course) => course.id)
  const { typed, ticked, fault } = readChoice(fields, known)
  const again = { share: typed.share ?? '', ticked }
  if (fault) return showTerms(c, { ...again, fault: fault.courses }, 422)

  try {
    const made = await changeTerms(visit, company, VersionForm.parse(fields))
    return c.redirect(`${urls.terms(visit.locale, company)}?${made}=1`, 303)
  } catch (error) {
    const reason = reasonIn(error)
    if (reason === 'newer') return showTerms(c, { ...again, problem: 'newer' }, 409)
    if (reason === 'versions') return showTerms(c, { ...again, problem: 'too-many' }, 429)
    throw error
  }
}

export async function receiveAnswer(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const { version, answer } = AnswerForm.parse(await readForm(c))
  await findOwnPlace(visit, company)
  const isAnswered = await answerTerms(visit, company, { version, accept: answer === 'yes' })
  return c.redirect(`${urls.seen(visit.locale, company)}?terms=${isAnswered ? answer : 'newer'}#terms`, 303)
}

interface Again {
  share: string
  ticked: string[]
  fault?: CompanyFault | undefined
  problem?: 'newer' | 'too-many'
}

export async function showTerms(
  c: Context<App>,
  again?: Again,
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { catalogue, locale } = visit
  const company = c.req.param('company')!
  const terms = await readTerms(visit, company)
  const { courses } = terms.newest
  const chosen = again ?? { share: courses === 'all' ? 'all' : 'some', ticked: courses === 'all' ? [] : courses }
  return showPage(
    c,
    <TermsPage
      frame={lateFrameOf(c, 'team')}
      company={company}
      terms={terms}
      courses={catalogue.courses.map(({ id, title }) => ({ id, title: title[locale] }))}
      chosen={chosen}
      done={c.req.query('made') ? 'made' : c.req.query('same') ? 'same' : undefined}
    />,
    status,
  )
}
