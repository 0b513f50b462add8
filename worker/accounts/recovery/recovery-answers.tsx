import type { Context } from 'hono'
import { z } from 'zod'

import type { CodeProblem } from '../../../web/pages/accounts/code-fault.tsx'
import { CardPage } from '../../../web/pages/accounts/card-page.tsx'
import { RecoveryPage } from '../../../web/pages/accounts/recovery-page.tsx'
import { SignInByCardPage } from '../../../web/pages/accounts/sign-in-by-card-page.tsx'
import type { SignInProblem } from '../../../web/pages/accounts/sign-in-page.tsx'
import { urls } from '../../../web/urls.ts'
import { lateFrameOf } from '../../http/late-frame-of.ts'
import type { App } from '../../http/open-visit.ts'
import { MomentField } from '../../http/moment-field.ts'
import { readForm } from '../../http/read-form.ts'
import { showPage } from '../../http/show-page.ts'
import { logEvent } from '../../log.ts'
import { atTheDoor, signedIn, type SignedInVisit } from '../../visit.ts'
import { browserOf, markBrowser } from '../browser-cookie.ts'
import { faultStatus, formProblem, problemStatus } from '../form-problem.ts'
import { SignInQuery } from '../forms.ts'
import { relyingPartyOf } from '../passkeys/relying-party.ts'
import { sendCookies } from '../send-cookies.ts'
import { askStepUp, type Deed } from '../step-up.ts'
import { answerStepUp } from '../step-up-view.tsx'
import { isUnclaimed, vouch, VouchForm } from '../vouch.ts'
import { readWays } from '../ways.ts'
import { keepCard, makeCard, readNewCard } from './make-card.ts'
import { signInByCard } from './use-card.ts'

const replace: Deed = { purpose: 'replace-card', subject: '' }

const AskForm = z.object({ to: z.string().optional() })

/** `made`: which card was on the page, by the moment it was made. */
const KeptForm = SignInQuery.extend({ made: MomentField.optional() })

const CardSignIn = SignInQuery.extend({ card: z.string().default('') })

/** Makes a card, at once where nothing could vouch for the account yet, else after something has. */
export async function receiveRecovery(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { to } = AskForm.parse(await readForm(c))
  if (isUnclaimed(await readWays(visit.db, visit.learner.id))) return makeAndShow(c, visit)
  try {
    const asked = await askStepUp(visit, replace, { browser: markBrowser(c), to })
    const page = { to: asked.to, held: asked.isNew ? undefined : ('1' as const) }
    return c.redirect(urls.recoveryStepUp(visit.locale, page), 303)
  } catch (error) {
    return answerRecovery(c, formProblem(error))
  }
}

export function showConfirmation(c: Context<App>): Response | Promise<Response> {
  signedIn(c.var.visit)
  return answerConfirmation(c)
}

export async function receiveConfirmation(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const typed = VouchForm.parse(await readForm(c))
  const by = await vouch(c, visit, replace, typed)
  if ('fault' in by) return answerConfirmation(c, { typed, problem: by })
  // The card that vouched is used up, and the next one is there already.
  if ('way' in by && by.way === 'card') return c.redirect(urls.recoveryCard(visit.locale), 303)
  return makeAndShow(c, visit)
}

export async function showCard(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { next } = SignInQuery.parse(c.req.query())
  const { db, learner, locale, settings } = visit
  const [code, ways] = await Promise.all([readNewCard(visit, browserOf(c)), readWays(db, learner.id)])
  if (code === undefined) return c.redirect(next ?? urls.recovery(locale), 303)
  return showPage(
    c,
    <CardPage
      frame={lateFrameOf(c, 'me')}
      code={code}
      madeAt={ways.card?.createdAt ?? visit.now}
      address={`${settings.BASE_URL}${urls.signInByCard(locale)}`}
      hasAddress={ways.addresses.length > 0}
      offersPasskey={ways.passkeys.length === 0 && relyingPartyOf(settings) !== undefined}
      next={next}
    />,
  )
}

export async function receiveCard(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { next, made } = KeptForm.parse(await readForm(c))
  if (made) await keepCard(visit, made)
  return c.redirect(next ?? urls.recovery(visit.locale), 303)
}

export function showSignIn(c: Context<App>): Response | Promise<Response> {
  const { next } = SignInQuery.parse(c.req.query())
  markBrowser(c)
  return showPage(c, <SignInByCardPage frame={lateFrameOf(c)} next={next} />)
}

export async function receiveSignIn(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const { next, card } = CardSignIn.parse(await readForm(c))
  const outcome = await signInByCard(visit, { typed: card, browser: markBrowser(c) })
  if ('fault' in outcome) {
    const page = <SignInByCardPage frame={lateFrameOf(c)} next={next} card={card} problem={outcome} />
    return showPage(c, page, faultStatus[outcome.fault])
  }
  sendCookies(c, outcome.setCookies)
  return c.redirect(urls.recoveryCard(visit.locale, next ?? urls.me(visit.locale)), 303)
}

async function makeAndShow(c: Context<App>, visit: SignedInVisit): Promise<Response> {
  await makeCard(visit, markBrowser(c))
  logEvent(visit, 'card-made', { learner: visit.learner.id })
  return c.redirect(urls.recoveryCard(visit.locale), 303)
}

export async function answerRecovery(c: Context<App>, problem?: Exclude<SignInProblem, 'invalid'>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const [code, { card }] = await Promise.all([readNewCard(visit, browserOf(c)), readWays(visit.db, visit.learner.id)])
  return showPage(
    c,
    <RecoveryPage
      frame={lateFrameOf(c, 'me')}
      card={card}
      canShow={code !== undefined}
      account={visit.learner.id}
      problem={problem}
    />,
    problem ? problemStatus[problem] : 200,
  )
}

function answerConfirmation(c: Context<App>, again?: { typed: VouchForm; problem: CodeProblem }): Promise<Response> {
  const { locale } = c.var.visit
  return answerStepUp(c, {
    deed: replace,
    subject: '',
    to: c.req.query('to'),
    held: c.req.query('held') === '1',
    section: 'me',
    formsFor: (to) => ({
      code: { action: urls.recoveryStepUp(locale, { to }), hidden: {} },
      again: { action: urls.recovery(locale), hidden: {} },
      back: urls.recovery(locale),
    }),
    again,
  })
}
