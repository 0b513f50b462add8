import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'
import { expect, test } from 'vitest'

import { heldAbout } from '../../../worker/reports/held/held-about.ts'
import { leftOut } from '../../../worker/reports/held/left-out.ts'
import { database } from '../backup/support.ts'
import { personal, tablesOf } from '../../support/personal-tables.ts'

/** The SQL of each statement that reads what is held, which is all that can come out. */
function readings(): string[] {
  const db = drizzle(createClient({ url: 'http://127.0.0.1' }))
  return Object.values(heldAbout(db, { learner: 'l', whos: ['w'] })).map((statement) => statement.toSQL().sql)
}

const isTableRead = (table: string) => readings().some((text) => new RegExp(`(?:from|join) "${table}"`).test(text))

/** Only what is selected counts: a column in a condition is not told. Drizzle names the table where there are several. */
function isColumnRead(table: string, column: string): boolean {
  return readings().some((text) =>
    [...text.matchAll(/select (.*?) from "(\w+)"( (?:inner|left) join)?/gs)].some(
      ([, selected, from, joins]) =>
        selected!.includes(`"${table}"."${column}"`) ||
        (from === table && !joins && selected!.split(/[ ,()]+/).includes(`"${column}"`)),
    ),
  )
}

test('every table that names somebody is in the document for them, or has its reason why not', async () => {
  const tables = personal(await tablesOf(await database()))
  expect(tables).toEqual(
    expect.arrayContaining(['awards', 'credentials', 'earlier_shares', 'kept_forms', 'mails', 'users']),
  )
  expect(tables.filter((table) => !isTableRead(table) && !(table in leftOut))).toEqual([])
})

/** Who it is about, said once at the top of the document; and what joins one row to another. */
const joining: Record<string, string[]> = {
  account: ['codes'],
  owner: ['mails'],
  learner: [
    'absences',
    'account_mergers',
    'answers',
    'attempts',
    'awards',
    'course_completions',
    'course_starts',
    'lesson_completions',
    'mail_consents',
    'memberships',
    'remarkings',
    'submissions',
  ],
  user_id: ['addresses', 'grants', 'logins', 'passkeys', 'recovery_codes', 'removed_addresses', 'sessions'],
  who: ['kept_forms'],
  created_by: ['invitations'],
  membership: ['earlier_shares', 'earlier_sights', 'invitations', 'team_managers'],
  team: ['memberships', 'team_managers'],
  member: ['company_events'],
  actor: ['audit_entries'],
  subject: ['audit_entries'],
  company: ['openings', 'audit_entries', 'company_events', 'invitations', 'memberships'],
  id: ['memberships'],
}

test('every column of those tables is in it, or has its reason why not', async () => {
  const tables = await tablesOf(await database())
  const undecided = personal(tables)
    .filter((table) => !(table in leftOut))
    .flatMap((table) => tables.get(table)!.columns.map((column) => ({ table, column })))
    .filter(({ table, column }) => !joining[column]?.includes(table))
    .filter(({ table, column }) => !(`${table}.${column}` in leftOut) && !isColumnRead(table, column))
  expect(undecided.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

test('each reason is of a table or column that there is, and that is really left out', async () => {
  const tables = await tablesOf(await database())
  const wrong = Object.keys(leftOut).filter((name) => {
    const [table, column] = name.split('.') as [string, string | undefined]
    if (column === undefined) return !tables.has(table) || isTableRead(table)
    return !tables.get(table)?.columns.includes(column) || isColumnRead(table, column)
  })
  expect(wrong).toEqual([])
})
