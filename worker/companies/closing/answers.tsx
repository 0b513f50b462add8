import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../../web/pages/accounts/code-fault.tsx'
import { ClosingPage, type ClosingProblem } from '../../../web/pages/companies/closing/closing-page.tsx'
import { ReopeningPage } from '../../../web/pages/companies/closing/reopening-page.tsx'
import { markBrowser } from '../../accounts/browser-cookie.ts'
import { formProblem, problemStatus } from '../../accounts/form-problem.ts'
import { askStepUp, type Deed } from '../../accounts/step-up.ts'
import { answerStepUp } from '../../accounts/step-up-view.tsx'
import { onward, onwardAgain, vouch, VouchForm } from '../../accounts/vouch.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { reasonIn } from '../../refusal.ts'
import { urls } from '../../../web/urls.ts'
import { signedIn } from '../../visit.ts'
import { closeCompany, findToClose } from './close-company.ts'
import { findClosedCompany, reopenCompany } from './reopen-company.ts'
import { isNamed, reopenUntil } from './rules.ts'
import { selectClosedCompany } from './store.ts'
import { unlessDone } from '../unless-done.ts'

const NameForm = z.object({ company: z.string().default(''), to: z.string().optional() })

const CodeForm = VouchForm.extend({ to: z.string().optional() })

const deedOf = (company: string): Deed => ({ purpose: 'close-company', subject: company })

export async function receiveClosing(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const form = NameForm.parse(await readForm(c))
  const { name } = await findToClose(visit, id)
  if (!isNamed(form.company, name)) return showClosing(c, { typed: form.company, problem: 'name' })

  try {
    const asked = await askStepUp(visit, deedOf(id), { browser: markBrowser(c), to: form.to })
    const page = { to: asked.to, held: asked.isNew ? undefined : ('1' as const) }
    return c.redirect(urls.closingCode(visit.locale, id, page), 303)
  } catch (error) {
    return showClosing(c, { typed: form.company, problem: formProblem(error) })
  }
}

export function showClosingCode(c: Context<App>): Response | Promise<Response> {
  return showCode(c, { held: c.req.query('held') === '1' })
}

export async function receiveClosingCode(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  const { to, ...typed } = CodeForm.parse(await readForm(c))
  const work = async () => {
    await findToClose(visit, id)
    const by = await vouch(c, visit, deedOf(id), typed)
    // Of two presses at once the other has used the code, and with it the company is closed.
    if ('fault' in by) return (await ifClosed(c, typed)) ?? showCode(c, { typed, to, problem: by })

    await closeCompany(visit, id)
    return c.redirect(onward(visit, by, urls.reopening(visit.locale, id)), 303)
  }
  return unlessDone(work, { reasons: ['company'], done: () => ifClosed(c, typed) })
}

/** Where closing leads to, for those who owned a company that is closed. */
async function ifClosed(c: Context<App>, typed: VouchForm): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const [found] = await selectClosedCompany(visit.db, c.req.param('company')!, visit.learner.id)
  const page = urls.reopening(visit.locale, c.req.param('company')!)
  return found?.closedAt ? c.redirect(onwardAgain(visit, typed, page), 303) : undefined
}

export async function receiveReopening(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const id = c.req.param('company')!
  try {
    await reopenCompany(visit, id)
  } catch (error) {
    if (reasonIn(error) === 'too-late') return showReopening(c, 409)
    throw error
  }
  return c.redirect(urls.company(visit.locale, id), 303)
}

export async function showClosing(
  c: Context<App>,
  again?: { typed: string; problem: ClosingProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const company = await findToClose(visit, c.req.param('company')!)
  const status = again ? (again.problem === 'name' ? 422 : problemStatus[again.problem]) : 200
  return showPage(
    c,
    <ClosingPage frame={lateFrameOf(c, 'team')} company={company} until={reopenUntil(visit.now)} again={again} />,
    status,
  )
}

async function showCode(
  c: Context<App>,
  again: { held: boolean } | { typed: VouchForm; to: string | undefined; problem: CodeProblem },
): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { locale } = visit
  const id = c.req.param('company')!
  const company = await findToClose(visit, id)
  return answerStepUp(c, {
    deed: deedOf(id),
    subject: company.name,
    to: 'to' in again ? again.to : c.req.query('to'),
    held: 'held' in again && again.held,
    section: 'team',
    formsFor: (to) => ({
      code: { action: urls.closingCode(locale, id), hidden: to ? { to } : {} },
      again: { action: urls.closing(locale, id), hidden: { company: company.name } },
      back: urls.closing(locale, id),
    }),
    again: 'problem' in again ? again : undefined,
  })
}

export async function showReopening(c: Context<App>, status: 200 | 409 = 200): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { id, name, closedAt, reopenUntil: until } = await findClosedCompany(visit, c.req.param('company')!)
  if (!closedAt) return c.redirect(urls.company(visit.locale, id), 303)
  return showPage(
    c,
    <ReopeningPage
      frame={lateFrameOf(c, 'team')}
      company={{ id, name, closedAt, until: until && until > visit.now ? until : undefined }}
      isLate={status === 409}
    />,
    status,
  )
}
