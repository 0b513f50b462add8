import { mailTo } from './mailed.ts'
import type { Answer, Browser } from './worker.ts'

const addresses = '/sv/me/addresses'

/** Asks for a deed and writes the code that was mailed to one of the account's own addresses. */
export async function passStepUp(
  browser: Browser,
  deed: { email: string } | { remove: string },
  to?: string,
): Promise<Answer> {
  const asked = await browser.post(addresses, { ...deed, ...(to ? { to } : {}) })
  if (asked.status !== 303 || !asked.location?.includes('/confirmation')) return asked
  const place = new URL(asked.location, 'http://navet.example').searchParams
  const code = (await mailTo(place.get('to')!)).code
  return browser.post(`${addresses}/confirmation`, { do: place.get('do')!, email: place.get('email')!, code })
}

/** Adds an address: a code to one the account has, then a code to the new one. */
export async function addAddress(browser: Browser, email: string): Promise<Answer> {
  await passStepUp(browser, { email })
  return browser.post(`${addresses}/code`, { email, code: (await mailTo(email)).code })
}

export function removeAddress(browser: Browser, email: string, to?: string): Promise<Answer> {
  return passStepUp(browser, { remove: email }, to)
}

/** Erases the account with the mailed code. */
export async function eraseAccount(browser: Browser): Promise<Answer> {
  const asked = await browser.post('/sv/me/erasure', { sure: 'yes' })
  if (asked.status !== 303 || !asked.location?.includes('/erasure/code')) return asked
  const to = new URL(asked.location, 'http://navet.example').searchParams.get('to')!
  return browser.post('/sv/me/erasure/code', { code: (await mailTo(to)).code })
}

/** Makes a member an owner, or an owner something else, with the mailed code. */
export async function changeOwner(browser: Browser, team: string, member: string, role: string): Promise<Answer> {
  const asked = await browser.post(`${team}/members/${member}`, { role })
  if (asked.status !== 303 || !asked.location?.includes('/ownership')) return asked
  const to = new URL(asked.location, 'http://navet.example').searchParams.get('to')!
  return browser.post(`${team}/members/${member}/ownership`, { role, code: (await mailTo(to)).code })
}
