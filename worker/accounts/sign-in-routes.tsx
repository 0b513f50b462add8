import { type Context, Hono } from 'hono'

import type { CodePageFault } from '../../web/pages/accounts/code-fault.tsx'
import { CodePage } from '../../web/pages/accounts/code-page.tsx'
import { SignInPage, type SignInProblem } from '../../web/pages/accounts/sign-in-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import { readForm } from '../http/read-form.ts'
import type { App } from '../http/open-visit.ts'
import { urls } from '../urls.ts'
import { atTheDoor } from '../visit.ts'
import { endSession, forgetfulCookies } from './end-session.ts'
import { faultStatus, formProblem, problemStatus } from './form-problem.ts'
import { Address, CodeForm, SignInForm, SignInQuery } from './forms.ts'
import { requestCode } from './request-code.ts'
import { codeExpiry, readCode } from './rules.ts'
import { sendCookies } from './send-cookies.ts'
import { signIn } from './sign-in.ts'

export const signInRoutes = new Hono<App>()

signInRoutes.get('/:l{(?:sv|en)}/sign-in', (c) => {
  const { next } = SignInQuery.parse(c.req.query())
  return c.html(<SignInPage frame={frameOf(c)} email="" next={next} />)
})

signInRoutes.post('/:l{(?:sv|en)}/sign-in', async (c) => {
  const visit = atTheDoor(c.var.visit)
  const form = SignInForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return answerSignIn(c, form, 'invalid')

  try {
    await requestCode(visit, { email: email.data, next: form.next })
  } catch (error) {
    return answerSignIn(c, form, formProblem(error))
  }
  const query = new URLSearchParams({
    email: email.data,
    until: String(codeExpiry(visit.now).getTime()),
    ...(form.next ? { next: form.next } : {}),
  })
  return c.redirect(`${urls.signInCode(visit.locale)}?${query}`, 303)
})

/** Names the account and fills in the code. Changes nothing: mail scanners open links too. */
signInRoutes.get('/:l{(?:sv|en)}/sign-in/code', (c) => {
  const { email, ...query } = CodeForm.parse(c.req.query())
  const address = Address.safeParse(email)
  if (!address.success) return c.redirect(urls.signIn(c.var.visit.locale, query.next), 303)

  const code = readCode(query.code) ?? ''
  return c.html(<CodePage frame={frameOf(c)} email={address.data} code={code} until={query.until} next={query.next} />)
})

signInRoutes.post('/:l{(?:sv|en)}/sign-in/code', async (c) => {
  const visit = atTheDoor(c.var.visit)
  const form = CodeForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return c.redirect(urls.signIn(visit.locale, form.next), 303)
  const code = readCode(form.code)
  if (!code) return answerCode(c, form, { fault: 'not-six' })

  const outcome = await signIn(visit, { email: email.data, code }).catch(unavailable)
  if ('fault' in outcome) return answerCode(c, { ...form, email: email.data }, outcome)

  sendCookies(c, outcome.setCookies)
  return c.redirect(form.next ?? urls.me(visit.locale), 303)
})

/** Works even when the database does not: the cookies go first. */
signInRoutes.post('/:l{(?:sv|en)}/sign-out', async (c) => {
  const visit = atTheDoor(c.var.visit)
  sendCookies(c, forgetfulCookies(visit.settings))
  c.header('Clear-Site-Data', '"storage"')
  await endSession(visit)

  return c.redirect(urls.catalogue(visit.locale), 303)
})

function answerSignIn(c: Context<App>, { email, next }: SignInForm, problem: SignInProblem) {
  return c.html(<SignInPage frame={frameOf(c)} email={email} next={next} problem={problem} />, problemStatus[problem])
}

function answerCode(c: Context<App>, { email, code, until, next }: CodeForm, problem: CodePageFault) {
  return c.html(
    <CodePage frame={frameOf(c)} email={email} code={code} until={until} next={next} problem={problem} />,
    faultStatus[problem.fault],
  )
}

function unavailable(error: unknown): { fault: 'unavailable' } {
  const problem = formProblem(error)
  if (problem !== 'unavailable') throw error
  return { fault: problem }
}
