import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

import { editorFiles, withSchemas } from '../../../tools/authoring/commands/schema/editor-files.ts'
import { estimateExample } from '../../../tools/authoring/commands/schema/estimate-example.ts'
import { authoredTypes } from '../../../tools/authoring/questions/registry.ts'
import { locales } from '../../../formats/locales.ts'
import { lineOf } from '../../../tools/authoring/problems/problem.ts'
import { allTypes } from './written-questions.ts'
import { CoursesFolder, en, realFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

const root = join(import.meta.dirname, '../../..')
const ajv = formats.default(new Ajv({ allErrors: true }))

function validatorOf(name: string) {
  return ajv.compile(JSON.parse(editorFiles.get(`.vscode/courses/${name}.schema.json`)!))
}

/** All that the real courses have of one form. */
function written(name: string): unknown[] {
  const files = readdirSync(realFolder, { recursive: true, encoding: 'utf8' }).map((file) => join(realFolder, file))
  const texts = (of: RegExp) => files.filter((file) => of.test(file)).map((file) => readFileSync(file, 'utf8'))
  if (name === 'lesson') return texts(/\/\d\d-[^/]+\.md$/).map((text) => parse(/^---\n([^]*?)\n---/.exec(text)![1]!))
  if (name === 'estimate') return Object.values(estimateExample).map((text) => parse(/<!--(.*)-->/.exec(text)![1]!))
  if (name === 'question')
    return texts(/\.md$/).flatMap((text) =>
      [...text.matchAll(/^### .*\n<!-- (\{[^]*?\}) -->/gm)].map(([, head]) => parse(head!) as unknown),
    )
  return files.filter((file) => basename(file) === `${name}.yml`).map((file) => parse(readFileSync(file, 'utf8')))
}

describe.each([...editorFiles.keys()].flatMap((path) => /courses\/(\w+)\.schema\.json$/.exec(path)?.[1] ?? []))(
  'the schema of %s',
  (name) => {
    const isValid = validatorOf(name)

    test('takes all that stands in the courses', () => {
      const all = written(name)
      expect(all.length).toBeGreaterThan(0)
      for (const value of all) expect([isValid(value), isValid.errors]).toEqual([true, null])
    })

    test('refuses a key that is not known, one that is missing, and a list where there is to be a word', () => {
      for (const value of written(name).slice(0, 3) as Record<string, unknown>[]) {
        expect(isValid({ ...value, unknown_key: 1 })).toBe(false)
        const needed = (JSON.parse(editorFiles.get(`.vscode/courses/${name}.schema.json`)!) as { required?: string[] })
          .required
        for (const key of needed ?? []) {
          const { [key]: _, ...rest } = value
          expect(isValid(rest), key).toBe(false)
          expect(isValid({ ...value, [key]: [['x']] }), key).toBe(false)
        }
      }
    })
  },
)

describe.each(allTypes)('the example of %s', (type) => {
  test('is a question of that type, in both languages, in which nothing is wrong', () => {
    const folder = new CoursesFolder()
    for (const [locale, path] of Object.entries({ sv, en }) as ['sv' | 'en', string][])
      folder.write(path, `${folder.read(path).trimEnd()}\n\n${authoredTypes[type].example[locale]}`)
    expect(folder.problems()).toEqual([])
    expect(folder.question('my-question').type).toBe(type)

    const { problems } = folder.compile(undefined, { teaching: true })
    const own = problems.filter(({ path, line }) => {
      const before = folder.read(path.replace('courses/', '')).split('my-question')
      return before.length > 1 && line >= before[0]!.split('\n').length
    })
    expect(own.map(lineOf)).toEqual([])
  })

  test('is a snippet that, once typed, is the example', () => {
    const snippets = JSON.parse(editorFiles.get('.vscode/courses.code-snippets')!)
    for (const locale of locales) {
      const { body, scope } = snippets[`${type}, ${locale}`]
      const typed = body
        .join('\n')
        .replaceAll(/\$\{\d:([^}]*)\}/g, '$1')
        .replaceAll(/\\([\\$}])/g, '$1')
      expect([typed, scope]).toEqual([authoredTypes[type].example[locale].trimEnd(), 'markdown'])
    }
  })
})

describe('the example of an estimate', () => {
  test('is one in which nothing is wrong, in both languages', () => {
    const folder = new CoursesFolder()
      .edit(sv, '## Lagom koll', `${estimateExample.sv}\n\n## Lagom koll`)
      .edit(en, '## The right amount', `${estimateExample.en}\n\n## The right amount`)
    expect(folder.problems()).toEqual([])
    expect(folder.lesson().estimates).toEqual([
      { id: 'my-estimate', answer: 38, unit: { sv: 'sekunder', en: 'seconds' } },
    ])
  })

  test('is a snippet that, once typed, is the example', () => {
    const snippets = JSON.parse(editorFiles.get('.vscode/courses.code-snippets')!)
    for (const locale of locales) {
      const typed = snippets[`estimate, ${locale}`].body.join('\n').replace('${1:my-estimate}', 'my-estimate')
      expect(typed.replaceAll(/\\([\\$}])/g, '$1')).toBe(estimateExample[locale])
    }
  })
})

test('the editor’s files of this repository are as the schemas are now: npm run courses:schema', () => {
  for (const [path, text] of editorFiles) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
  const settings = readFileSync(join(root, '.vscode/settings.json'), 'utf8')
  expect(withSchemas(settings)).toBe(settings)
})

describe('courses:schema', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'navet-schema-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const run = (...args: string[]) => runIn(root, 'schema/main.ts', [folder, ...args])

  test('writes them anywhere, says what is behind, and leaves other settings alone', async () => {
    expect(await run('--check')).toMatchObject({
      code: 1,
      out: expect.stringContaining('course.schema.json is not as'),
    })
    expect(readdirSync(folder)).toEqual([])
    expect((await run()).code).toBe(0)
    expect(await run('--check')).toMatchObject({ code: 0, out: 'everything is there already\n' })

    const settings = join(folder, '.vscode/settings.json')
    writeFileSync(settings, '{ "editor.tabSize": 3, "yaml.schemas": { "own.json": "own.yml" } }')
    await run()
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({
      'editor.tabSize': 3,
      'yaml.schemas': { 'own.json': 'own.yml', './.vscode/courses/facts.schema.json': '**/facts.yml' },
    })
  })

  test('leaves settings with comments as they are, and says what to put there', async () => {
    cpSync(join(root, '.vscode'), join(folder, '.vscode'), { recursive: true })
    const settings = join(folder, '.vscode/settings.json')
    writeFileSync(settings, '{ // mine\n}')
    const { code, err } = await run()
    expect([code, readFileSync(settings, 'utf8')]).toEqual([1, '{ // mine\n}'])
    expect(err).toContain('**/facts.yml')
  })

  test('says in a line that there is no such folder, or that it cannot write there', async () => {
    rmSync(folder, { recursive: true })
    expect(await run()).toMatchObject({ code: 1, err: `there is no folder ${folder}\n` })
    writeFileSync(folder, '')
    const { code, err } = await run()
    expect([code, err.trim().split('\n').length]).toEqual([1, 1])
  })
})
