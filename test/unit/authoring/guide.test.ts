import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { questionTypes } from '../../../worker/questions/registry.ts'
import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { lineOf } from '../../../tools/authoring/problems/problem.ts'
import { readCourses } from '../../../tools/authoring/files/read-courses.ts'
import type { SourceFile } from '../../../tools/authoring/files/source-file.ts'
import { CoursesFolder, en, sv } from './courses.ts'

const root = join(import.meta.dirname, '../../..')
const guide = readFileSync(join(root, 'courses/README.md'), 'utf8')
const course = 'en-bra-instruktion'

/** The files of the guide's example, as somebody copies them. */
function example(): SourceFile[] {
  const blocks = guide.matchAll(/<summary><code>([^<]+)<\/code><\/summary>\n\n````\w+\n([\s\S]*?\n)````\n/g)
  return [...blocks].map(([, path, text]) => ({ path: path!, bytes: new TextEncoder().encode(text) }))
}

test('the first course of the guide compiles beside the real ones, without an error', async () => {
  const files = example()
  const { courses, problems } = compileCourses(
    [...(await readCourses(resolve('courses'), '')), ...files],
    'courses',
    '2026-11-24',
  )

  expect(files).toHaveLength(9)
  expect(problems.filter(({ path, severity }) => path.includes(course) && severity === 'error').map(lineOf)).toEqual([])
  expect(courses.find(({ id }) => id === course)).toMatchObject({
    lessons: [{ id: 'four-parts', questions: { length: 3 } }],
    pool: { length: 20 },
  })
})

test('every type of question stands in the guide as the compiler reads it', () => {
  const section = guide.slice(guide.indexOf('\n## Questions'), guide.indexOf('\n## Facts and sources'))
  const questions = [...section.matchAll(/````md\n([\s\S]*?)````/g)].map(([, text], n) => asQuestion(text!, n))
  const folder = new CoursesFolder()
  for (const path of [sv, en]) folder.write(path, `${folder.read(path).trimEnd()}\n\n${questions.join('\n')}`)

  expect(folder.problems()).toEqual([])
  expect(new Set(folder.lesson().questions.map(({ type }) => type))).toEqual(new Set(Object.keys(questionTypes)))
})

const written = '\nVad?\n\n> Rätt.\n\n<!-- -->\n\n> Fel.\n'
const chosen = '\nVad?\n\n- [x] A.\n  > Rätt.\n- [ ] B.\n  > Fel.\n'

/** Completes what the guide leaves out of a snippet: heading, comment, answers. */
function asQuestion(snippet: string, n: number): string {
  const heading = snippet.startsWith('###') ? '' : `### Fråga ${n}\n`
  const comment = snippet.includes('<!-- {') ? '' : '<!-- { id: x, competence: CHK-1a, kind: scenario } -->\n\n'
  const isWhole = snippet.includes('\n>') || snippet.includes('- [')
  const rest = isWhole ? '' : snippet.includes('answer:') ? written : chosen
  return `${heading}${comment}${snippet}${rest}`
    .replace(/id: [a-z0-9-]+/, `id: guide-${n}`)
    .replace('competence: USE-1a', 'competence: CHK-1a')
}

test('every command of the guide exists, and every link within it leads to a heading', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )

  for (const [, command] of guide.matchAll(/npm run (?:-s )?([a-z:]+)/g)) expect(scripts).toHaveProperty([command!])
  // A story within an example links to its own headings.
  const own = guide.replaceAll(/^(````?).*\n[^]*?^\1$/gm, '')
  for (const [, anchor] of own.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor)
})
