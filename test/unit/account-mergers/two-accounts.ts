import { drizzle } from 'drizzle-orm/libsql/web'
import fc from 'fast-check'
import { beforeAll } from 'vitest'

import type { Catalogue } from '../../../formats/catalogue/catalogue.ts'
import { keepJournal } from '../../../tools/backup/journal/keep-journal.ts'
import { readSettings } from '../../../worker/env.ts'
import { mergeAccounts } from '../../../worker/account-mergers/merge-accounts.ts'
import { insertOpening } from '../../../worker/companies/openings/store.ts'
import { readTeamPage } from '../../../worker/reports/store.ts'
import type { SignedInVisit } from '../../../worker/visit.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

const dayMs = 86_400_000
/** The merger is on this day; everything else before it. */
const mergerDay = 30
export const courses = ['c1', 'c2', 'c3']
const questions = ['q1', 'q2', 'q3']
const settings = readSettings({
  LIBSQL_URL: 'http://127.0.0.1',
  BASE_URL: 'https://navet.example',
  SECRET: 'a secret for tests, long enough for anybody',
})

const day = fc.integer({ min: 1, max: mergerDay - 1 })

const done = fc.record({
  at: day,
  last: day,
  done: fc.option(day),
  badge: fc.option(fc.record({ at: day, isWithdrawn: fc.boolean() })),
  open: fc.option(fc.integer({ min: 1, max: 60 })),
  answers: fc.array(
    fc.record({ question: fc.constantFrom(...questions), at: day, id: fc.integer({ min: 1, max: 4 }) }),
    {
      maxLength: 4,
    },
  ),
})

const stay = fc.record({
  joined: day,
  left: fc.option(day, { freq: 5 }),
  role: fc.constantFrom('owner' as const, 'manager' as const, 'member' as const),
  terms: fc.integer({ min: 1, max: 4 }),
  ticks: fc.subarray(courses, { maxLength: 2 }),
})

const account = fc.record({
  courses: fc.dictionary(fc.constantFrom(...courses), done, { maxKeys: 3 }),
  companies: fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), stay, { maxKeys: 3 }),
})

export type Account = typeof account extends fc.Arbitrary<infer T> ? T : never

/** What two accounts of one person may hold. The first is the older. */
export const pair = fc.tuple(account, account)
/** The same of somebody who has shown no earlier course. */
export const unticked = pair.map((both) =>
  both.map(({ companies, ...rest }) => ({
    ...rest,
    companies: Object.fromEntries(Object.entries(companies).map(([name, each]) => [name, { ...each, ticks: [] }])),
  })),
)

let runs = 0

/** A database, and two accounts in it as they were made up. */
export function twoAccounts() {
  const own = migratedDatabase()
  const db = () => drizzle(own.client)
  const rows = async (sql: string, ...args: (string | number | null)[]) =>
    (await own.client.execute({ sql, args })).rows

  beforeAll(async () => {
    await keepJournal(own.client)
    await rows(`insert into question_versions values ('v', 'c', 'q', 'k', '{}', 0)`)
  })

  /** Writes both; gives their ids and those of the companies, each of which has an owner of its own besides. */
  async function settle(both: readonly Account[]) {
    runs += 1
    const mark = `r${runs}`
    const ids = both.map((_, i) => `${mark}-${i === 0 ? 'older' : 'newer'}`)
    const statements = [
      ...[...ids, `${mark}-boss`].map((id, i) => ({
        sql: 'insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, ?, 0)',
        args: [id, id, `${id}@plat.example`, i],
      })),
      ...['k1', 'k2', 'k3'].flatMap((name) => companyOf(`${mark}-${name}`, `${mark}-boss`)),
      ...both.flatMap((each, i) => rowsOf(each, ids[i]!, mark)),
    ]
    await own.client.batch(statements, 'write')
    return {
      older: ids[0]!,
      newer: ids[1]!,
      boss: `${mark}-boss`,
      companies: ['k1', 'k2', 'k3'].map((k) => `${mark}-${k}`),
    }
  }

  /** By the account that is signed in, which is the older one here: a new session would need the whole worker. */
  function merge({ older, newer }: { older: string; newer: string }) {
    const visit = {
      requestId: 'r',
      now: new Date(mergerDay * dayMs),
      locale: 'sv',
      settings,
      bindings: {},
      catalogue: { courses: courses.map(courseOf), paths: { paths: [] } } as unknown as Catalogue,
      db: db(),
      openDb: db(),
      learner: { id: older, email: `${older}@plat.example`, name: '', sessionToken: '' },
      headers: new Headers(),
      later: (work: Promise<unknown>) => void work.catch(() => {}),
    } as unknown as SignedInVisit
    return mergeAccounts(visit, { account: newer, email: `${newer}@plat.example` })
  }

  /** What each company sees of these people, as facts: begun, done and badge, with their days. */
  async function seen(company: string, boss: string, people: readonly string[]): Promise<Set<string>> {
    const who = { company, viewer: boss, after: { nameKey: '', id: '' }, known: courses, now: new Date() }
    const opened = [insertOpening(db(), { company, viewer: boss, day: '2026-11-30', member: '', shownTo: 'teams' })]
    const page = await readTeamPage(db(), { ...who, opened })
    const own = await rows(`select id from memberships where learner in (${people.map((id) => `'${id}'`).join()})`)
    const ofThem = page.cells.filter(({ member }) => own.some(({ id }) => id === member))
    return new Set(
      ofThem.flatMap(({ course, begun, doneDay, badgeDay }) => [
        ...(begun ? [`${course} begun`] : []),
        ...(doneDay ? [`${course} done ${doneDay}`] : []),
        ...(badgeDay ? [`${course} badge ${badgeDay}`] : []),
      ]),
    )
  }

  return { rows, settle, merge, seen }
}

function courseOf(id: string) {
  return { id, version: 'v', lessons: [{ id: 'l1', questions, minutes: 5 }], badge: { id } }
}

function companyOf(id: string, boss: string) {
  // Of a version may be seen what no later one left out: nothing, c2, c2 and c3, everything.
  const terms = ['["c1"]', '["c1","c2"]', '["c2","c3"]', '"all"']
  return [
    {
      sql: `insert into companies (id, name, municipality, sector, size, created_at) values (?, 'Plåt', '2081', 'C', '2-9', 0)`,
      args: [id],
    },
    ...terms.map((each, i) => ({ sql: 'insert into terms values (?, ?, ?, 0)', args: [id, i + 1, each] })),
    memberOf(`${id}-boss`, { company: id, learner: boss, role: 'owner', terms: 1, joined: 0, left: null }),
  ]
}

function memberOf(
  id: string,
  m: { company: string; learner: string; role: string; terms: number; joined: number; left: number | null },
) {
  const left = m.left === null ? null : Math.max(m.left, m.joined) * dayMs
  return {
    sql: `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at, left_at)
      values (?, ?, ?, ?, 'Amira', 'amira', ?, ?, ?)`,
    args: [id, m.company, m.learner, m.role, m.terms, m.joined * dayMs, left],
  }
}

function rowsOf({ courses: begun, companies }: Account, learner: string, mark: string) {
  return [
    ...Object.entries(begun).flatMap(([course, each]) => courseRows(course, each, learner)),
    ...Object.entries(companies).flatMap(([name, { ticks, ...each }]) => [
      memberOf(`${learner}-${name}`, { company: `${mark}-${name}`, learner, ...each }),
      ...ticks.map((course) => ({
        sql: 'insert into earlier_shares values (?, ?, 0)',
        args: [`${learner}-${name}`, course],
      })),
    ]),
  ]
}

function courseRows(course: string, each: Account['courses'][string], learner: string) {
  const [at, last] = [Math.min(each.at, each.last), Math.max(each.at, each.last)]
  const stockholm = (n: number) => new Date(n * dayMs).toISOString().slice(0, 10)
  const given = [...new Map(each.answers.map((answer) => [answer.id, answer])).values()]
  const newest = new Map(given.toSorted((a, b) => a.at - b.at).map((answer) => [answer.question, answer]))
  const id = (answer: { id: number }) => `${course}-${answer.id}`
  return [
    { sql: 'insert into course_starts values (?, ?, ?, ?, null)', args: [learner, course, at * dayMs, last * dayMs] },
    ...(each.done === null
      ? []
      : [
          {
            sql: `insert into course_completions values (?, ?, 'v', ?, ?, null)`,
            args: [learner, course, each.done * dayMs, stockholm(each.done)],
          },
          {
            sql: `insert into lesson_completions values (?, ?, 'l1', 'v', ?)`,
            args: [learner, course, each.done * dayMs],
          },
        ]),
    ...(each.badge === null
      ? []
      : [
          {
            sql: `insert into awards (id, learner, badge, course, course_version, attempt, at, day, withdrawn_at)
              values (?, ?, ?, ?, 'v', 'a', ?, ?, ?)`,
            args: [
              `${learner}-${course}`,
              learner,
              course,
              course,
              each.badge.at * dayMs,
              stockholm(each.badge.at),
              each.badge.isWithdrawn ? 1 : null,
            ],
          },
        ]),
    ...(each.open === null
      ? []
      : [
          {
            sql: `insert into attempts (learner, id, course, course_version, drawn, opened_at) values (?, ?, ?, 'v', '[]', ?)`,
            args: [learner, `${learner}-${course}`, course, mergerDay * dayMs - each.open * 3_600_000],
          },
        ]),
    ...given.map((answer) => ({
      sql: `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
        values (?, ?, ?, 'l1', ?, 'v', '[]', 1, 'sv', ?)`,
      args: [learner, id(answer), course, answer.question, answer.at * dayMs],
    })),
    ...[...newest.values()].map((answer) => ({
      sql: `insert into latest_answers (learner, course, question, lesson, answer, version, chosen, correct, at,
        first_confidence, first_correct) values (?, ?, ?, 'l1', ?, 'v', '[]', 1, ?, ?, 1)`,
      args: [
        learner,
        course,
        answer.question,
        id(answer),
        answer.at * dayMs,
        given.filter(({ question }) => question === answer.question).toSorted((a, b) => a.at - b.at)[0]!.at % 2 === 0
          ? 'sure'
          : 'guess',
      ],
    })),
  ]
}
