import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { findStale } from '../../../tools/authoring/commands/stale/find-stale.ts'
import { CoursesFolder, en, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

const unchecked = 'read: none, certainty: B'
const checked = 'read: original, checked: 2026-11-23, checker: Eva, certainty: A'

function stale(folder: CoursesFolder, today: string, within = 30) {
  return findStale(
    [...folder.files].map(([path, bytes]) => ({ path, bytes })),
    today,
    within,
  )
}

/** `state what id due` */
function lines(folder: CoursesFolder, today: string, within = 30): string[] {
  return stale(folder, today, within).due.map(({ state, what, id, due }) => `${state} ${what} ${id} ${due}`)
}

test('a lesson is near within 30 days, on its last day as well, and past the day after', () => {
  const folder = new CoursesFolder()
  const own = (today: string) => lines(folder, today).filter((line) => line.includes('three-questions'))

  expect(own('2027-03-31')).toEqual([])
  expect(own('2027-04-01')).toEqual(['near lesson three-questions 2027-05-01'])
  expect(own('2027-05-01')).toEqual(['near lesson three-questions 2027-05-01'])
  expect(own('2027-05-02')).toEqual(['past lesson three-questions 2027-05-01'])
})

test('the language that is due first decides, and its file is named', () => {
  const folder = new CoursesFolder().edit(en, 'review_by: 2027-05-01', 'review_by: 2027-01-10')
  const [first] = stale(folder, '2027-01-11').due

  expect(first).toMatchObject({ id: 'three-questions', state: 'past', due: '2027-01-10', place: { path: en } })
})

test('a fact keeps for 365 days after it was checked', () => {
  const folder = new CoursesFolder().edit('facts.yml', unchecked, checked)
  const facts = (today: string) => lines(folder, today, 0).filter((line) => line.includes('fact'))

  expect(facts('2027-11-22')).toEqual([])
  expect(facts('2027-11-23')).toEqual(['near fact f-llm-next-token 2027-11-23'])
  expect(facts('2027-11-24')).toEqual(['past fact f-llm-next-token 2027-11-23'])
})

test('a fact that a lesson about law lists keeps for 180 days', () => {
  const folder = new CoursesFolder().edit('facts.yml', unchecked, checked)
  folder.editBoth('review_by: 2027-05-01', 'review_by: 2027-05-01\ntags: [law]')

  expect(lines(folder, '2027-05-22', 0)).toContain('near fact f-llm-next-token 2027-05-22')
  expect(lines(folder, '2027-05-23', 0)).toContain('past fact f-llm-next-token 2027-05-22')
})

test('a copy keeps as long as an original, from the day it was read', () => {
  const folder = new CoursesFolder().edit('facts.yml', unchecked, 'read: copy, read_on: 2026-11-23, certainty: A')

  expect(lines(folder, '2027-11-23', 0)).toContain('near fact f-llm-next-token 2027-11-23')
})

test('sources to open come in the order of use: what most sentences wait for, then what is shown from a copy', () => {
  const folder = new CoursesFolder()
    .edit(sv, 'Tonen kan alltså', 'Sant.[^f-1.4301-vs-1.4404] Tonen kan alltså')
    .write(
      'facts.yml',
      `${new CoursesFolder().read('facts.yml').trimEnd()}
  - { id: f-a-copy, claim: { sv: a, en: a }, source: s, publisher: p, url: 'https://imy.se/x', read: copy, read_on: 2026-11-23, certainty: A }
  - { id: f-open, claim: { sv: a, en: a }, source: s, publisher: p, read: original, checker: Eva, checked: 2026-11-23, certainty: A }
  - { id: f-unused, claim: { sv: a, en: a }, source: s, publisher: p, read: none, certainty: B }
`,
    )
    .editBoth('facts: [', 'facts: [f-a-copy, f-open, ')
  const { due, toOpen } = stale(folder, '2026-11-24')

  expect(due).toEqual([])
  expect(toOpen.map(({ id, leftOut, citations, url }) => [id, leftOut, citations, url])).toEqual([
    ['f-1.4301-vs-1.4404', 'nobody has read its source', 1, null],
    ['f-llm-next-token', 'nobody has read its source', 0, null],
    ['f-a-copy', null, 0, 'https://imy.se/x'],
    ['f-unused', 'nobody has read its source', 0, null],
  ])
  expect(toOpen[0]!.lessons).toEqual(['granska-svaret/three-questions'])
})

test('a lesson that cannot be read is named, and the others are judged all the same', () => {
  const folder = new CoursesFolder().edit(sv, 'minutes: 6', 'minutes: six')
  const { unread, due } = stale(folder, '2030-01-01')

  expect(unread).toEqual([sv])
  expect(due.map(({ id }) => id)).toContain('three-questions')
})

test('what is near today is near or past tomorrow, and nothing is both', () => {
  const folder = new CoursesFolder().edit('facts.yml', unchecked, checked)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 90 }), (days, within) => {
      const day = (offset: number) => new Date(Date.UTC(2026, 10, 23 + offset)).toISOString().slice(0, 10)
      const ids = stale(folder, day(days), within).due.map(({ id }) => id)
      const tomorrow = stale(folder, day(days + 1), within).due.map(({ id }) => id)

      expect(new Set(ids).size).toBe(ids.length)
      expect(tomorrow).toEqual(expect.arrayContaining(ids))
    }),
    { numRuns: 20 },
  )
})

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-stale-'))
  await cp(fixtureFolder, join(folder, 'courses'), { recursive: true })
})

afterEach(() => rm(folder, { recursive: true }))

const run = (...args: string[]) => runIn(folder, 'stale/main.ts', args)

test('the command ends with 1 when something is past, with 0 when something is near, whatever is to be opened', async () => {
  const past = await run('--today', '2027-05-02')
  const near = await run('--today', '2027-05-01')
  const fresh = await run('--today', '2026-11-24')

  expect(past.code).toBe(1)
  expect(past.out).toContain(
    `courses/${sv}:9:12 error L16 lesson granska-svaret/three-questions should have been checked again by 2027-05-01 (last checked 2026-11-23)\n`,
  )
  expect(near).toMatchObject({ code: 0, out: expect.stringContaining(`courses/${sv}:9:12 warning L16`) })
  expect(fresh).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^courses\/facts\.yml:3:\d+ notice L19 fact f-1\.4301-vs-1\.4404 may not be shown: nobody has read its source; open its official page; cited by no sentence, /,
    ),
  })
  expect(fresh.err).toBe('0 past their date, 0 within 30 days, 2 sources to open\n')
})

test('JSON and GitHub say the same', async () => {
  const json = JSON.parse((await run('--today', '2027-05-02', '--format', 'json')).out)
  const github = (await run('--today', '2027-05-02', '--format', 'github')).out

  expect(json.due).toContainEqual({
    what: 'lesson',
    id: 'three-questions',
    state: 'past',
    due: '2027-05-01',
    checked: '2026-11-23',
    lessons: ['granska-svaret/three-questions'],
    path: `courses/${sv}`,
    line: 9,
    column: 12,
  })
  expect(github).toContain(`::error file=courses/${sv},line=9,col=12,title=L16::lesson granska-svaret/three-questions`)
  expect(github.trimEnd().split('\n')).toHaveLength(json.due.length + json.toOpen.length)
})

test('a file that cannot be read is said, and wrong use is one line that ends with 2', async () => {
  const file = join(folder, 'courses', sv)
  await writeFile(file, (await readFile(file, 'utf8')).replace('minutes: 6', 'minutes: six'))

  expect((await run('--today', '2026-11-24')).err).toContain(`courses/${sv} cannot be read; courses:check says why\n`)
  for (const args of [
    ['--today', 'soon'],
    ['--within', '-1'],
    ['--within=x'],
    ['--format', 'xml'],
    ['--when', 'now'],
  ]) {
    expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  }
  expect(await run('nowhere')).toMatchObject({ code: 1, err: 'the courses folder nowhere cannot be read\n' })
})
