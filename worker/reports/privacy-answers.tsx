import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import type { EraseProblem } from '../../web/pages/accounts/erase-page.tsx'
import { markBrowser } from '../accounts/browser-cookie.ts'
import { forgetfulCookies } from '../accounts/end-session.ts'
import { formProblem, problemStatus } from '../accounts/form-problem.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { askStepUp, type Deed } from '../accounts/step-up.ts'
import { answerStepUp } from '../accounts/step-up-view.tsx'
import { vouch, VouchForm } from '../accounts/vouch.ts'
import { selectInheritances } from '../companies/inheritances/store.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { eraseAccount } from './erase-account.ts'

/** `to`: the address that is to get the code. */
const EraseForm = z.object({ sure: z.string().optional(), to: z.string().optional() })

const erase: Deed = { purpose: 'erase', subject: '' }

export function showErasure(c: Context<App>): Promise<Response> {
  return answerErasure(c, signedIn(c.var.visit))
}

export async function receiveErasure(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { sure, to } = EraseForm.parse(await readForm(c))
  if (sure !== 'yes') return answerErasure(c, visit, 'unsure')

  try {
    const asked = await askStepUp(visit, erase, { browser: markBrowser(c), to })
    return c.redirect(urls.erasureCode(visit.locale, { to: asked.to, held: asked.isNew ? undefined : '1' }), 303)
  } catch (error) {
    return answerErasure(c, visit, formProblem(error))
  }
}

export function showErasureCode(c: Context<App>): Promise<Response> {
  return answerEraseCode(c, c.req.query('held') === '1')
}

export async function receiveErasureCode(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const typed = VouchForm.parse(await readForm(c))
  const by = await vouch(c, visit, erase, typed)
  if ('fault' in by) return answerEraseCode(c, false, { typed, problem: by })

  await eraseAccount(visit)
  logEvent(visit, 'account-erased', { learner: visit.learner.id })
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(urls.erased(visit.locale), 303)
}

export async function showErased(c: Context<App>): Promise<Response> {
  const { ErasedPage } = await erasePages()
  return showPage(c, <ErasedPage frame={lateFrameOf(c)} />)
}

/** Asked for once in an account's life. */
const erasePages = () => import('../../web/pages/accounts/erase-page.tsx')

async function answerErasure(c: Context<App>, { db, learner }: SignedInVisit, problem?: EraseProblem) {
  const inherited = await selectInheritances(db, learner.id)
  const { ErasePage } = await erasePages()
  return showPage(
    c,
    <ErasePage frame={lateFrameOf(c, 'me')} email={learner.email} inherited={inherited} problem={problem} />,
    problem ? problemStatus[problem] : 200,
  )
}

function answerEraseCode(c: Context<App>, held: boolean, again?: { typed: VouchForm; problem: CodeProblem }) {
  const { locale } = c.var.visit
  return answerStepUp(c, {
    deed: erase,
    subject: '',
    to: c.req.query('to'),
    held,
    section: 'me',
    formsFor: (to) => ({
      code: { action: urls.erasureCode(locale, { to }), hidden: {}, signsOut: true },
      again: { action: urls.erasure(locale), hidden: { sure: 'yes' } },
      back: urls.privacy(locale),
    }),
    again,
  })
}
