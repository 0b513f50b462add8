import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import { MergedPage } from '../../web/pages/accounts/accounts-merged-page.tsx'
import { MergerCodePage } from '../../web/pages/accounts/account-merger-code-page.tsx'
import { MergerPage, type MergerProblem } from '../../web/pages/accounts/account-merger-page.tsx'
import { MergerPreviewPage } from '../../web/pages/accounts/account-merger-preview-page.tsx'
import { urls } from '../../web/urls.ts'
import { selectMergedSince } from '../accounts/account-merger/store.ts'
import { browserOf, markBrowser } from '../accounts/browser-cookie.ts'
import { readCode } from '../accounts/codes/rules.ts'
import { faultStatus, formProblem, problemStatus } from '../accounts/form-problem.ts'
import { Address } from '../accounts/forms.ts'
import { readAddresses } from '../accounts/read-addresses.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { askStepUp, type Deed } from '../accounts/step-up.ts'
import { selectAlive } from '../accounts/store.ts'
import { answerStepUp as showStepUp } from '../accounts/step-up-view.tsx'
import { onward, onwardAgain, vouch, VouchForm } from '../accounts/vouch.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'
import { mergeAccounts } from './merge-accounts.ts'
import { mergerView } from './merger-view.ts'
import { forgetProof, keepProof, proofIn } from './proof.ts'
import { proveAccount, readProofCode, requestProofCode } from './prove-account.ts'
import { readMerger } from './read-merger.ts'
import { type Proof, proofMinutes } from './rules.ts'

/** `to`: the address that is to get the code. */
const Fields = z.object({
  email: z.string().default(''),
  code: z.string().default(''),
  sure: z.string().optional(),
  to: z.string().optional(),
})

export function showMerger(c: Context<App>): Response | Promise<Response> {
  signedIn(c.var.visit)
  return showPage(c, <MergerPage frame={lateFrameOf(c, 'me')} />)
}

export async function receiveMerger(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { email: typed } = Fields.parse(await readForm(c))
  const email = Address.safeParse(typed)
  if (!email.success) return answerMerger(c, 'invalid', typed)
  if ((await readAddresses(visit.db, visit.learner.id)).includes(email.data)) return answerMerger(c, 'yours', typed)

  try {
    const { isNew } = await requestProofCode(visit, { email: email.data, browser: markBrowser(c) })
    return c.redirect(urls.accountMergerCode(visit.locale, { email: email.data, held: isNew ? undefined : '1' }), 303)
  } catch (error) {
    return answerMerger(c, formProblem(error), typed)
  }
}

export async function showCode(c: Context<App>): Promise<Response> {
  const { locale } = signedIn(c.var.visit)
  const email = Address.safeParse(c.req.query('email'))
  if (!email.success) return c.redirect(urls.accountMerger(locale), 303)
  return answerCode(c, email.data)
}

export async function receiveCode(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { email: named, code: typed } = Fields.parse(await readForm(c))
  const email = Address.safeParse(named)
  if (!email.success) return c.redirect(urls.accountMerger(visit.locale), 303)

  const code = readCode(typed)
  const wish = { email: email.data, browser: browserOf(c) }
  const outcome = code ? await proveAccount(visit, { ...wish, code }) : { fault: 'not-six' as const }
  // Pressed twice: the code is used, and this browser knows already what it showed.
  if ('fault' in outcome && (await proofIn(c))?.email === email.data)
    return c.redirect(urls.accountMergerPreview(visit.locale), 303)
  if ('fault' in outcome) return answerCode(c, email.data, { typed, problem: outcome })

  await keepProof(c, outcome)
  return c.redirect(urls.accountMergerPreview(visit.locale), 303)
}

export async function receivePreview(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { sure, to } = Fields.parse(await readForm(c))
  const proof = await proofIn(c)
  if (!proof) return answerLate(c)
  if (sure !== 'yes') return answerPreview(c, 'unsure')

  try {
    const asked = await askStepUp(visit, deedOf(proof), { browser: markBrowser(c), to })
    return c.redirect(
      urls.accountMergerStepUp(visit.locale, { to: asked.to, held: asked.isNew ? undefined : '1' }),
      303,
    )
  } catch (error) {
    return answerPreview(c, formProblem(error))
  }
}

export async function receiveStepUp(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const typed = VouchForm.parse(await readForm(c))
  const proof = await proofIn(c)
  if (!proof) return (await ifMerged(c, typed)) ?? answerLate(c)

  const by = await vouch(c, visit, deedOf(proof), typed)
  if ('fault' in by) return (await ifMerged(c, typed, proof)) ?? answerStepUp(c, { typed, problem: by })

  const outcome = await mergeAccounts(visit, proof)
  if (outcome === 'gone') return answerMerger(c, 'gone')
  forgetProof(c)
  sendCookies(c, outcome.setCookies)
  return c.redirect(onward(visit, by, urls.accountsMerged(visit.locale)), 303)
}

/** Where a merger leads to, when a press before, or the other of two at once, has made it: its code is used by then. */
async function ifMerged(c: Context<App>, typed: VouchForm, proof?: Proof): Promise<Response | undefined> {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale, now } = visit
  const since = new Date(now.getTime() - proofMinutes * 60_000)
  const [merged] = await selectMergedSince(db, learner.id, { account: proof?.account, since })
  return merged && c.redirect(onwardAgain(visit, typed, urls.accountsMerged(locale)), 303)
}

export function showMerged(c: Context<App>): Response | Promise<Response> {
  signedIn(c.var.visit)
  return showPage(c, <MergedPage frame={lateFrameOf(c, 'me')} />)
}

/** A code for one other account is none for another. */
function deedOf({ account }: Proof): Deed {
  return { purpose: 'merge', subject: account }
}

const mergerStatus = { ...problemStatus, gone: 409, late: 422 } as const

function answerMerger(c: Context<App>, problem: MergerProblem, email = '') {
  return showPage(c, <MergerPage frame={lateFrameOf(c, 'me')} email={email} problem={problem} />, mergerStatus[problem])
}

async function answerLate(c: Context<App>) {
  await selectAlive(signedIn(c.var.visit).db)
  return answerMerger(c, 'late')
}

async function answerCode(
  c: Context<App>,
  email: string,
  again?: { typed: string; problem: CodeProblem | { fault: 'nobody' } },
) {
  const visit = signedIn(c.var.visit)
  const live = await readProofCode(visit, { email, browser: browserOf(c) })
  const page = { email, live, held: c.req.query('held') === '1', code: again?.typed, problem: again?.problem }
  const fault = again?.problem.fault
  const status = fault === undefined ? 200 : fault === 'nobody' ? 409 : faultStatus[fault]
  return showPage(c, <MergerCodePage frame={lateFrameOf(c, 'me')} {...page} />, status)
}

export async function answerPreview(
  c: Context<App>,
  problem?: 'unsure' | 'too-many' | 'too-many-here' | 'unavailable',
) {
  const visit = signedIn(c.var.visit)
  const proof = await proofIn(c)
  if (!proof) return c.redirect(urls.accountMerger(visit.locale), 303)
  const merging = await readMerger(visit, proof.account)
  if (!merging) return answerMerger(c, 'gone')

  const view = mergerView(merging, visit.locale)
  return showPage(
    c,
    <MergerPreviewPage frame={lateFrameOf(c, 'me')} view={view} problem={problem} />,
    problem ? problemStatus[problem] : 200,
  )
}

export async function answerStepUp(c: Context<App>, again?: { typed: VouchForm; problem: CodeProblem }) {
  const { locale } = signedIn(c.var.visit)
  const proof = await proofIn(c)
  if (!proof) return c.redirect(urls.accountMerger(locale), 303)
  return showStepUp(c, {
    deed: deedOf(proof),
    subject: '',
    to: c.req.query('to'),
    held: c.req.query('held') === '1',
    section: 'me',
    formsFor: (to) => ({
      code: { action: urls.accountMergerStepUp(locale, { to }), hidden: {} },
      again: { action: urls.accountMergerPreview(locale), hidden: { sure: 'yes' } },
      back: urls.accountMergerPreview(locale),
    }),
    again,
  })
}
