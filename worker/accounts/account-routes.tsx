import { type Context, Hono } from 'hono'

import { AddressCodePage } from '../../web/pages/accounts/address-code-page.tsx'
import type { AddressProblem } from '../../web/pages/accounts/address-forms.tsx'
import { AddressesPage } from '../../web/pages/accounts/addresses-page.tsx'
import { NamePage } from '../../web/pages/accounts/name-page.tsx'
import { frameOf } from '../http/frame-of.ts'
import { readForm } from '../http/read-form.ts'
import type { App } from '../http/open-visit.ts'
import { urls } from '../urls.ts'
import { signedIn } from '../visit.ts'
import { confirmAddress } from './confirm-address.ts'
import { endAllSessions, forgetfulCookies } from './end-session.ts'
import { faultStatus, formProblem, problemStatus } from './form-problem.ts'
import { Address, AddressForm, CodeForm, NameForm } from './forms.ts'
import { readAddresses } from './read-addresses.ts'
import { removeAddress } from './remove-address.ts'
import { renameLearner } from './rename-learner.ts'
import { requestAddressCode } from './request-address-code.ts'
import { codeExpiry, readCode, readName } from './rules.ts'
import { sendCookies } from './send-cookies.ts'

export const accountRoutes = new Hono<App>()

accountRoutes.get('/:l{(?:sv|en)}/me/name', (c) => {
  const { learner } = signedIn(c.var.visit)
  return c.html(<NamePage frame={frameOf(c)} name={learner.name} />)
})

accountRoutes.post('/:l{(?:sv|en)}/me/name', async (c) => {
  const visit = signedIn(c.var.visit)
  const form = NameForm.parse(await readForm(c))
  const read = readName(form.name)
  if ('fault' in read) return c.html(<NamePage frame={frameOf(c)} name={form.name} fault={read.fault} />, 422)

  sendCookies(c, await renameLearner(visit, read.name))
  return c.redirect(urls.me(visit.locale), 303)
})

accountRoutes.get('/:l{(?:sv|en)}/me/addresses', (c) => answerAddresses(c))

accountRoutes.post('/:l{(?:sv|en)}/me/addresses', async (c) => {
  const visit = signedIn(c.var.visit)
  const form = AddressForm.parse(await readForm(c))
  if (form.remove !== undefined) {
    sendCookies(c, await removeAddress(visit, form.remove))
    return c.redirect(urls.me(visit.locale), 303)
  }

  const email = Address.safeParse(form.email)
  if (!email.success) return answerAddresses(c, form.email, 'invalid')
  if (email.data === visit.learner.email) return answerAddresses(c, form.email, 'yours')
  try {
    await requestAddressCode(visit, email.data)
  } catch (error) {
    return answerAddresses(c, form.email, formProblem(error))
  }
  const query = new URLSearchParams({ email: email.data, until: String(codeExpiry(visit.now).getTime()) })
  return c.redirect(`${urls.addressCode(visit.locale)}?${query}`, 303)
})

/** As at sign-in: opening the mailed link changes nothing. */
accountRoutes.get('/:l{(?:sv|en)}/me/addresses/code', (c) => {
  const { learner, locale } = signedIn(c.var.visit)
  const { email, code, until } = CodeForm.parse(c.req.query())
  const address = Address.safeParse(email)
  if (!address.success) return c.redirect(urls.me(locale), 303)

  const page = { account: learner.email, email: address.data, code: readCode(code) ?? '', until }
  return c.html(<AddressCodePage frame={frameOf(c)} {...page} />)
})

accountRoutes.post('/:l{(?:sv|en)}/me/addresses/code', async (c) => {
  const visit = signedIn(c.var.visit)
  const { code: typed, until, ...form } = CodeForm.parse(await readForm(c))
  const email = Address.safeParse(form.email)
  if (!email.success) return c.redirect(urls.me(visit.locale), 303)

  const code = readCode(typed)
  const outcome = code ? await confirmAddress(visit, { email: email.data, code }) : { fault: 'not-six' as const }
  if (outcome === 'added') return c.redirect(urls.me(visit.locale), 303)

  const problem = outcome === 'taken' ? { fault: outcome } : outcome
  const page = { account: visit.learner.email, email: email.data, code: typed, until, problem }
  return c.html(<AddressCodePage frame={frameOf(c)} {...page} />, faultStatus[problem.fault])
})

/** Sign out everywhere. */
accountRoutes.post('/:l{(?:sv|en)}/me/sessions', async (c) => {
  await endAllSessions(signedIn(c.var.visit))
  sendCookies(c, forgetfulCookies(c.var.visit.settings))
  c.header('Clear-Site-Data', '"storage"')

  return c.redirect(urls.catalogue(c.var.visit.locale), 303)
})

async function answerAddresses(c: Context<App>, email = '', problem?: AddressProblem) {
  const { db, learner } = signedIn(c.var.visit)
  const addresses = await readAddresses(db, learner.id)
  return c.html(
    <AddressesPage frame={frameOf(c)} addresses={addresses} email={email} problem={problem} />,
    problem ? problemStatus[problem] : 200,
  )
}
