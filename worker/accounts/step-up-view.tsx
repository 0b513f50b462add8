import type { Context } from 'hono'

import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import { type StepUpForms, StepUpPage } from '../../web/pages/accounts/step-up-page.tsx'
import type { Section } from '../../web/frame.ts'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { showPage } from '../http/show-page.ts'
import { signedIn } from '../visit.ts'
import { markBrowser } from './browser-cookie.ts'
import { faultStatus } from './form-problem.ts'
import { wishToPass } from './passkeys/options.ts'
import { type Deed, readStepUp } from './step-up.ts'
import { readWays } from './ways.ts'

export interface StepUpView {
  deed: Deed
  /** What it is done to, as the page names it. */
  subject: string
  /** The address that is to get the code, where one was chosen. */
  to?: string | undefined
  held?: boolean
  section?: Section
  /** With the address that the code went to, if it went to one. */
  formsFor: (to: string | undefined) => StepUpForms
  again?: { typed: { code?: string | undefined; card?: string | undefined }; problem: CodeProblem } | undefined
}

/** The page that asks for something to vouch for a deed: all that the account has. */
export async function answerStepUp(c: Context<App>, view: StepUpView): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner } = visit
  const browser = markBrowser(c)
  const [ways, live] = await Promise.all([readWays(db, learner.id), readStepUp(visit, view.deed, browser)])
  const to = ways.addresses.find((address) => address === view.to) ?? ways.addresses[0]
  const use = { ...view.deed, browser, account: learner.id }
  return showPage(
    c,
    <StepUpPage
      frame={lateFrameOf(c, view.section)}
      purpose={view.deed.purpose}
      subject={view.subject}
      to={to}
      ways={ways.addresses.filter((address) => address !== to)}
      passkey={ways.passkeys.length > 0 ? await wishToPass(visit, use, ways.passkeys) : undefined}
      hasCard={ways.card !== undefined}
      live={live}
      held={view.held ?? false}
      forms={view.formsFor(to)}
      typed={view.again?.typed}
      problem={view.again?.problem}
    />,
    view.again ? faultStatus[view.again.problem.fault] : 200,
  )
}
