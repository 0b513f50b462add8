import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'

import { dayMs } from '../../worker/companies/invitations/rules.ts'
import { auditEntries, invitations } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import type { Team } from './teams.ts'
import { type Answer, bindings, database } from './worker.ts'

const db = database(bindings())
export const idOf = ({ path }: Team) => path.split('/').at(-1)!
export const plain = ({ text }: Answer) =>
  text
    .slice(text.indexOf('<main'), text.indexOf('</main>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

export function send(
  team: Team,
  rows: string,
  more: Record<string, string> = {},
  browser = team.owner,
): Promise<Answer> {
  return browser.post(`${team.path}/invitations/list`, { rows, ...more })
}

/** A list is sent, and its result opened. */
export async function result(team: Team, rows: string, more: Record<string, string> = {}): Promise<string> {
  const sent = await send(team, rows, more)
  expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/\/invitations\/results\/[0-9a-f]{32}$/)])
  return plain(await team.owner.get(sent.location!))
}

export async function sendFile(
  team: Team,
  file: Uint8Array<ArrayBuffer>,
  name = 'lista.csv',
  rows = '',
): Promise<Answer> {
  const body = new FormData()
  body.set('rows', rows)
  body.set('file', new File([file], name))
  return team.owner.send(`${team.path}/invitations/list`, {
    method: 'POST',
    body,
    headers: { origin: 'http://navet.example' },
  })
}

export const invitationsOf = (team: Team) =>
  db
    .select()
    .from(invitations)
    .where(and(eq(invitations.company, idOf(team)), eq(invitations.kind, 'mail')))
export const mailsTo = (email: string) =>
  db
    .select()
    .from(mails)
    .where(and(eq(mails.recipient, email), eq(mails.kind, 'invitation')))

/** As if the mail had gone so many days ago. */
export async function age(email: string, days: number): Promise<void> {
  await db
    .update(invitations)
    .set({ sentAt: new Date(Date.now() - days * dayMs) })
    .where(eq(invitations.email, email))
}

export async function codeTo(email: string): Promise<string> {
  const [row] = await db.select().from(invitations).where(eq(invitations.email, email))
  return row!.code
}

export const actionsOf = async (team: Team) =>
  (
    await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.company, idOf(team)))
  ).map(({ action }) => action)
