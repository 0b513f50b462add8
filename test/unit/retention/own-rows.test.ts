import { drizzle } from 'drizzle-orm/libsql/web'
import { expect, test } from 'vitest'

import { dayOf, daysAfterDay, midnightOf } from '../../../formats/day.ts'
import { countOwnRows } from '../../../worker/reports/own-rows/count-own-rows.ts'
import { selectOwnRows } from '../../../worker/reports/own-rows/store.ts'
import { clocks } from '../../../worker/retention/clocks.ts'
import { kept } from '../../../worker/retention/kept.ts'
import { en, sv } from '../../support/all-words.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

const own = migratedDatabase()
/** The client is there when the tests are. */
const db = () => drizzle(own.client)
const now = new Date('2040-03-10T12:00:00Z')
const at = now.getTime()
const dayMs = 24 * 3_600_000

/** Tables of nobody, and the days of opening, which are counted as their reader can see them. */
const uncounted = ['verifications', 'erasures', 'lapses', 'openings']

test('every table that is kept is counted for whoever reads, or says why not', async () => {
  const { sql } = selectOwnRows(db(), { learner: 'l', whos: [] }).toSQL()
  const tables = Object.values(kept).flatMap((line) => line.tables as readonly string[])
  expect(tables.length).toBeGreaterThan(25)
  expect(tables.filter((table) => !sql.includes(`from ${table} where`) && !uncounted.includes(table))).toEqual([])
})

test('a line says its number and its day in both languages, and a day only where a clock goes by it', () => {
  const rows = { seenAt: now, invitationsUntil: at, removedUntil: at, counts: {} }
  for (const { name, said, day } of countOwnRows(rows, { openedDays: ['2040-03-01'], now }))
    for (const words of [sv, en] as Record<string, string>[])
      expect([name, words[`own.${said}`]!.includes('{day}')]).toEqual([name, day !== undefined && said !== 'none'])
})

/** When something is gone that a line said goes on a day: not before that day, and by the next. */
async function goes(table: string, where: string, day: string): Promise<[before: number, after: number]> {
  const left = async (time: Date) => {
    const [first, ...others] = Object.values(clocks(db(), time)).flat()
    await db().batch([first!, ...others])
    const { rows } = await own.client.execute(`select count(*) as n from ${table} where ${where}`)
    return Number(rows[0]!.n)
  }
  // Hours are no matter of a day: the clock comes every quarter of an hour.
  return [await left(new Date(midnightOf(day).getTime() - 1)), await left(midnightOf(daysAfterDay(day, 1)))]
}

test('the days in the third column are those on which the clocks take it', async () => {
  const put = (sql: string, args: (string | number)[] = []) => own.client.execute({ sql, args })
  await put(
    `insert into users (id, name, email, created_at, updated_at, seen_at) values ('l', '', 'l@x.example', 0, 0, ?)`,
    [at],
  )
  await put(
    `insert into users (id, name, email, created_at, updated_at, seen_at) values ('o', '', 'o@x.example', 0, 0, ?)`,
    [at],
  )
  await put(
    `insert into companies (id, name, municipality, sector, size, created_at) values ('c', 'C', 'other', 'C', '1', 0)`,
  )
  await put(`insert into terms (company, version, courses, at) values ('c', 1, '"all"', 0)`)
  for (const [id, learner] of [
    ['m', 'l'],
    ['b', 'o'],
  ] as const)
    await put(
      `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at) values (?, 'c', ?, 'owner', 'M', 'm', 1, 0)`,
      [id, learner],
    )
  await put(
    `insert into question_versions (version, course, question, key_hash, content, first_seen_at) values ('v', 'c', 'q', '', '{}', 0)`,
  )
  await put(
    `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at) values ('l', 'a', 'c', 'l', 'q', 'v', '[]', 1, 'sv', 0)`,
  )
  await put(
    `insert into invitations (code, company, created_by, created_at, expires_at) values ('i', 'c', 'l', 0, ?)`,
    [at + 30 * dayMs],
  )
  await put(
    `insert into removed_addresses (secret_hash, email, user_id, verified_at, until) values ('r', 'x', 'l', 0, ?)`,
    [at + 7 * dayMs],
  )
  await put(`insert into openings (company, manager, day) values ('c', 'b', ?)`, [dayOf(now)])

  const [[rows]] = await db().batch([selectOwnRows(db(), { learner: 'l', whos: [] })])
  const lines = countOwnRows(rows!, { openedDays: [dayOf(now)], now })
  const dayIn = (name: string) => lines.find((line) => line.name === name)!.day!
  expect(lines.find(({ name }) => name === 'answers')!.counts).toMatchObject({ answers: 1 })

  // In the order of their days: a clock that has run takes all that is due.
  for (const [name, table, where] of [
    ['removed', 'removed_addresses', `user_id = 'l'`],
    ['invitations', 'invitations', `created_by = 'l'`],
    ['openings', 'openings', `manager = 'b'`],
    ['answers', 'answers', `learner = 'l'`],
  ] as const)
    expect([name, await goes(table, where, dayIn(name))]).toEqual([name, [1, 0]])
  expect(dayIn('account')).toBe('2043-03-10')
})
