import type { Context } from 'hono'
import { z } from 'zod'

import { PapersPage } from '../../../web/pages/companies/papers/papers-page.tsx'
import { PaperSheetPage } from '../../../web/pages/companies/papers/paper-sheet-page.tsx'
import { urls } from '../../../web/urls.ts'
import { inBatch } from '../../db/in-batch.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { MomentField } from '../../http/moment-field.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { Refusal } from '../../refusal.ts'
import { signedIn } from '../../visit.ts'
import { makePapers, withdrawOne } from './make-papers.ts'
import type { PapersFault } from './rules.ts'
import { selectInviting, selectPapers } from './store.ts'

const PapersForm = z.object({
  names: z.string().default(''),
  team: z.string().max(100).default(''),
  behalf: z.string().optional(),
})

type PapersForm = z.infer<typeof PapersForm>

const Withdrawal = z.object({ code: z.string().max(40).default('') })

/** `made`: only those of one press; without it all. */
const Sheet = z.object({ made: MomentField.optional() })

export async function receivePapers(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const form = PapersForm.parse(await readForm(c))
  const company = c.req.param('company')!
  const outcome = await makePapers(visit, company, {
    names: form.names,
    team: form.team || undefined,
    onBehalf: form.behalf === 'yes',
  })
  if ('fault' in outcome) return answerPapers(c, form, outcome)
  return c.redirect(urls.paperSheet(visit.locale, company, outcome.madeAt?.getTime()), 303)
}

export async function showSheet(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner, now, settings } = visit
  const company = c.req.param('company')!
  const { made: madeAt } = Sheet.parse(c.req.query())
  const found = await inBatch(db, {
    ...selectInviting(db, company, learner.id),
    open: selectPapers(db, company, { learner: learner.id, now, madeAt }),
  })
  const [own] = found.companies
  if (!own) throw new Refusal('not-found', 'company')
  if (found.open.length === 0) return c.redirect(urls.papers(visit.locale, company), 303)
  return showPage(
    c,
    <PaperSheetPage
      frame={lateFrameOf(c, 'team')}
      company={{ id: company, name: own.name }}
      papers={found.open}
      baseUrl={settings.BASE_URL}
      isSome={madeAt !== undefined}
    />,
  )
}

export async function receiveWithdrawal(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = c.req.param('company')!
  await withdrawOne(visit, company, Withdrawal.parse(await readForm(c)).code)
  return c.redirect(urls.papers(visit.locale, company), 303)
}

export async function answerPapers(c: Context<App>, typed?: PapersForm, problem?: PapersFault): Promise<Response> {
  const { db, learner, now } = signedIn(c.var.visit)
  const company = c.req.param('company')!
  const { companies, teams, open } = await inBatch(db, {
    ...selectInviting(db, company, learner.id),
    open: selectPapers(db, company, { learner: learner.id, now }),
  })
  const [own] = companies
  if (!own) throw new Refusal('not-found', 'company')
  return showPage(
    c,
    <PapersPage
      frame={lateFrameOf(c, 'team')}
      company={{ id: company, name: own.name }}
      teams={teams}
      open={open}
      typed={typed ?? { names: '', team: '' }}
      problem={problem}
    />,
    problem ? 422 : 200,
  )
}
