import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { copyFirstCourse } from './courses.ts'
import { runIn } from './run-command.ts'

const root = join(import.meta.dirname, '../../..')
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'navet-new-'))
  await copyFirstCourse(folder)
  // A course of the second edition has questions in its pool about each lesson, also about one that is new.
  const file = join(folder, 'granska-svaret/course.yml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('edition: 2\n', ''))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => runIn(root, 'new/main.ts', [...args, '--in', folder, '--today', '2026-11-29'])
const check = () => runIn(root, 'check.ts', [folder, '--today', '2026-11-29'])
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const all = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()

test('a new course has the next number, its own id and dates, and no error; so have two lessons more', async () => {
  expect(await run('min-kurs')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('min-kurs/sv/badge.md'),
  })
  expect(read('min-kurs/course.yml')).toMatch(/^number: C04$[^]*badge: \{ id: min-kurs, /m)
  expect(read('min-kurs/sv/01-fyra-delar.md')).toMatch(/^checked: 2026-11-29\nreview_by: 2027-05-28$/m)
  for (const lesson of ['min-kurs/andra', 'granska-svaret/ny-lektion']) expect((await run(lesson)).code).toBe(0)
  expect(read('granska-svaret/en/06-ny-lektion.md')).toMatch(
    /^id: ny-lektion$[^]*id: ny-lektion-3, competence: CHK-1a,/m,
  )

  const { code, err } = await check()
  expect([code, err]).toEqual([0, expect.stringMatching(/^0 errors/m)])
})

test('after C99 comes C100', async () => {
  const file = join(folder, 'granska-svaret/course.yml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^number: .*$/m, 'number: C99'))
  await run('min-kurs')
  expect(read('min-kurs/course.yml')).toMatch(/^number: C100$/m)
})

test('nothing that is there is written over, and nothing is made of a call that is refused', async () => {
  await run('min-kurs')
  const before = all()
  const retired = join(folder, 'granska-svaret/course.yml')
  writeFileSync(retired, readFileSync(retired, 'utf8').replace(/^retired:.*\n(?: +.*\n)*/m, 'retired: [gone]\n'))
  mkdirSync(join(folder, 'halv'))

  const refused: [string[], number, string][] = [
    [['min-kurs'], 1, 'there is a course min-kurs already'],
    [['halv'], 1, 'there is a course halv already'],
    [['granska-svaret/three-questions'], 1, 'has a lesson three-questions already'],
    [['granska-svaret/gone'], 1, 'gone is retired'],
    [['ingen/lektion'], 1, 'there is no course ingen'],
    [[], 2, 'name one course'],
    [['en', 'till'], 2, 'name one course'],
    [['a/b/c'], 2, 'name one course'],
    [['../ute'], 2, '"..": an id is'],
    [['Min Kurs'], 2, '"Min Kurs": an id is'],
    [['min-kurs/badge'], 2, 'badge and artefact are addresses'],
    [['/etc'], 2, '"": an id is'],
    [['min-kurs/x', '--today', 'i dag'], 2, '--today is a date'],
  ]
  for (const [args, code, words] of refused) {
    const { code: ended, err } = await runIn(root, 'new/main.ts', ['--in', folder, ...args])
    expect([args, ended, err.trim().split('\n').length]).toEqual([args, code, 1])
    expect(err).toContain(words)
  }
  expect(all()).toEqual([...before, 'halv'].sort())
})

test('a dry run says which files, and makes none', async () => {
  const before = all()
  const { code, out } = await run('min-kurs', '--dry-run')
  expect([code, out.trim().split('\n').length]).toEqual([0, 9])
  expect(all()).toEqual(before)
})

test('what cannot be made whole is not made at all', async () => {
  const english = join(folder, 'granska-svaret/en')
  const before = all()
  chmodSync(english, 0o500)
  // Whoever runs the tests as root may write everywhere: a folder of the name is in its way.
  mkdirSync(join(english, '06-ny.md'))
  const { code, err } = await run('granska-svaret/ny')
  chmodSync(english, 0o700)
  rmSync(join(english, '06-ny.md'), { recursive: true })
  expect([code, err]).toEqual([1, expect.stringMatching(/^it cannot be made: /)])
  expect(all()).toEqual(before)
})
