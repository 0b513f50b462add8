import { type Context, Hono } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import type { EraseProblem } from '../../web/pages/accounts/erase-page.tsx'
import { StepUpPage } from '../../web/pages/accounts/step-up-page.tsx'
import { browserOf, markBrowser } from '../accounts/browser-cookie.ts'
import { readCode } from '../accounts/codes/rules.ts'
import { forgetfulCookies } from '../accounts/end-session.ts'
import { faultStatus, formProblem, problemStatus } from '../accounts/form-problem.ts'
import { readAddresses } from '../accounts/read-addresses.ts'
import { sendCookies } from '../accounts/send-cookies.ts'
import { askStepUp, type Deed, passStepUp, readStepUp } from '../accounts/step-up.ts'
import { selectInheritances } from '../companies/inheritances/store.ts'
import { frameOf } from '../http/frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { urls } from '../../web/urls.ts'
import { signedIn, type SignedInVisit } from '../visit.ts'
import { eraseAccount } from './erase-account.ts'
import { heldRoutes } from './held-routes.tsx'
import { showPrivacy } from './show-privacy.tsx'

export const privacy = new Hono<App>()

privacy.route('/', heldRoutes)

/** `to`: the address that is to get the code. */
const EraseForm = z.object({ sure: z.string().optional(), to: z.string().optional(), code: z.string().default('') })

privacy.get('/:l{(?:sv|en)}/me/privacy', showPrivacy)

const erase: Deed = { purpose: 'erase', subject: '' }

privacy.get('/:l{(?:sv|en)}/me/erasure', (c) => answerErasure(c, signedIn(c.var.visit)))

privacy.post('/:l{(?:sv|en)}/me/erasure', async (c) => {
  const visit = signedIn(c.var.visit)
  const { sure, to } = EraseForm.parse(await readForm(c))
  if (sure !== 'yes') return answerErasure(c, visit, 'unsure')

  try {
    const asked = await askStepUp(visit, erase, { browser: markBrowser(c), to })
    return c.redirect(urls.erasureCode(visit.locale, { to: asked.to, held: asked.isNew ? undefined : '1' }), 303)
  } catch (error) {
    return answerErasure(c, visit, formProblem(error))
  }
})

privacy.get('/:l{(?:sv|en)}/me/erasure/code', (c) => answerEraseCode(c, c.req.query('held') === '1'))

privacy.post('/:l{(?:sv|en)}/me/erasure/code', async (c) => {
  const visit = signedIn(c.var.visit)
  const { code: typed } = EraseForm.parse(await readForm(c))
  const code = readCode(typed)
  const by = code ? await passStepUp(visit, erase, { browser: browserOf(c), code }) : { fault: 'not-six' as const }
  if ('fault' in by) return answerEraseCode(c, false, { typed, problem: by })

  await eraseAccount(visit)
  logEvent(visit, 'account-erased', { learner: visit.learner.id })
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  return c.redirect(urls.erased(visit.locale), 303)
})

privacy.get('/:l{(?:sv|en)}/me/erasure/done', async (c) => {
  const { ErasedPage } = await erasePages()
  return showPage(c, <ErasedPage frame={frameOf(c)} />)
})

/** Asked for once in an account's life. */
const erasePages = () => import('../../web/pages/accounts/erase-page.tsx')

async function answerErasure(c: Context<App>, { db, learner }: SignedInVisit, problem?: EraseProblem) {
  const inherited = await selectInheritances(db, learner.id)
  const { ErasePage } = await erasePages()
  return showPage(
    c,
    <ErasePage frame={frameOf(c, 'me')} email={learner.email} inherited={inherited} problem={problem} />,
    problem ? problemStatus[problem] : 200,
  )
}

async function answerEraseCode(c: Context<App>, held: boolean, again?: { typed: string; problem: CodeProblem }) {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale } = visit
  const [known, live] = await Promise.all([readAddresses(db, learner.id), readStepUp(visit, erase, browserOf(c))])
  const to = known.find((address) => address === c.req.query('to')) ?? known[0] ?? learner.email
  return showPage(
    c,
    <StepUpPage
      frame={frameOf(c, 'me')}
      purpose="erase"
      subject=""
      to={to}
      ways={known.filter((address) => address !== to)}
      live={live}
      held={held}
      forms={{
        code: { action: urls.erasureCode(locale, { to }), hidden: {}, signsOut: true },
        again: { action: urls.erasure(locale), hidden: { sure: 'yes' } },
        back: urls.privacy(locale),
      }}
      code={again?.typed}
      problem={again?.problem}
    />,
    again ? faultStatus[again.problem.fault] : 200,
  )
}
