import type { Context } from 'hono'
import { CodePage, type CodePageProblem } from '../../web/pages/accounts/code-page.tsx'
import { LinkPage, SpentLinkPage } from '../../web/pages/accounts/link-page.tsx'
import { SignInPage, type SignInProblem } from '../../web/pages/accounts/sign-in-page.tsx'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { urls } from '../../web/urls.ts'
import { atTheDoor } from '../visit.ts'
import { browserOf, markBrowser } from './browser-cookie.ts'
import { readCodeState } from './codes/read-code.ts'
import { readCode } from './codes/rules.ts'
import { endSession, forgetfulCookies } from './end-session.ts'
import { faultStatus, formProblem, problemStatus } from './form-problem.ts'
import { Address, CodeForm, CodeQuery, SignInForm, SignInQuery } from './forms.ts'
import { requestCode } from './request-code.ts'
import { sendCookies } from './send-cookies.ts'
import { readLink, signInByCode, signInByLink } from './sign-in.ts'

export function showSignIn(c: Context<App>): Response | Promise<Response> {
  const { next } = SignInQuery.parse(c.req.query())
  return showPage(c, <SignInPage frame={lateFrameOf(c)} email="" next={next} />)
}

export async function receiveSignIn(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const form = SignInForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return answerSignIn(c, form, 'invalid')

  try {
    const { isNew } = await requestCode(visit, { email: email.data, browser: markBrowser(c), next: form.next })
    return c.redirect(
      urls.signInCode(visit.locale, { email: email.data, next: form.next, held: isNew ? undefined : '1' }),
      303,
    )
  } catch (error) {
    return answerSignIn(c, form, formProblem(error))
  }
}

/** How the code stands that this browser asked for. */
export async function showCode(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const { email, next, held } = CodeQuery.parse(c.req.query())
  const address = Address.safeParse(email)
  if (!address.success) return c.redirect(urls.signIn(visit.locale, next), 303)

  const use = { purpose: 'sign-in', subject: address.data, browser: browserOf(c) } as const
  const state = await readCodeState(visit, use)
  const page = 'fault' in state ? { problem: state } : { live: state, held }
  return showPage(c, <CodePage frame={lateFrameOf(c)} email={address.data} next={next} {...page} />)
}

export async function receiveCode(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const form = CodeForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return c.redirect(urls.signIn(visit.locale, form.next), 303)
  const code = readCode(form.code)
  if (!code) return answerCode(c, form, { fault: 'not-six' })

  const wish = { email: email.data, browser: browserOf(c), code }
  const outcome = await signInByCode(visit, wish).catch(unavailable)
  if ('fault' in outcome) return answerCode(c, { ...form, email: email.data }, outcome)
  sendCookies(c, outcome.setCookies)
  return c.redirect(form.next ?? urls.me(visit.locale), 303)
}

/** Names the account. Changes nothing: mail scanners open links too. */
export async function showLink(c: Context<App>): Promise<Response> {
  const { next } = SignInQuery.parse(c.req.query())
  const found = await readLink(atTheDoor(c.var.visit), c.req.param('secret')!)
  if (!found) return answerSpentLink(c, next)
  return showPage(
    c,
    <LinkPage frame={lateFrameOf(c)} email={found.email} secret={c.req.param('secret')!} next={next} />,
  )
}

export async function receiveLink(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const { next } = SignInQuery.parse(await readForm(c))
  const outcome = await signInByLink(visit, c.req.param('secret')!)
  if ('fault' in outcome) return answerSpentLink(c, next)

  sendCookies(c, outcome.setCookies)
  return c.redirect(next ?? urls.me(visit.locale), 303)
}

/** Works even when the database does not: the cookies go first. */
export async function receiveSignOut(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const { next } = SignInQuery.parse(await readForm(c).catch(() => ({})))
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  await endSession(visit)
  logEvent(visit, 'signed-out', { learner: visit.learner?.id })

  return c.redirect(next ?? urls.catalogue(visit.locale), 303)
}

function answerSignIn(c: Context<App>, { email, next }: SignInForm, problem: SignInProblem) {
  return showPage(
    c,
    <SignInPage frame={lateFrameOf(c)} email={email} next={next} problem={problem} />,
    problemStatus[problem],
  )
}

function answerCode(c: Context<App>, { email, code, next }: CodeForm, problem: CodePageProblem) {
  return showPage(
    c,
    <CodePage frame={lateFrameOf(c)} email={email} code={code} next={next} problem={problem} />,
    faultStatus[problem.fault],
  )
}

function answerSpentLink(c: Context<App>, next: string | undefined) {
  return showPage(c, <SpentLinkPage frame={lateFrameOf(c)} next={next} />, 410)
}

function unavailable(error: unknown): { fault: 'unavailable' } {
  const problem = formProblem(error)
  if (problem !== 'unavailable') throw error
  return { fault: problem }
}
