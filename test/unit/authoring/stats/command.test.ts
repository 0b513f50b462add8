import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Client, createClient } from '@libsql/client/http'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { wholeCourse } from '../../../../worker/courses/course-parts.ts'
import { readFirstAnswers } from '../../../../tools/authoring/commands/stats/first-answers.ts'
import { loadCatalogue } from '../../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../../tools/database/prepare-database.ts'
import { type LibsqlServer, startLibsqlServer } from '../../../../tools/libsql/server.ts'
import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import { runIn } from '../run-command.ts'

const root = join(import.meta.dirname, '../../../..')
const token = 'stats'
let folder: string
let server: LibsqlServer
let db: Client
let questions: Question[]
let pool: Question[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-stats-'))
  server = await startLibsqlServer({ file: join(folder, 'navet.db'), token })
  const catalogue = await loadCatalogue(join(root, 'courses'))
  await prepareDatabase(server.url, token, catalogue)
  const course = await wholeCourse(catalogue, 'granska-svaret')
  questions = course.lessons.flatMap((lesson) => lesson.questions)
  pool = course.pool
  db = createClient({ url: server.url, authToken: token })
  await fill(60)
})

afterAll(async () => {
  db.close()
  await server.close()
  await rm(folder, { recursive: true })
})

/** People who answer every practice question, the later ones better, then try the first one again; and take one test. */
async function fill(people: number): Promise<void> {
  const asked = questions.slice(0, 4)
  for (let n = 0; n < people; n += 1) {
    const learner = `l${n}`
    const answers = asked.flatMap((question, i) => {
      const right = n > 10 * (i + 1)
      return [answer(learner, question, right, 1), answer(learner, question, !right, 2)]
    })
    await db.batch(
      [
        {
          sql: `insert into users (id, name, email, email_verified, created_at, updated_at) values (?, '', ?, 1, 0, 0)`,
          args: [learner, `${learner}@x.example`],
        },
        ...answers,
        ...aTest(learner, n % 2 === 0),
      ],
      'write',
    )
  }
}

function answer(learner: string, question: Question, right: boolean, at: number) {
  const chosen = right ? [0] : [1]
  return {
    sql: `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
      values (?, ?, 'granska-svaret', 'l', ?, ?, ?, ?, 'sv', ?)`,
    args: [learner, `${question.id}-${at}`, question.id, question.version, JSON.stringify(chosen), Number(right), at],
  }
}

function aTest(learner: string, right: boolean) {
  const [question] = pool
  const drawn = JSON.stringify([{ question: question!.id, version: question!.version, order: [0, 1, 2] }])
  const key = (question as { key: number[] }).key
  const given = JSON.stringify(right ? { [question!.id]: key } : {})
  return [
    {
      sql: `insert into attempts (learner, id, course, course_version, drawn, opened_at, closed_at) values (?, 'a', 'granska-svaret', 'v', ?, 1, 2)`,
      args: [learner, drawn],
    },
    {
      sql: `insert into submissions (learner, attempt, course, answers, score, passed, locale, at) values (?, 'a', 'granska-svaret', ?, 1, 0, 'sv', 2)`,
      args: [learner, given],
    },
  ]
}

const stats = (...args: string[]) =>
  runIn(root, 'stats/main.ts', args, { LIBSQL_URL: server.url, LIBSQL_AUTH_TOKEN: token })

test('counts first answers only, beside the line where the question is written', async () => {
  const { code, out } = await stats('granska-svaret', '--format', 'json')
  expect(code).toBe(0)
  const [{ practice, test: tests }] = JSON.parse(out)
  expect(practice.items).toHaveLength(4)
  expect(practice.items[0]).toMatchObject({ question: questions[0]!.id, n: 60 })
  expect(practice.items[0].facility).toBeCloseTo(49 / 60, 5)
  expect(practice.items[0].at).toMatch(/^courses\/granska-svaret\/sv\/01-[^:]+\.md:\d+$/)
  expect(practice.items[1].discrimination).toBeGreaterThan(0.3)
  expect(practice.reliability).toMatchObject({ n: 60 })
  expect(tests.items).toEqual([expect.objectContaining({ question: pool[0]!.id, n: 60, facility: 0.5 })])
  expect(out).not.toContain('@x.example')
})

test('reads as a table, and says from how many answers a figure is shown', async () => {
  const { out } = await stats('granska-svaret')
  expect(out).toMatch(
    /01-\S+\.md:\d+ {2}\S+ {2}n 60 {2}p 0\.82(?: \(0\.\d\d expected\))? {2}r 0\.\d\d \(act from 100\)/,
  )
  // Where its author has written how many should get it right, that stands beside it.
  expect(out).toMatch(/p 0\.\d\d \(0\.\d\d expected\)/)
  expect(out).toContain('KR-20: from 100 learners')
  expect((await stats()).out).toContain('nobody has answered yet')
})

test('wrong use is one line', async () => {
  expect(await stats('no-such')).toMatchObject({ code: 1, err: 'there is no course no-such\n' })
  expect((await stats('a', 'b')).code).toBe(2)
  const nowhere = await runIn(root, 'stats/main.ts', [], { DATA_DIR: join(folder, 'nothing') })
  expect(nowhere).toMatchObject({ code: 1, err: 'there is no database: set LIBSQL_URL, or start Navet once\n' })
})

test('answers to easy Swedish are told apart, and what too few have answered is not told', async () => {
  const eased = questions.findLast(({ text }) => text.easy)!
  for (let n = 0; n < 40; n += 1) {
    const text = n < 30 ? 'easy' : 'usual'
    await db.batch(
      [
        {
          sql: `insert into users (id, name, email, email_verified, created_at, updated_at) values (?, '', ?, 1, 0, 0)`,
          args: [`e${n}`, `e${n}@x.example`],
        },
        answer(`e${n}`, eased, n < 15, 1),
        { sql: `update answers set text = ? where learner = ?`, args: [text, `e${n}`] },
      ],
      'write',
    )
  }
  const [{ practice, test: tests }] = JSON.parse((await stats('granska-svaret', '--format', 'json')).out)
  const figures = (items: { question: string; n: number; facility?: number }[]) =>
    items.filter(({ question }) => question === eased.id).map(({ n, facility }) => [n, facility])
  expect(figures(practice.easy)).toEqual([[30, 0.5]])
  expect(figures(practice.items)).toEqual([[10, undefined]])
  expect(tests.easy).toEqual([])
  const { out } = await stats('granska-svaret')
  expect(out).toMatch(/ {4}in easy Swedish\n {4}\S+:\d+ {2}\S+ {2}n 30 {2}p 0\.50 \(0\.\d+ expected\) {2}r from 50\n/)
  expect(out).not.toContain('@x.example')
})

test('an option that its author calls by name is counted where it stands now, in whichever version it was chosen', async () => {
  const version = (name: string, optionIds: string[] | undefined) => ({
    sql: `insert into question_versions (version, course, question, key_hash, content, first_seen_at)
      values (?, 'named', 'q', ?, ?, 0)`,
    args: [
      name,
      name,
      JSON.stringify({ ...questions[0], id: 'q', version: name, ...(optionIds ? { optionIds } : {}) }),
    ],
  })
  const chose = (learner: string, name: string, ordinal: number) => ({
    sql: `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at, hints)
      values (?, ?, 'named', 'l', 'q', ?, ?, 0, 'sv', 1, ?)`,
    args: [learner, `named-${learner}`, name, `[${ordinal}]`, ordinal],
  })
  await db.batch(
    [
      version('then', ['gone', 'price', 'day']),
      version('unnamed', undefined),
      chose('l1', 'then', 0),
      chose('l2', 'then', 2),
      chose('l3', 'unnamed', 2),
    ],
    'write',
  )
  const today = new Map([['q', { options: 3, right: [1], ids: ['day', 'price', 'new'] }]])
  const { practice } = await readFirstAnswers(db, 'named', { today })
  expect(practice.map(({ learner, chosen, hints }) => [learner, chosen, hints])).toEqual([
    ['l1', [], 0],
    ['l2', [0], 2],
    ['l3', [2], 2],
  ])
})

test('what cannot be read of one answer or test takes no figure of the others away', async () => {
  const spoil = (table: string, column: string) =>
    db.execute({ sql: `update ${table} set ${column} = 'not json' where learner = 'l0'`, args: [] })
  await spoil('answers', 'chosen')
  await spoil('submissions', 'answers')
  await spoil('attempts', 'drawn')
  const { code, out } = await stats('granska-svaret', '--format', 'json')
  expect(code).toBe(0)
  const [{ practice, test: tests }] = JSON.parse(out)
  expect(practice.items[0]).toMatchObject({ question: questions[0]!.id, n: 59 })
  expect(tests.items[0]).toMatchObject({ n: 59 })
})
