import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { awards } from '../../worker/db/schema/badges.ts'
import { companies, earlierShares, invitations, memberships, terms } from '../../worker/db/schema/companies.ts'
import { courseCompletions, courseStarts } from '../../worker/db/schema/progress.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let company: string
let amira: Browser
let bo: Browser
let ids: { amira: string; learner: string }

/** Owner, Amira, whose rows are spoilt, and Bo, whose are not: both have begun a course. */
beforeAll(async () => {
  team = await startTeam()
  company = team.path.split('/').at(-1)!
  amira = await signedIn(somebody())
  bo = await signedIn(somebody('bo'))
  for (const [person, name] of [
    [amira, 'Amira Haddad'],
    [bo, 'Bo Berg'],
  ] as const) {
    await join(person, team.code, { name })
    await answer(person, lessonPath, 'nuts-promise', 'Tiderna')
  }
  const [row] = await db.all<{ id: string; learner: string }>(
    sql`select id, learner from memberships where company = ${company} and name = 'Amira Haddad'`,
  )
  ids = { amira: row!.id, learner: row!.learner }
  const version = 'f'.repeat(32)
  await db.run(sql`insert into earlier_shares values (${ids.amira}, ${course}, 1)`)
  await db.run(
    sql`insert into course_completions (learner, course, version, at, day) values (${ids.learner}, ${course}, ${version}, ${Date.now()}, '2026-11-20')`,
  )
  await db.run(sql`insert into awards (id, learner, badge, course, course_version, attempt, at, day)
    values (${'a'.repeat(32)}, ${ids.learner}, ${course}, ${course}, ${version}, 'x', ${Date.now()}, '2026-11-20')`)
})

/** Every table whose rows a team page, a row of one's own or a list of members is made of, and which row is spoilt. */
const tables = [
  { table: companies, where: () => sql`id = ${company}` },
  { table: terms, where: () => sql`company = ${company}` },
  { table: memberships, where: () => sql`id = ${ids.amira}` },
  { table: earlierShares, where: () => sql`membership = ${ids.amira}` },
  { table: invitations, where: () => sql`company = ${company}` },
  { table: courseStarts, where: () => sql`learner = ${ids.learner}` },
  { table: courseCompletions, where: () => sql`learner = ${ids.learner}` },
  { table: awards, where: () => sql`learner = ${ids.learner}` },
]

const year = (text: string) => Date.parse(text)
const texts = [
  '',
  'å'.repeat(10_000),
  '<script>alert(1)</script>',
  '{"odd":1}',
  '[1,{"a":[]},null]',
  '[',
  '0999-12-31',
  '10000-01-01',
  '2026-02-31\u202E\u0000',
]
const numbers = [year('0999-12-31'), year('+010000-01-02'), -8.64e15 - 1, 9e15, 1.5, 'soon']

const cases = tables.flatMap(({ table, where }) =>
  // Closing a company takes everybody out of it: that is what it does.
  Object.values(getTableColumns(table))
    .filter(({ name }) => name !== 'closed_at')
    .flatMap((column) =>
      (column.dataType === 'string' || column.dataType === 'json' ? texts : numbers).map((value) => ({
        table: getTableName(table),
        column: column.name,
        value,
        where,
      })),
    ),
)

const pages = (path: string) => [path, `${path}/members`, `/api/v1/companies/${company}/members?limit=1`]
const ownPages = (path: string) => [
  `${path}/seen`,
  `${path}/departure`,
  '/sv/companies?all=1',
  '/api/v1/companies',
  `/api/v1/companies/${company}/seen`,
  `/sv/join/${team.code}`,
]

test('every column of those tables is spoilt', () => {
  expect(new Set(cases.map(({ table }) => table)).size).toBe(tables.length)
  expect(cases.length).toBeGreaterThan(250)
})

test.for(tables.map(({ table }) => getTableName(table)))(
  'a spoilt row of %s breaks no list and no page',
  { timeout: 300_000 },
  async (name) => {
    const broken: string[] = []
    let spoilt = 0
    for (const { table, column, value, where } of cases.filter((each) => each.table === name)) {
      const [kept] = await db.all<{ rowid: number; old: unknown }>(
        sql`select rowid, ${sql.identifier(column)} as old from ${sql.identifier(table)} where ${where()}`,
      )
      const write = (what: unknown) =>
        db.run(
          sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${what} where rowid = ${kept!.rowid}`,
        )
      // What the database itself refuses can be in no row.
      const isSpoilt = await write(value).then(
        () => true,
        () => false,
      )
      if (!isSpoilt) continue
      spoilt += 1
      broken.push(...(await brokenBy(table, `${table}.${column} = ${String(value).slice(0, 20)}`)))
      await write(kept!.old)
      if (column === 'closes_at') await db.run(sql`update invitations set revoked_at = null where company = ${company}`)
    }
    expect(broken).toEqual([])
    expect(spoilt).toBeGreaterThan(5)
  },
)

/** Pages of the owner, of Amira and of Bo that are no page any more; and Bo's row, which must stand as before. */
async function brokenBy(table: string, what: string): Promise<string[]> {
  const broken: string[] = []
  const visits: [Browser, string][] = [
    ...pages(team.path).map((page): [Browser, string] => [team.owner, page]),
    ...ownPages(team.path).map((page): [Browser, string] => [amira, page]),
    [bo, `${team.path}/seen`],
  ]
  const answers = await Promise.all(visits.map(async ([person, page]) => ({ page, ...(await person.get(page)) })))
  for (const { page, status } of answers) if (status >= 500) broken.push(`${what}: ${page} ${status}`)

  // Whole companies may go with their own row; one person's rows never take another's.
  if (['companies', 'terms', 'invitations'].includes(table)) return broken
  const [list] = answers
  if (!rowOf(list!, 'Bo Berg')?.includes('Pågår')) broken.push(`${what}: Bo is missing`)
  return broken
}
