import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { en, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navet-behind-'))
  cpSync(fixtureFolder, join(folder, 'courses'), { recursive: true })
  git('2026-01-01', 'init', '--quiet', '--initial-branch', 'main')
  commit('2026-01-01', 'First')
})
afterEach(() => rmSync(folder, { recursive: true }))

function git(day: string, ...args: string[]): void {
  const date = `${day}T12:00:00Z`
  execFileSync(
    'git',
    ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@a.example', '-c', 'commit.gpgsign=false', ...args],
    {
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      stdio: 'ignore',
    },
  )
}

function commit(day: string, subject: string): void {
  git(day, 'add', '--all')
  git(day, 'commit', '--quiet', '--message', subject)
}

function change(day: string, path: string, subject = 'Change'): void {
  const file = join(folder, 'courses', path)
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n`)
  if (day) commit(day, subject)
}

const behind = (...args: string[]) => runIn(folder, 'behind/main.ts', args)

test('what was changed in both languages within two weeks, in whichever order, is not behind', async () => {
  expect(await behind()).toEqual({ code: 0, out: '', err: '0 page(s) changed in one language alone\n' })
  change('2026-03-01', sv)
  change('2026-03-15', en)
  expect((await behind()).code).toBe(0)
  change('2026-05-02', en)
  change('2026-05-01', sv)
  expect((await behind()).code).toBe(0)
})

test('a page changed in one language alone is named in the other, with the day and what was said of it', async () => {
  change('2026-03-01', sv, 'Mend the meaning')
  const { code, out } = await behind()
  expect([code, out]).toEqual([
    1,
    `courses/${en}:1 warning the English has not been touched since the Swedish changed, on 2026-03-01 ("Mend the meaning"): does it still say the same? courses/${sv}\n`,
  ])
  change('2026-06-01', en)
  expect((await behind()).out).toMatch(new RegExp(`^courses/${sv}:1 warning the Swedish has not been touched`))
  const json = JSON.parse((await behind('--format', 'json')).out)
  expect(json).toEqual([
    { path: `courses/${sv}`, locale: 'sv', other: `courses/${en}`, day: '2026-06-01', subject: 'Change' },
  ])
})

test('against a revision only what has changed since counts, committed or not', async () => {
  change('2026-03-01', sv)
  git('2026-03-02', 'tag', 'base')
  expect((await behind('--base', 'base')).code).toBe(0)
  change('', en)
  const { code, out } = await behind('--base', 'base', '--format', 'github')
  expect([code, out]).toEqual([1, expect.stringMatching(/^::warning file=courses\/.*which is not committed yet/)])
  commit('2026-03-03', 'English')
  expect((await behind('--base', 'base')).code).toBe(1)
  change('2026-03-04', sv)
  expect((await behind('--base', 'base')).code).toBe(0)
})

test('a lesson is told by its id, and a page by its name: files that were renamed are still a pair', async () => {
  renameSync(join(folder, 'courses', en), join(folder, 'courses', en.replace('02-three', '02-still-three')))
  commit('2026-03-01', 'Rename')
  change('2026-08-01', 'granska-svaret/sv/artefact.md')
  const lines = (await behind()).out.split('\n').filter(Boolean)
  expect(lines.map((line) => line.split(':')[0])).toEqual(['courses/granska-svaret/en/artefact.md', `courses/${sv}`])
})

test('easy Swedish that did not follow the Swedish is behind, and the Swedish never behind it', async () => {
  const easy = sv.replace('/sv/', '/sv-lattlast/')
  mkdirSync(join(folder, 'courses/granska-svaret/sv-lattlast'))
  cpSync(join(folder, 'courses', sv), join(folder, 'courses', easy))
  commit('2026-03-01', 'Easy Swedish')
  expect((await behind()).code).toBe(0)
  change('2026-06-01', sv)
  change('2026-06-02', en)
  expect((await behind()).out).toBe(
    `courses/${easy}:1 warning the easy Swedish has not been touched since the Swedish changed, on 2026-06-01 ("Change"): does it still say the same? courses/${sv}\n`,
  )
  const json = JSON.parse((await behind('--format', 'json')).out)
  expect(json).toEqual([
    { path: `courses/${easy}`, locale: 'sv', other: `courses/${sv}`, day: '2026-06-01', subject: 'Change' },
  ])
})

test('where git does not know it, it says so in a line', async () => {
  const shallow = `${folder}-shallow`
  change('2026-03-01', sv)
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, shallow], { stdio: 'ignore' })
  expect(await runIn(shallow, 'behind/main.ts', [])).toMatchObject({
    code: 1,
    err: 'git has the newest commits only; fetch the others: git fetch --unshallow\n',
  })
  rmSync(join(shallow, '.git'), { recursive: true })
  expect(await runIn(shallow, 'behind/main.ts', [])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/not in a git/),
  })
  rmSync(shallow, { recursive: true })
  expect(await behind('--base', 'nowhere')).toMatchObject({ code: 2 })
  expect(await behind('--format', 'xml')).toMatchObject({ code: 2 })
})
