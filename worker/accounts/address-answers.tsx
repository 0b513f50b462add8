import type { Context } from 'hono'

import { AddressCodePage } from '../../web/pages/accounts/address-code-page.tsx'
import type { AddressProblem } from '../../web/pages/accounts/address-forms.tsx'
import { AddressesPage } from '../../web/pages/accounts/addresses-page.tsx'
import { ReturnedPage, ReturnPage } from '../../web/pages/accounts/return-page.tsx'
import { TrialPage } from '../../web/pages/accounts/unreached-addresses.tsx'
import type { CodeProblem } from '../../web/pages/accounts/code-fault.tsx'
import { lateFrameOf } from '../http/late-frame-of.ts'
import type { App } from '../http/open-visit.ts'
import { readForm } from '../http/read-form.ts'
import { showPage } from '../http/show-page.ts'
import { logEvent } from '../log.ts'
import { urls } from '../../web/urls.ts'
import { atTheDoor, signedIn, type SignedInVisit } from '../visit.ts'
import { confirmAddress, requestAddressCode } from './add-address.ts'
import { browserOf, markBrowser } from './browser-cookie.ts'
import { readCode } from './codes/rules.ts'
import { faultStatus, formProblem, problemStatus } from './form-problem.ts'
import { Address, AddressCodeForm, AddressDeed, AddressForm } from './forms.ts'
import { recognise } from './identity.ts'
import { readAddresses } from './read-addresses.ts'
import { removeAddress } from './remove-address.ts'
import { readReturn, returnAddress } from './return-address.ts'
import { sendCookies } from './send-cookies.ts'
import { askStepUp, type Deed, type Vouched } from './step-up.ts'
import { answerStepUp as showStepUp } from './step-up-view.tsx'
import { isUnclaimed, onward, vouch, VouchForm } from './vouch.ts'
import { readWays } from './ways.ts'
import { mailTrial } from './mail-trial.ts'

export async function receiveAddresses(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const { db, learner, locale } = visit
  const form = AddressForm.parse(await readForm(c))
  const ways = await readWays(db, learner.id)
  const known = ways.addresses
  if (form.remove !== undefined) {
    if (!known.includes(form.remove)) return c.redirect(urls.me(locale), 303)
    if (known.length === 1) return answerAddresses(c, '', 'last')
    return mailStepUp(c, visit, { do: 'remove', email: form.remove, to: form.to })
  }
  const email = Address.safeParse(form.email)
  if (!email.success) return answerAddresses(c, form.email, 'invalid')
  if (known.includes(email.data)) return answerAddresses(c, form.email, 'yours')
  if (isUnclaimed(ways)) return mailAddressCode(c, visit, email.data)
  return mailStepUp(c, visit, { do: 'add', email: email.data, to: form.to })
}

/** Mails the code that shows that it is the account's owner who asks, and leads to where it goes. */
async function mailStepUp(c: Context<App>, visit: SignedInVisit, deed: AddressDeed) {
  try {
    const { to, isNew } = await askStepUp(visit, deedOf(deed), { browser: markBrowser(c), to: deed.to })
    const place = { do: deed.do, email: deed.email, to, held: isNew ? undefined : ('1' as const) }
    return c.redirect(urls.addressStepUp(visit.locale, place), 303)
  } catch (error) {
    return answerAddresses(c, deed.do === 'add' ? deed.email : '', formProblem(error))
  }
}

export async function showConfirmation(c: Context<App>): Promise<Response> {
  const deed = AddressDeed.safeParse(c.req.query())
  if (!deed.success) return c.redirect(urls.addresses(c.var.visit.locale), 303)
  return answerStepUp(c, deed.data, c.req.query('held') === '1')
}

export async function receiveConfirmation(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const fields = await readForm(c)
  const typed = VouchForm.parse(fields)
  const deed = AddressDeed.parse(fields)
  const by = await vouch(c, visit, deedOf(deed), typed)
  if ('fault' in by) return answerStepUp(c, deed, false, { typed, problem: by })

  if (deed.do === 'remove') {
    sendCookies(c, await removeAddress(visit, deed.email, by))
    logEvent(visit, 'address-removed', { learner: visit.learner.id })
    return c.redirect(onward(visit, by, urls.addresses(visit.locale)), 303)
  }
  return mailAddressCode(c, visit, deed.email, by)
}

/** Mails a code to the new address, and leads to where it goes. */
async function mailAddressCode(c: Context<App>, visit: SignedInVisit, email: string, by?: Vouched): Promise<Response> {
  const page = urls.addressCode(visit.locale, { email })
  try {
    await requestAddressCode(visit, { email, browser: markBrowser(c) })
  } catch (error) {
    return answerAddresses(c, email, formProblem(error))
  }
  return c.redirect(by ? onward(visit, by, page) : page, 303)
}

export function showCode(c: Context<App>): Response | Promise<Response> {
  const { learner, locale } = signedIn(c.var.visit)
  const email = Address.safeParse(c.req.query('email'))
  if (!email.success) return c.redirect(urls.addresses(locale), 303)
  return showPage(c, <AddressCodePage frame={lateFrameOf(c)} account={learner.email} email={email.data} />)
}

export async function receiveCode(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const form = AddressCodeForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return c.redirect(urls.addresses(visit.locale), 303)

  const code = readCode(form.code)
  const wish = { email: email.data, browser: browserOf(c) }
  const outcome = code ? await confirmAddress(visit, { ...wish, code }) : { fault: 'not-six' as const }
  if (outcome === 'added') {
    logEvent(visit, 'address-added', { learner: visit.learner.id })
    // The cookies say that there is none.
    if (!visit.learner.email)
      sendCookies(c, (await recognise(visit.headers, visit.settings, visit.bindings, true)).setCookies)
    return c.redirect(urls.addresses(visit.locale), 303)
  }
  const problem = outcome === 'taken' ? { fault: outcome } : outcome
  if (code && problem.fault !== 'taken') logEvent(visit, 'code-wrong', { learner: visit.learner.id })
  const page = { account: visit.learner.email, email: email.data, code: form.code, problem }
  return showPage(c, <AddressCodePage frame={lateFrameOf(c)} {...page} />, faultStatus[problem.fault])
}

export async function receiveTrial(c: Context<App>): Promise<Response> {
  const visit = signedIn(c.var.visit)
  const email = Address.safeParse((await readForm(c)).email)
  if (!email.success) return c.redirect(urls.me(visit.locale), 303)
  await mailTrial(visit, email.data)
  return showPage(c, <TrialPage frame={lateFrameOf(c)} email={email.data} />)
}

/** Names the address that would be put back. Changes nothing: mail scanners open links too. */
export async function showWayBack(c: Context<App>): Promise<Response> {
  const secret = c.req.param('secret')!
  const email = await readReturn(atTheDoor(c.var.visit), secret)
  if (email === undefined) return showPage(c, <ReturnedPage frame={lateFrameOf(c)} outcome="gone" />, 410)
  return showPage(c, <ReturnPage frame={lateFrameOf(c)} email={email} secret={secret} />)
}

export async function receiveWayBack(c: Context<App>): Promise<Response> {
  const visit = atTheDoor(c.var.visit)
  const outcome = await returnAddress(visit, c.req.param('secret')!)
  if (outcome.kind === 'returned') logEvent(visit, 'address-added', { learner: outcome.learner })
  const status = { returned: 200, taken: 409, gone: 410 } as const
  return showPage(c, <ReturnedPage frame={lateFrameOf(c)} outcome={outcome.kind} />, status[outcome.kind])
}

function deedOf({ do: what, email }: AddressDeed): Deed {
  return { purpose: what === 'add' ? 'add-address' : 'remove-address', subject: email }
}

function answerStepUp(
  c: Context<App>,
  deed: AddressDeed,
  held: boolean,
  again?: { typed: VouchForm; problem: CodeProblem },
): Promise<Response> {
  const { locale } = c.var.visit
  return showStepUp(c, {
    deed: deedOf(deed),
    subject: deed.email,
    to: deed.to,
    held,
    formsFor: (to) => ({
      code: {
        action: urls.addressStepUp(locale, { ...deed, to }),
        hidden: { do: deed.do, email: deed.email, ...(to ? { to } : {}) },
      },
      again: { action: urls.addresses(locale), hidden: { [deed.do === 'add' ? 'email' : 'remove']: deed.email } },
      back: urls.addresses(locale),
    }),
    again,
  })
}

export async function answerAddresses(c: Context<App>, email = '', problem?: AddressProblem) {
  const { db, learner } = signedIn(c.var.visit)
  const known = await readAddresses(db, learner.id)
  return showPage(
    c,
    <AddressesPage frame={lateFrameOf(c)} addresses={known} email={email} problem={problem} />,
    problem ? problemStatus[problem] : 200,
  )
}
