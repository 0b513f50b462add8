import { eq, sql } from 'drizzle-orm'

import type { Database } from '../../worker/db/client.ts'
import { addresses, users } from '../../worker/db/schema/accounts.ts'
import { mailTo } from './mailed.ts'
import { signedIn, somebody } from './people.ts'
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

/** The account that an address signs in to. */
export async function idOf(db: Database, email: string): Promise<string> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  if (rows[0]) return rows[0].id
  const [further] = await db.select({ id: addresses.userId }).from(addresses).where(eq(addresses.email, email))
  return further!.id
}

/** Two accounts of one person, the older first. */
export async function two(db: Database) {
  const [older, newer] = [somebody('privat'), somebody('jobbet')]
  const first = await signedIn(older)
  const second = await signedIn(newer)
  await db
    .update(users)
    .set({ createdAt: sql`created_at - 86400000` })
    .where(eq(users.email, older))
  return { older, newer, first, second }
}
