import { askForCode } from './mailed.ts'
import { bindings, Browser } from './worker.ts'

let number = 0

/** An address of its own for every person of every test. */
export function somebody(name = 'amira'): string {
  number += 1
  return `${name}-${number}-${crypto.randomUUID().slice(0, 8)}@siljansplat.example`
}

/** A browser in which somebody signed in with a mailed code. */
export async function signedIn(email = somebody(), env = bindings()): Promise<Browser> {
  const browser = new Browser(env)
  const code = await askForCode(browser, email)
  const answer = await browser.post('/sv/sign-in/code', { email, code })
  if (answer.status !== 303) throw new Error(`could not sign ${email} in: ${answer.status}`)
  return browser
}
