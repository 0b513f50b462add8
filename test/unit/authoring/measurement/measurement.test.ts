import { expect, test } from 'vitest'

import { compileCourses } from '../../../../tools/authoring/compile/compile.ts'
import { lineOf } from '../../../../tools/authoring/problems/problem.ts'
import { readCourses } from '../../../../tools/authoring/files/read-courses.ts'
import type { SourceFile } from '../../../../tools/authoring/files/source-file.ts'
import type { Question } from '../../../../formats/catalogue/catalogue.ts'
import { realFolder } from '../courses.ts'

const files = (await readCourses(realFolder, '')).filter(({ path }) => !path.includes('/') || isOurs(path))
const formA = 'measurement/sv/form-a.md'

function isOurs(path: string): boolean {
  return path.startsWith('measurement/')
}

/** Problems of the knowledge check with one file changed; `undefined` takes it away. */
function problemsWith(path: string, change: (text: string) => string | undefined): string[] {
  const changed = files.flatMap((file): SourceFile[] => {
    if (file.path !== path) return [file]
    const text = change(new TextDecoder().decode(file.bytes))
    return text === undefined ? [] : [{ ...file, bytes: new TextEncoder().encode(text) }]
  })
  return compile(changed)
    .problems.filter((problem) => problem.severity === 'error' && problem.path.includes('measurement'))
    .map(lineOf)
}

function compile(given: readonly SourceFile[]) {
  return compileCourses(given, '', undefined, { teaching: true })
}

const { measurement, courses } = compile(files)

function areasOf(questions: readonly Question[]): string[] {
  return questions.map(({ competence }) => competence.slice(0, 3)).toSorted()
}

test('each form asks two questions an area, the follow-up one, and none is asked twice', () => {
  const areas = ['CHK', 'DEV', 'PRO', 'RES', 'UND', 'USE']
  const { forms, survey } = measurement!
  expect(areasOf(forms['form-a'])).toEqual(areas.flatMap((area) => [area, area]))
  expect(areasOf(forms['form-b'])).toEqual(areas.flatMap((area) => [area, area]))
  expect(areasOf(forms['follow-up'])).toEqual(areas)
  const ids = Object.values(forms).flatMap((questions) => questions.map(({ id }) => id))
  expect(new Set(ids).size).toBe(30)
  expect(survey.items.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4', 'n1', 'n2'])
  expect(courses).toEqual([])
})

test('questions that state what a law means wait for a checker, with others in their place', () => {
  const asked = measurement!.forms['form-a'].map(({ id }) => id)
  expect(asked).not.toContain('a9-site-chatbot')
  expect(asked).not.toContain('a10-ranking-applicants')
  expect(asked).toEqual(expect.arrayContaining(['a9s-rule-and-rush', 'a10s-refusal-letter']))
})

test('both forms ask the same skills in the same order', () => {
  const cells = (name: 'form-a' | 'form-b') =>
    measurement!.forms[name].map(({ competence, kind }) => [competence, kind])
  expect(cells('form-b')).toEqual(cells('form-a'))
})

test('what is wrong with a form is said where it stands', () => {
  const first = (change: (text: string) => string | undefined, path = formA) => problemsWith(path, change).join('\n')
  expect(problemsWith(formA, (text) => text)).toEqual([])
  expect(first(() => undefined)).toMatch(/form-a\.md:1:1 error S10 sv\/form-a\.md is missing/)
  expect(first((text) => text.replace('UND-1', 'UND-9'))).toMatch(/S29 competence UND-9 does not exist/)
  expect(first((text) => text.replace(', published: false', ''))).toMatch(/S12 published in one language only/)
  expect(first((text) => text.replace('a2-vat', 'a1-looked-up'))).toMatch(/S13 question id a1-looked-up is used twice/)
  expect(first((text) => text.replace('competence: UND-2', 'competence: USE-2'))).toContain(
    'S52 1 published questions on UND',
  )
  expect(first((text) => text.replace('- [x]', '- [ ]'))).toMatch(/sv\/form-a\.md:5:1 error S28/)
  expect(first((text) => text.replace('items:', 'item:'), 'measurement/survey.yml')).toMatch(/survey\.yml:\d+:1 error/)
  expect(first(() => undefined, 'measurement/survey.yml')).toContain('S10 survey.yml is missing')
})

test('the checks of questions run here, but a short stem and an unnamed misconception are no fault', () => {
  const { problems } = compile(files)
  expect(problems.filter(({ path, id }) => isOurs(path) && ['Q12', 'Q20'].includes(id))).toEqual([])
  const long = (text: string) =>
    text.replace('En fast formel i ekonomisystemet.', `En fast formel ${'i systemet '.repeat(9)}.`)
  expect(problemsWith(formA, long).join('\n')).toMatch(/Q06/)
  const mute = (text: string) => text.replace(/ {2}> Den kan läsa fakturor.*/, '  > Fel.')
  expect(problemsWith(formA, mute).join('\n')).toMatch(/Q05|Q04/)
})

test('a file that belongs to nothing is named', () => {
  const stray = { ...files.find(({ path }) => path === formA)!, path: 'measurement/sv/form-c.md' }
  expect(
    compile([...files, stray])
      .problems.map(lineOf)
      .join('\n'),
  ).toMatch(/form-c\.md:1:1 error S07/)
})

test('a course may not hold a question back', async () => {
  const all = await readCourses(realFolder, '')
  const changed = all.map((file) =>
    file.path === 'granska-svaret/sv/badge.md'
      ? {
          ...file,
          bytes: new TextEncoder().encode(
            new TextDecoder().decode(file.bytes).replace('kind: scenario', 'kind: scenario, published: false'),
          ),
        }
      : file,
  )
  expect(compile(changed).problems.map(lineOf).join('\n')).toMatch(
    /badge\.md:\d+:\d+ error S21 "published" is for the knowledge check/,
  )
})
