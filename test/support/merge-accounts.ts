import { mailTo } from './mailed.ts'
import type { Answer, Browser } from './worker.ts'

const merger = '/sv/me/merger'

/** Shows that the account of an address is one's own too, with the mailed code. Ends at what will be. */
export async function proveOther(browser: Browser, email: string): Promise<Answer> {
  await browser.post(merger, { email })
  return browser.post(`${merger}/code`, { email, code: (await mailTo(email)).code })
}

/** Asks for the last code, having seen what will be. Gives where it goes. */
export async function askToMerge(browser: Browser): Promise<string> {
  const asked = await browser.post(`${merger}/preview`, { sure: 'yes' })
  if (asked.status !== 303) throw new Error(`no code for a merger: ${asked.status}`)
  return asked.location!
}

/** Writes the code that was mailed for it. */
export async function confirmMerger(browser: Browser, place: string): Promise<Answer> {
  const to = new URL(place, 'http://navet.example').searchParams.get('to')!
  return browser.post(`${merger}/confirmation`, { code: (await mailTo(to)).code })
}

/** Makes the account of an address one with the browser's own. */
export async function mergeWith(browser: Browser, email: string): Promise<Answer> {
  const proven = await proveOther(browser, email)
  if (proven.location !== `${merger}/preview`) return proven
  return confirmMerger(browser, await askToMerge(browser))
}
