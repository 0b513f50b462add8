import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { sources } from '../../../../tools/start/build-if-needed.ts'
import { loadCatalogue } from '../../../../tools/authoring/compile/load-catalogue.ts'
import { copyFirstCourse } from '../courses.ts'

const program = join(import.meta.dirname, '../../../../tools/authoring/commands/mcp/main.ts')
const secret = 'Vilken hemlig fråga ställs bara i provet?'
let folder: string
let client: Client

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'navet-mcp-'))
  await copyFirstCourse(join(folder, 'courses'))
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@x.se', ...args])
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'first')
  mkdirSync(join(folder, 'private/granska-svaret/sv'), { recursive: true })
  writeFileSync(join(folder, 'private/granska-svaret/sv/badge.md'), secret)
  client = new Client({ name: 'an-assistant', version: '1' })
  const env = { ...(process.env as Record<string, string>), COURSES_PRIVATE: join(folder, 'private') }
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program], cwd: folder, env }))
})
afterEach(async () => {
  await client.close()
  rmSync(folder, { recursive: true })
})

async function call(name: string, args: object = {}): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: args as Record<string, unknown> })
  return { text: (content as { text: string }[]).map(({ text }) => text).join('\n'), isError: isError === true }
}

/** Everything but drafts/, by its content. */
function outside(): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => !/^(drafts|\.git)(\/|$)/.test(file) && statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => `${file} ${readFileSync(join(folder, file), 'base64')}`)
    .join('\n')
}

const lesson = 'granska-svaret/sv/09-ny.md'

describe('an assistant of an author', () => {
  test('has four tools, and is told what it may do', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['read', 'check', 'draft', 'affected'])
    expect(client.getInstructions()).toContain('A draft is never published')
  })

  test('reads the guide and the lessons, and no question of a test, however it asks', async () => {
    const { text: names } = await call('read')
    expect(names).toContain('courses/granska-svaret/sv/02-tre-fragor.md')
    expect(names).not.toMatch(/badge\.md|measurement/)
    expect((await call('read', { path: 'courses/README.md' })).text).toContain("# Author's guide")
    const refused = [
      'courses/granska-svaret/sv/badge.md',
      'courses/granska-svaret/sv/../sv/badge.md',
      'courses/./granska-svaret/sv/badge.md',
      'courses/measurement/sv/form-a.md',
      'private/granska-svaret/sv/badge.md',
      'courses/../private/granska-svaret/sv/badge.md',
      join(folder, 'courses/granska-svaret/sv/badge.md'),
      '/etc/passwd',
      '../../etc/passwd',
      '.git/config',
    ]
    for (const path of refused) {
      const { text, isError } = await call('read', { path })
      expect([path, isError, text.split('\n').length]).toEqual([path, true, 1])
    }
  })

  test('reads nothing through a link', async () => {
    symlinkSync('/etc/passwd', join(folder, 'courses/granska-svaret/sv/08-lank.md'))
    mkdirSync(join(folder, 'drafts'))
    symlinkSync('../courses/granska-svaret/sv', join(folder, 'drafts/granska-svaret'))
    expect((await call('read')).text).not.toContain('08-lank')
    for (const path of ['courses/granska-svaret/sv/08-lank.md', 'drafts/granska-svaret/badge.md'])
      expect(await call('read', { path })).toMatchObject({ isError: true, text: expect.stringMatching(/^there is no/) })
  })

  test('writes a draft, checks it as if it lay in courses/, and is told what it would do to people', async () => {
    const before = outside()
    const catalogue = JSON.stringify((await loadCatalogue(join(folder, 'courses'))).courses)
    const text = readFileSync(join(folder, 'courses/granska-svaret/sv/02-tre-fragor.md'), 'utf8')
      .replace('id: three-questions', 'id: a-draft')
      .replaceAll(/<!-- \{ id: /g, '<!-- { id: d-')
    expect(await call('draft', { path: lesson, text })).toEqual({ isError: false, text: `made drafts/${lesson}` })
    expect((await call('read', { path: `drafts/${lesson}` })).text).toBe(text)
    expect((await call('check', { folder: 'drafts' })).text).toMatch(
      new RegExp(`^drafts/${lesson}:\\d+:\\d+ error S\\d\\d .*English`, 'm'),
    )
    expect((await call('affected', { drafts: true })).text).toContain('a-draft')
    expect((await call('affected')).text).toBe('nobody notices')

    expect(outside()).toBe(before)
    expect(JSON.stringify((await loadCatalogue(join(folder, 'courses'))).courses)).toBe(catalogue)
    expect(sources.filter((source) => 'drafts'.startsWith(source))).toEqual([])
  })

  test('writes over nothing unless it says so', async () => {
    await call('draft', { path: lesson, text: 'ett' })
    expect(await call('draft', { path: lesson, text: 'två' })).toMatchObject({ isError: true })
    expect(readFileSync(join(folder, 'drafts', lesson), 'utf8')).toBe('ett')
    expect((await call('draft', { path: `drafts/${lesson}`, text: 'tre', replace: true })).text).toMatch(/^replaced/)
    expect(readFileSync(join(folder, 'drafts', lesson), 'utf8')).toBe('tre')
    expect(readdirSync(join(folder, 'drafts/granska-svaret/sv'))).toEqual(['09-ny.md'])
  })

  test('is refused in one line what is no draft, and changes nothing outside drafts/ whatever it names', async () => {
    const before = outside()
    const names = [
      '../courses/granska-svaret/sv/02-tre-fragor.md',
      'drafts/../courses/granska-svaret/sv/02-tre-fragor.md',
      '/etc/navet-out.md',
      'a/sv/..\\..\\x.md',
      'a/sv/x.md\0.ts',
      'a/sv/x.md\n',
      'a/sv/.hidden.md',
      'a/../../x/sv/y.md',
      'A/sv/x.md',
      'a/de/x.md',
      'a/sv/x.ts',
      'facts.yml',
      '',
    ]
    for (const path of names) {
      const { isError, text } = await call('draft', { path, text: 'x', replace: true })
      expect([path, isError, text.split('\n').length]).toEqual([path, true, 1])
    }
    const part = fc.constantFrom(
      '..',
      '.',
      'a',
      'sv',
      'en',
      'x.md',
      'course.yml',
      '/',
      '\\',
      'courses',
      'drafts',
      '%2e%2e',
      '\0',
      'å',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', ''), async (parts, sign) => {
        await call('draft', { path: parts.join(sign), text: 'x', replace: true })
        expect(outside()).toBe(before)
      }),
      { numRuns: 60 },
    )
    // Laid over the real one, a check would tell which of its answers are right.
    for (const path of ['granska-svaret/sv/badge.md', 'drafts/granska-svaret/en/badge.md'])
      expect((await call('draft', { path, text: 'x' })).text).toContain('is not given to an assistant')
    expect(await call('draft', { path: 'min-kurs/sv/badge.md', text: 'x' })).toMatchObject({ isError: false })
    expect(await call('draft', { path: 'a/sv/x.md', text: 'å'.repeat(600_000) })).toMatchObject({ isError: true })
  }, 60_000)

  test('writes through no link: neither a folder nor a file that leads elsewhere', async () => {
    const before = outside()
    symlinkSync('courses', join(folder, 'drafts'))
    expect((await call('draft', { path: lesson, text: 'x', replace: true })).text).toContain(
      'is not a folder of its own',
    )
    rmSync(join(folder, 'drafts'))
    mkdirSync(join(folder, 'drafts/granska-svaret'), { recursive: true })
    symlinkSync('../../courses/granska-svaret/sv', join(folder, 'drafts/granska-svaret/sv'))
    expect((await call('draft', { path: lesson, text: 'x', replace: true })).text).toContain(
      'is not a folder of its own',
    )
    rmSync(join(folder, 'drafts/granska-svaret/sv'))
    mkdirSync(join(folder, 'drafts/granska-svaret/sv'))
    symlinkSync('../../../courses/README.md', join(folder, 'drafts', lesson))
    expect((await call('draft', { path: lesson, text: 'x', replace: true })).text).toContain('is not a file of its own')
    rmSync(join(folder, 'drafts', lesson))
    expect(outside()).toBe(before)
  })

  test('is told of problems in courses/, and of those in a test only how many they are', async () => {
    expect((await call('check', { folder: 'courses' })).isError).toBe(false)
    const badge = join(folder, 'courses/granska-svaret/sv/badge.md')
    writeFileSync(badge, `${readFileSync(badge, 'utf8')}\n### Fråga 99\n\n${secret}\n`)
    const { text } = await call('check', { folder: 'courses' })
    expect(text).toMatch(/\d+ more in questions of tests/)
    expect(text).not.toMatch(/badge\.md|hemlig/)
  })

  test('gets one line for a revision that git does not know, or that would be an option', async () => {
    for (const base of ['nowhere', '--output=x'])
      expect((await call('affected', { base })).text).toMatch(/^git does not know the revision/)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })
})
