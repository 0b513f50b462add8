import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { copyFirstCourse, en, realFolder, sv } from './courses.ts'

const command = join(import.meta.dirname, '../../../tools/authoring/commands/check.ts')
let folder: string
const ofEdition = /^courses\/granska-svaret: (\d+) warnings of the second edition \((.+)\); --edition shows them\n/

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navet-check-'))
  await copyFirstCourse(join(folder, 'courses'))
})

afterEach(() => rm(folder, { recursive: true }))

interface Result {
  code: number
  out: string
  err: string
}

function check(args: string[] = [], env: Record<string, string> = {}): Promise<Result> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [command, '--today', '2026-11-30', ...args],
      { cwd: folder, env: { ...process.env, ...env } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

async function spoil(path: string, from: string, to: string): Promise<void> {
  const file = join(folder, 'courses', path)
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}

test('whole courses print nothing and end with 0', async () => {
  const { code, out, err } = await check()
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: 'no problems\n' })
})

test('what the second edition asks of a course of before is one line, and shown in full when asked for', async () => {
  await spoil('granska-svaret/course.yml', 'edition: 2\n', '')
  for (const path of [sv, en, sv.replace('/sv/', '/sv-lattlast/')]) await spoil(path, '[^f-1.4301-vs-1.4404]', '')
  await spoil('facts.yml', 'certainty: A\n  - id: f-llm-cutoff', 'certainty: B\n  - id: f-llm-cutoff')
  const { code, out, err } = await check(['--edition'])
  expect(code).toBe(0)
  expect(err).not.toContain('--edition shows them')
  const lines = out.trimEnd().split('\n')
  expect(lines.every((line) => / warning (?:L2[1-6]|Q2[1-7]) /.test(line))).toBe(true)
  const [, count, checks] = ofEdition.exec((await check()).err)!
  expect(Number(count)).toBe(lines.length)
  expect(checks).toContain(`L25 ${lines.filter((line) => line.includes(' L25 ')).length}`)

  await spoil('granska-svaret/course.yml', 'number:', 'edition: 2\nnumber:')
  const second = await check()
  expect(second.err).not.toContain('--edition shows them')
  expect(second.code).toBe(1)
  expect(second.out).toContain(' error L25 ')
})

test('each problem is a line, and one error makes the command end with 1', async () => {
  await spoil(sv, 'CHK-1a', 'CHK-1q')
  const { code, out } = await check()

  expect(code).toBe(1)
  expect(out).toContain(`courses/${sv}:78:38 error S29 competence CHK-1q does not exist; did you mean CHK-1a?\n`)
  expect(
    out
      .trimEnd()
      .split('\n')
      .every((line) => /^\S+:\d+:\d+ (error|warning) [A-Z]\d\d .+$/.test(line)),
  ).toBe(true)
})

test('warnings alone end with 0', async () => {
  const { code, out } = await check(['--today', '2030-01-01'])

  expect(code).toBe(0)
  expect(out).toContain('warning L16')
})

test('JSON is an array of problems, also when there are none', async () => {
  expect(JSON.parse((await check(['--format', 'json'])).out)).toEqual([])

  await spoil(sv, 'minutes: 6', 'minutes: six')
  expect(JSON.parse((await check(['--format', 'json'])).out)).toEqual([
    {
      path: `courses/${sv}`,
      line: 4,
      column: 10,
      severity: 'error',
      id: 'S03',
      message: 'minutes: write a whole number',
    },
  ])
})

test('GitHub gets annotations', async () => {
  await spoil(sv, 'minutes: 6', 'minutes: six')

  expect((await check(['--format', 'github'])).out).toBe(
    `::error file=courses/${sv},line=4,col=10,title=S03::minutes: write a whole number\n`,
  )
})

test('a file or a folder shows its own problems only', async () => {
  await spoil(sv, 'minutes: 6', 'minutes: six')
  await spoil('facts.yml', 'certainty: A', 'certainty: C')

  expect((await check([`courses/${sv}`])).out.split('\n')).toHaveLength(2)
  expect(await check(['courses/granska-svaret/en'])).toMatchObject({ code: 0, out: '' })
  expect((await check(['courses/granska-svaret/sv', 'courses/facts.yml'])).out.split('\n')).toHaveLength(3)
})

test('another courses folder is named in full, and one that is not there as well', async () => {
  await spoil(sv, 'minutes: 6', 'minutes: six')
  const other = join(folder, 'elsewhere')
  await copyFirstCourse(other)
  await cp(join(folder, 'courses', sv), join(other, sv))

  expect((await check(['elsewhere'])).out).toContain(`elsewhere/${sv}:4:10 error S03`)
  expect(await check(['nowhere'])).toMatchObject({
    code: 1,
    out: 'nowhere:1:1 error S00 there is no such file or folder\n',
  })
})

test('a private folder is laid over courses/, and its problems are shown at its own path', async () => {
  const secret = await mkdtemp(join(tmpdir(), 'navet-private-'))
  await cp(join(realFolder, 'granska-svaret/sv/badge.md'), join(secret, 'granska-svaret/sv/badge.md'), {
    recursive: true,
  })
  const pool = join(secret, 'granska-svaret/sv/badge.md')
  await writeFile(pool, (await readFile(pool, 'utf8')).replace(/kind: \w+/, '$&, x: 1'))
  const { out } = await check([], { COURSES_PRIVATE: secret })
  await rm(secret, { recursive: true })

  expect(out).toContain(`${pool}:6:`)
  expect(out).not.toContain('courses/granska-svaret/sv/badge.md')
})

test('--drafts shows what concerns drafts only, as if they lay in courses/, which are checked without them', async () => {
  expect(await check(['--drafts'])).toMatchObject({
    code: 1,
    out: '',
    err: 'there is no folder drafts, so no draft to check\n',
  })
  const draft = join(folder, 'drafts', sv)
  await mkdir(dirname(draft), { recursive: true })
  await writeFile(
    draft,
    (await readFile(join(folder, 'courses', sv), 'utf8')).replace('competence: CHK-1a', 'competence: TODO'),
  )
  await spoil('granska-svaret/course.yml', 'number: C', 'number: D')

  const { code, out } = await check(['--drafts'])
  const lines = out.trimEnd().split('\n')
  expect([code, lines.filter((line) => !line.startsWith(`drafts/${sv}:`))]).toEqual([1, []])
  expect(out).toMatch(/error S09 "TODO" is a note for later/)
  expect((await check()).out).not.toContain('TODO')
  for (const more of ['courses', '--fix', '--watch']) expect((await check(['--drafts', more])).code).toBe(2)
})

test('wrong arguments are explained', async () => {
  expect(await check(['--format', 'xml'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--format is one of text, json, github'),
  })
  expect(await check(['--today', '2026-02-30'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--today is a date'),
  })
  expect(await check(['--fromat', 'json'])).toMatchObject({ code: 2, err: expect.stringContaining("'--fromat'") })
})

test('a thousand problems get through a pipe, and a reader who stops early gets no stack', async () => {
  const questions = Array.from(
    { length: 1000 },
    (_, i) => `### F ${i}\n<!-- { id: q-${i}, competence: X, kind: guess } -->\n\nVad?\n`,
  )
  await spoil(sv, '## Quiz', `## Quiz\n\n${questions.join('\n')}`)

  expect((await check()).out.split('\n').length).toBeGreaterThan(3000)
  const half = await new Promise<string>((done) => {
    execFile('sh', ['-c', `"${process.execPath}" "${command}" | head -1 2>&1`], { cwd: folder }, (_, out, err) =>
      done(out + err),
    )
  })
  expect(half).not.toMatch(/EPIPE|at .*\.ts:/)
})

test('--fix writes the minutes that are counted, and nothing else', async () => {
  await spoil(sv, 'minutes: 6', 'minutes: 9')
  const whole = (await readFile(join(folder, 'courses', sv), 'utf8')).replace('minutes: 9', 'minutes: 6')

  expect((await check()).out).toMatch(
    /:4:10 error L02 minutes is 9, .* write minutes: 6, or let courses:check --fix do it\n/,
  )
  const { code, out, err } = await check(['--fix'])
  expect({ code, out }).toEqual({ code: 0, out: '' })
  expect(err).toMatch(new RegExp(`^mended courses/${sv}:4 "9" is "6" now\n`))
  expect(await readFile(join(folder, 'courses', sv), 'utf8')).toBe(whole)
  expect(await check(['--fix'])).toMatchObject({ code: 0, err: expect.not.stringContaining('mended') })
})

test('--fix keeps every other byte: line ends, a mark at the beginning, spaces and what else is wrong', async () => {
  const file = join(folder, 'courses', sv)
  const odd = `\uFEFF${(await readFile(file, 'utf8')).replaceAll('\n', '\r\n')}  \r\n\r\n`
    .replace('Amira sköter', 'Amira  sköter\u00A0t.ex.')
    .replace('- [ ] Tiderna', '- [] Tiderna')
    .replace('- [x] Öppna', '- [x ] Öppna')
  await writeFile(file, odd.replace('minutes: 6', 'minutes:   9  # guessed'))
  const { err } = await check(['--fix'])

  expect(err.match(/^mended .*$/gm)).toEqual([
    `mended courses/${sv}:4 "9" is "6" now`,
    expect.stringMatching(/:\d+ "\[\]" is "\[ \]" now$/),
    expect.stringMatching(/:\d+ "\[x \]" is "\[x\]" now$/),
  ])
  expect(await readFile(file, 'utf8')).toBe(
    odd
      .replace('minutes: 6', 'minutes:   6  # guessed')
      .replace('- [] Tiderna', '- [ ] Tiderna')
      .replace('- [x ] Öppna', '- [x] Öppna'),
  )
})

test.each([
  ['bytes that are no UTF-8', (text: string) => Buffer.from(text, 'latin1')],
  ['front matter that never ends', (text: string) => Buffer.from(text.replace(/\n---\n/, '\n'))],
  ['YAML that cannot be read', (text: string) => Buffer.from(text.replace('outcome:', 'outcome: ['))],
])('--fix writes nothing in a file with %s', async (_, spoilt) => {
  const file = join(folder, 'courses', sv)
  const bytes = spoilt((await readFile(file, 'utf8')).replace('minutes: 6', 'minutes: 9'))
  await writeFile(file, bytes)
  const { code, err } = await check(['--fix'])

  expect(code).toBe(1)
  expect(err).not.toContain('mended')
  expect(await readFile(file)).toEqual(bytes)
})

test('a symbolic link is an error, and nothing is read through it', async () => {
  await writeFile(join(folder, 'secret.md'), 'a secret')
  await symlink(join(folder, 'secret.md'), join(folder, 'courses/granska-svaret/sv/09-lank.md'))
  await symlink(folder, join(folder, 'courses/granska-svaret/bilder'))
  const { code, out } = await check()

  expect(code).toBe(1)
  expect(out).toBe(
    ['bilder', 'sv/09-lank.md']
      .map(
        (path) =>
          `courses/granska-svaret/${path}:1:1 error S07 a symbolic link is no file of a course; put the file itself here\n`,
      )
      .join(''),
  )
})

test('--base finds the items of an order that changed places since', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', [
      '-C',
      folder,
      '-c',
      'user.name=A',
      '-c',
      'user.email=a@a.example',
      '-c',
      'commit.gpgsign=false',
      ...args,
    ])
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'first')
  expect(await check(['--base', 'HEAD'])).toMatchObject({ code: 0, out: '' })

  for (const language of ['sv', 'en']) {
    const file = join(folder, 'courses/granska-svaret', language, 'badge.md')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace(/^1\. (.*)\n2\. (.*)$/m, '1. $2\n2. $1'))
  }
  expect(await check()).toMatchObject({ code: 0, out: '' })
  const { code, out } = await check(['--base', 'HEAD'])
  expect(code).toBe(1)
  expect(out).toMatch(
    /^courses\/granska-svaret\/sv\/badge\.md:\d+:1 error S15 question \S+: its items have changed places/,
  )
  expect(await check(['--base', 'nothing'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('git does not know'),
  })
})
