import { eq } from 'drizzle-orm'

import { auditEntries, memberships } from '../../worker/db/schema/companies.ts'
import type { Team } from './teams.ts'
import { type Answer, bindings, database } from './worker.ts'

const db = database(bindings())

/** The membership of somebody who goes by a name there. */
export async function memberCalled(name: string, of: Team): Promise<string> {
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, idOf(of)))
  return rows.find((row) => row.name === name)!.id
}

/** The rows of the log as they are read: when, who and what. */
export function entriesOn({ text }: Answer): string[][] {
  const rows = text.match(/<tr role="row"><td[\s\S]*?<\/tr>/g) ?? []
  return rows.map((row) => [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => plain(cell!)))
}
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .trim()
export const whatOn = (answer: Answer) => entriesOn(answer).map(([, who, what]) => `${who}: ${what}`)

export const idOf = ({ path }: Team) => path.split('/').at(-1)!

/** Puts entries into a company's log as they would have been at a time of the past. */
export async function past(of: Team, at: Date, action: string, count = 1): Promise<void> {
  const actor = await memberCalled('Anders Öst', of)
  const entry = { company: idOf(of), action, facts: {}, at, actor }
  await db.insert(auditEntries).values(Array.from({ length: count }, () => entry))
}
