import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Client } from '@libsql/client/web'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import type { Question } from '../../../formats/catalogue/catalogue.ts'
import { measureCourse } from '../../../tools/authoring/commands/stats/measure-course.ts'
import { withEntry } from '../../../tools/authoring/commands/void/with-entry.ts'
import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { keepCatalogue } from '../../../tools/database/prepare-database.ts'
import { wholeCourse } from '../../../worker/courses/course-parts.ts'
import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'
import { migratedDatabase, token } from '../../support/migrated-database.ts'
import { copyFirstCourse, realFolder } from './courses.ts'
import { runIn } from './run-command.ts'

const root = join(import.meta.dirname, '../../..')
const own = migratedDatabase()
const entry = {
  question: 'b-7',
  versions: ['f'.repeat(32)],
  reason: { sv: 'Två var "rätt": båda.', en: "Two's right" },
  on: '2026-11-29',
}
const text = '# Kommentar\nnumber: C03 # hit\ncompetences: [CHK-1, CHK-2]\nretired: []\n'

describe('course.yml', () => {
  test('gets the entry, and no other line of any course changes', () => {
    for (const course of readdirSync(realFolder).filter((name) => !name.includes('.') && name !== 'measurement')) {
      const before = readFileSync(join(realFolder, course, 'course.yml'), 'utf8')
      const after = withEntry(before, entry)
      expect(after.startsWith(before)).toBe(true)
      expect((parse(after) as { voided: unknown }).voided).toEqual([entry])
    }
  })

  test('keeps the comments of the entries there are, and what stands after them', () => {
    const before = `${text}voided: # se ärende 12\n  - question: b-1 # först\n    versions: all\n    reason: { sv: a, en: b }\n    on: 2026-11-28\n# sist\naudience: { sv: x, en: y }\n`
    const after = withEntry(before, entry)
    for (const words of [
      '# se ärende 12',
      '# först',
      '# sist\naudience: { sv: x, en: y }\n',
      '# hit\ncompetences: [CHK-1, CHK-2]',
    ])
      expect(after).toContain(words)
    const { voided } = parse(after) as { voided: { question: string }[] }
    expect(voided.map(({ question }) => question)).toEqual(['b-1', 'b-7'])
  })

  test('of an empty list, or one without a word, becomes a list', () => {
    for (const empty of ['voided: []\n', 'voided:\n'])
      expect((parse(withEntry(text + empty, entry)) as { voided: unknown }).voided).toEqual([entry])
  })

  test('that has the question already gets the further versions, and all holds more than any of them', () => {
    const once = withEntry(text, entry)
    expect(withEntry(once, { ...entry, on: '2026-11-30' })).toBe(once)
    const more = withEntry(once, { ...entry, versions: ['e'.repeat(32)] })
    expect(parse(more)).toMatchObject({ voided: [{ versions: ['f'.repeat(32), 'e'.repeat(32)] }] })
    const all = withEntry(more, { ...entry, versions: 'all' })
    expect(parse(all)).toMatchObject({ voided: [{ versions: 'all' }] })
    expect(withEntry(all, entry)).toBe(all)
    expect((parse(all) as { voided: unknown[] }).voided).toHaveLength(1)
  })

  test('that cannot be read is left alone', () => {
    for (const bad of ['number: [', '- a list', `${text}voided: none\n`])
      expect(() => withEntry(bad, entry)).toThrow(/course\.yml/)
  })
})

describe('the command', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'navet-void-'))
    await copyFirstCourse(folder)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const reasons = ['--reason-sv', 'Två av svaren var rätt.', '--reason-en', 'Two of the answers were right.']
  const nowhere = { DATA_DIR: '/nowhere/at/all' }
  const run = (env: Record<string, string>, ...args: string[]) =>
    runIn(root, 'void/main.ts', [...args, '--in', folder], env)
  const yml = () => readFileSync(join(folder, 'granska-svaret/course.yml'), 'utf8')
  const pool = async () => (await wholeCourse(await loadCatalogue(folder), 'granska-svaret')).pool as ChoiceQuestion[]

  test('writes what the check then accepts, and says that it still stands in these words', async () => {
    const [question] = await pool()
    const before = yml()
    const words = ['granska-svaret', question!.id, '--versions', question!.version, ...reasons]
    const dry = await run(nowhere, ...words, '--dry-run')
    expect(dry).toMatchObject({ code: 0, err: '' })
    expect(dry.out).toMatch(
      /^there is no database, so nobody is counted\n.* warning S17 .*\nwould write .*course\.yml\n$/,
    )
    expect(yml()).toBe(before)

    expect((await run(nowhere, ...words)).out).toContain('written: ')
    expect(parse(yml())).toMatchObject({ voided: [{ question: question!.id, versions: [question!.version] }] })
    const check = await runIn(root, 'check.ts', [folder])
    expect([check.code, check.err]).toEqual([0, expect.stringMatching(/^0 errors/m)])
    expect((await run(nowhere, ...words)).out).toContain('nothing to write: it says so already in')
  })

  test('writes nothing that the check refuses, and says why where it stands', async () => {
    const before = yml()
    const [question] = await pool()
    const cases = [
      [question!.id, 'all', 'take it out in both languages'],
      ['no-such', 'f'.repeat(32), 'this course has no question no-such'],
      [question!.id, 'abc', 'a version is 32 signs'],
    ] as const
    for (const [id, versions, words] of cases) {
      const { code, err } = await run(nowhere, 'granska-svaret', id, '--versions', versions, ...reasons)
      expect([code, err]).toEqual([1, expect.stringContaining(words)])
      expect(err).toMatch(/course\.yml:\d+:\d+ error/)
    }
    const html = await run(
      nowhere,
      'granska-svaret',
      question!.id,
      '--versions',
      question!.version,
      '--reason-sv',
      '<b>',
      '--reason-en',
      'x',
    )
    expect([html.code, html.err]).toEqual([1, expect.stringContaining('no HTML and no link')])
    const future = await run(
      nowhere,
      'granska-svaret',
      question!.id,
      '--versions',
      question!.version,
      ...reasons,
      '--on',
      '2999-01-01',
    )
    expect([future.code, future.err]).toEqual([1, expect.stringContaining('it has not come')])
    expect(yml()).toBe(before)
  })

  test('a wrong call, and a course that there is not, are one line', async () => {
    expect((await run(nowhere, 'granska-svaret')).code).toBe(2)
    expect((await run(nowhere, 'granska-svaret', 'x', '--versions', 'all')).code).toBe(2)
    expect((await run(nowhere, 'granska-svaret', 'x', '--versions', 'all', ...reasons, '--on', 'igår')).code).toBe(2)
    expect(await run(nowhere, 'no-such', 'x', '--versions', 'all', ...reasons)).toMatchObject({ code: 1, out: '' })
  })

  test('with a database it lists the versions, counts whom it is about, and refuses a version nobody had', async () => {
    const env = { LIBSQL_URL: own.url, LIBSQL_AUTH_TOKEN: token }
    const catalogue = await loadCatalogue(folder)
    await keepCatalogue(own.client, catalogue)
    const questions = await pool()
    const [question] = questions as [ChoiceQuestion]
    await fill(own.client, questions)

    const listed = await run(env, 'granska-svaret', question.id)
    expect(listed.out).toMatch(
      new RegExp(`^${question.id}: 1 version\n  ${question.version}  since \\S+, as it stands  \\S`),
    )
    const words = ['granska-svaret', question.id, '--versions', question.version, ...reasons, '--dry-run']
    const { code, out, err } = await run(env, ...words)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(
      `${question.id}: 4 tests handed in with it, by 4 people; 1 of them pass by it and get the badge\n  1 test open with it; 2 people have answered it in a lesson\n  1 test of the course cannot be read: nothing is counted of that`,
    )
    expect(out).not.toMatch(/l\d@|@x/)
    const strange = await run(env, 'granska-svaret', question.id, '--versions', 'f'.repeat(32), ...reasons)
    expect([strange.code, strange.err]).toEqual([1, expect.stringContaining(`which are\n  ${question.version}`)])

    // Once it is applied, statistics leave it out.
    const course = await wholeCourse(catalogue, 'granska-svaret')
    const summary = catalogue.courses.find(({ id }) => id === 'granska-svaret')!
    const itemsWith = async (voided: boolean) => {
      const voidings = [{ question: question.id, versions: [question.version], reason: entry.reason, on: entry.on }]
      const summaries = [{ ...summary, ...(voided ? { voided: voidings } : {}) }]
      const { practice, test: tests } = await measureCourse(own.client, course, { written: [], summaries })
      return [practice.items, tests.items].map((items) => items.some((item) => item.question === question.id))
    }
    expect(await itemsWith(false)).toEqual([true, true])
    expect(await itemsWith(true)).toEqual([false, false])
  }, 60_000)
})

/** Four who were drawn the first question (one passes by it, one holds the badge), one who was not, one spoilt, one open. */
async function fill(client: Client, pool: readonly ChoiceQuestion[]): Promise<void> {
  const at = Date.now() - 60_000
  const course = 'granska-svaret'
  const ten = pool.slice(0, 10)
  const drawnOf = (questions: readonly Question[]) =>
    JSON.stringify(questions.map(({ id, version }) => ({ question: id, version, order: [0, 1, 2] })))
  const statements = []
  const people: [learner: string, right: number, questions: readonly ChoiceQuestion[], answers?: string][] = [
    ['l1', 7, ten],
    ['l2', 6, ten],
    ['l3', 9, ten],
    ['l4', 7, ten],
    ['l5', 7, pool.slice(1, 11)],
    ['l6', 7, ten, '{'],
  ]
  for (const [learner, right, questions, answers] of people) {
    const given = Object.fromEntries(questions.slice(questions.length - right).map(({ id, key }) => [id, key]))
    statements.push(
      {
        sql: `insert into users (id, name, email, email_verified, created_at, updated_at) values (?, '', ?, 1, 0, 0)`,
        args: [learner, `${learner}@x.example`],
      },
      {
        sql: `insert into attempts (learner, id, course, course_version, drawn, opened_at, closed_at) values (?, 'a', ?, 'v', ?, ?, ?)`,
        args: [learner, course, drawnOf(questions), at, at],
      },
      {
        sql: `insert into submissions (learner, attempt, course, answers, score, passed, locale, at) values (?, 'a', ?, ?, ?, ?, 'sv', ?)`,
        args: [learner, course, answers ?? JSON.stringify(given), right, Number(right >= 8), at],
      },
    )
  }
  statements.push(
    {
      sql: `insert into awards (id, learner, badge, course, course_version, attempt, at, day) values ('w', 'l4', 'b', ?, 'v', 'x', 0, '2026-11-20')`,
      args: [course],
    },
    {
      sql: `insert into attempts (learner, id, course, course_version, drawn, opened_at) values ('l5', 'o', ?, 'v', ?, ?)`,
      args: [course, drawnOf(ten), at],
    },
  )
  const [{ id, version }] = ten as [ChoiceQuestion]
  for (const learner of ['l1', 'l2'])
    statements.push({
      sql: `insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at) values (?, 'x', ?, 'l', ?, ?, '[0]', 0, 'sv', ?)`,
      args: [learner, course, id, version, at],
    })
  await client.batch(statements, 'write')
}
