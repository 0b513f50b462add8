import { desc, eq, sql } from 'drizzle-orm'

import { codes } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { bindings, type Browser, database } from './worker.ts'

const db = database(bindings())

export interface Mailed {
  subject: string
  body: string
  code: string
  /** The path of the link, without the host. */
  link: string
}

/** Every mail to an address, the newest first. */
export async function mailsTo(email: string): Promise<Mailed[]> {
  const rows = await db
    .select()
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.createdAt), desc(sql`rowid`))
  return rows.map(({ subject, body }) => ({
    subject,
    body,
    code: /\b\d{6}\b/.exec(body)?.[0] ?? '',
    link: /http:\/\/navet\.example(\S+)/.exec(body)?.[1] ?? '',
  }))
}

/** The newest mail to an address, or one without words. */
export async function mailTo(email: string): Promise<Mailed> {
  const [newest] = await mailsTo(email)
  return newest ?? { subject: '', body: '', code: '', link: '' }
}

/** Asks for a code in a browser and reads the mail. */
export async function askForCode(browser: Browser, email: string): Promise<string> {
  await browser.post('/sv/sign-in', { email })
  return (await mailTo(email)).code
}

export function otherThan(code: string, by = 1): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0')
}

export function isSignedIn(browser: Browser): boolean {
  return browser.jar.has('navet.session_token')
}

/** Moves what is remembered of an address's codes back in time. */
export async function minutesPass(email: string, minutes: number): Promise<void> {
  for (const row of await db.select().from(codes).where(eq(codes.email, email))) {
    const back = (at: Date) => new Date(at.getTime() - minutes * 60_000)
    const { sentAt, expiresAt, guessedAt } = row
    await db
      .update(codes)
      .set({ sentAt: back(sentAt), expiresAt: back(expiresAt), guessedAt: guessedAt && back(guessedAt) })
      .where(eq(codes.id, row.id))
  }
}

/** As the page writes it. */
export function clockOf(at: Date): string {
  return at.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' })
}
