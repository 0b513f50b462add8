import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile.ts'
import { lineOf } from '../../../tools/authoring/problem.ts'
import { readCourses } from '../../../tools/authoring/read-courses.ts'
import type { SourceFile } from '../../../tools/authoring/source-file.ts'

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

test('every command of the guide exists, and every link within it leads to a heading', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const headings = [...guide.matchAll(/^## (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )

  for (const [, command] of guide.matchAll(/npm run (?:-s )?([a-z:]+)/g)) expect(scripts).toHaveProperty([command!])
  for (const [, anchor] of guide.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor)
})
