import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { loadCatalogue } from '../../../../tools/authoring/compile/load-catalogue.ts'
import { draftsFolder } from '../../../../tools/authoring/files/drafts-folder.ts'
import { sources } from '../../../../tools/start/build-if-needed.ts'
import { copyFirstCourse } from '../courses.ts'
import { runIn } from '../run-command.ts'

const fixture = join(import.meta.dirname, '../../../fixtures/exchange/moodle.xml')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navet-import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => runIn(folder, 'import/main.ts', args)
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const question = '::fredag::Vad gör du först? {=Frågar lagret. ~Skickar det.}\n'

test('a file becomes a draft, and says what was not taken', async () => {
  put('prov.gift', `${question}\nBerätta. {}\n\nTrasig {=a ~b\n`)
  expect(await run('prov.gift', '--course', 'min-kurs')).toEqual({
    code: 0,
    err: '',
    out: [
      'prov.gift:3 not taken: a question that is answered in own words: Navet marks none',
      'prov.gift:5 not taken: not GIFT: a sign is missing before its end',
      'made drafts/min-kurs/sv/01-prov.md with 1 question\n',
    ].join('\n'),
  })
})

test('nothing that is there is written over', async () => {
  put('prov.gift', question)
  await run('prov.gift')
  put('drafts/import/sv/01-prov.md', 'mitt')
  expect(await run('prov.gift')).toMatchObject({ code: 1, err: 'drafts/import/sv/01-prov.md is there already\n' })
  expect(readFileSync(join(folder, 'drafts/import/sv/01-prov.md'), 'utf8')).toBe('mitt')
})

test('nothing is written through a link, which may lead anywhere', async () => {
  put('prov.gift', question)
  mkdirSync(join(folder, 'elsewhere'))
  mkdirSync(join(folder, 'drafts'))
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'drafts/import'))
  expect(await run('prov.gift')).toMatchObject({ code: 1, err: expect.stringContaining('not a folder of its own') })
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([])
})

test('tags that never end cost no more the more there are', async () => {
  const asked = `<questiontext format="html"><text><![CDATA[${'<a'.repeat(9_900)}]]></text></questiontext>`
  const answer = '<answer fraction="100"><text>a</text></answer>'
  const questions = Array.from(
    { length: 200 },
    (_, i) => `<question type="multichoice"><name><text>q${i}</text></name>${asked}${answer}</question>`,
  )
  put('prov.xml', `<?xml version="1.0" encoding="UTF-8"?><quiz>${questions.join('')}</quiz>`)
  expect(await run('prov.xml')).toMatchObject({ code: 0 })
})

test('a draft is checked as if it had been moved, and everything that an author has to write is said', async () => {
  mkdirSync(join(folder, 'courses'))
  await copyFirstCourse(join(folder, 'courses'))
  cpSync(fixture, join(folder, 'prov.xml'))
  await run('prov.xml', '--course', 'granska-svaret')
  const draft = 'drafts/granska-svaret/sv/01-prov.md'
  const { code, out } = await runIn(folder, 'check.ts', ['--drafts', '--today', '2026-11-29'])

  expect(code).toBe(1)
  const problems = out.trimEnd().split('\n')
  expect(problems.filter((line) => !line.startsWith(`${draft}:`))).toEqual([])
  const lines = readFileSync(join(folder, draft), 'utf8').split('\n')
  const unwritten = lines.flatMap((line, i) => (line.includes('TODO') ? [i + 1] : []))
  expect(unwritten.length).toBeGreaterThan(15)
  for (const line of unwritten)
    expect(
      problems.some((each) => each.startsWith(`${draft}:${line}:`)),
      lines[line - 1],
    ).toBe(true)
  expect((await runIn(folder, 'check.ts', ['courses', '--today', '2026-11-29'])).out).not.toContain('drafts')
})

test('a draft is in no catalogue, in no source of a build, and not in git', async () => {
  mkdirSync(join(folder, 'courses'))
  await copyFirstCourse(join(folder, 'courses'))
  const before = await loadCatalogue(join(folder, 'courses'))
  put('prov.gift', question)
  await run('prov.gift', '--course', 'granska-svaret')
  expect(existsSync(join(folder, draftsFolder))).toBe(true)
  const after = await loadCatalogue(join(folder, 'courses'))
  expect(JSON.stringify(after.courses)).toBe(JSON.stringify(before.courses))

  expect(sources.filter((source) => `${draftsFolder}/`.startsWith(`${source}/`))).toEqual([])
  expect(readFileSync(join(import.meta.dirname, '../../../../.gitignore'), 'utf8').split('\n')).toContain('drafts/')
})

const hostile: [name: string, content: string | Uint8Array, reason: RegExp][] = [
  ['entities.xml', `<!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>`, /document type/],
  ['outside.xml', `<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>`, /document type/],
  ['large.xml', `<quiz>${' '.repeat(20 * 1024 * 1024)}</quiz>`, /larger than 5 MB/],
  ['large.gift', question.repeat(300_000), /larger than 5 MB/],
  ['deep.xml', `<quiz>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</quiz>`, /nested far too deeply/],
  ['utf-16.xml', Buffer.from('\uFEFF<quiz></quiz>', 'utf16le'), /is not UTF-8/],
  ['latin.gift', Buffer.from('Vad gör du? {=a ~b}', 'latin1'), /is not UTF-8/],
  ['says.xml', '<?xml version="1.0" encoding="ISO-8859-1"?><quiz></quiz>', /says that it is ISO-8859-1/],
  ['zero.gift', 'Vad?\0 {=a ~b}', /is not UTF-8/],
  ['broken.xml', '<quiz><question type="multichoice"></quiz>', /no well-formed XML/],
  ['other.xml', '<html></html>', /no question bank of Moodle: it begins with <html>/],
  ['empty.gift', '', /holds no question/],
  ['proto.xml', '<quiz><question type="__proto__"/><question type="constructor"/></quiz>', /holds no question/],
]

test.each(hostile)('%s is refused in one line, and nothing is written', async (name, content, reason) => {
  put(name, content)
  const { code, err } = await run(name)
  expect(code).toBe(1)
  expect(err).toMatch(reason)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual([name])
})

test.each([
  ['brackets', `q{=${'['.repeat(9000)} ~b}`],
  ['tags', `[html]${'<p><a><b>'.repeat(2000)} x {=a ~b}`],
  ['attributes', `q{=<i ${'a="'.repeat(4000)} ~b}`],
  ['rows', `q{\n${'=a ->b\n'.repeat(2000)}}`],
  ['comment', 'q <!-- { id: x } --> {=a --> ~<!-- allow Q06: x -->}'],
])('a question made of %s ends soon, and leaves a draft in which every question can be read', async (_, text) => {
  put('prov.gift', `${text}\n\n${question}`)
  const { code } = await run('prov.gift')
  expect(code).toBe(0)
  const draft = readFileSync(join(folder, 'drafts/import/sv/01-prov.md'), 'utf8')
  expect(draft).toContain('{ id: fredag, competence: TODO')
  expect(draft.match(/<!-- \{/g)).toHaveLength(draft.match(/^### Fråga/gm)!.length)
})

test('a call that it does not understand is refused', async () => {
  for (const args of [
    [],
    ['a.gift', 'b.gift'],
    ['a.docx'],
    ['a.gift', '--language', 'fi'],
    ['a.gift', '--course', '../ut'],
  ])
    expect(await run(...args), args.join(' ')).toMatchObject({ code: 2, out: '' })
})
