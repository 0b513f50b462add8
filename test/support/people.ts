import { desc, eq } from 'drizzle-orm'

import { limits } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { bindings, Browser, database } from './worker.ts'

let number = 0

/** An address of its own for every person of every test. */
export function somebody(name = 'amira'): string {
  number += 1
  return `${name}-${number}-${crypto.randomUUID().slice(0, 8)}@siljansplat.example`
}

/** A browser in which somebody signed in with a mailed code. */
export async function signedIn(email = somebody(), env = bindings()): Promise<Browser> {
  const browser = new Browser(env)
  const db = database(env)
  await db.delete(limits).where(eq(limits.subject, 'code asked from everywhere'))
  await browser.post('/sv/sign-in', { email })
  const [mail] = await db.select().from(mails).where(eq(mails.recipient, email)).orderBy(desc(mails.createdAt)).limit(1)
  const code = /\d{6}/.exec(mail?.body ?? '')?.[0] ?? ''
  const answer = await browser.post('/sv/sign-in/code', { email, code })
  if (answer.status !== 303) throw new Error(`could not sign ${email} in: ${answer.status}`)
  return browser
}
