import fc from 'fast-check'
import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { Memory } from '../../../tools/authoring/files/memory.ts'
import { CoursesFolder, en, sv } from './courses.ts'

/** The fixture's course and a second one beside it. */
function twoCourses(): CoursesFolder {
  const folder = new CoursesFolder()
  for (const [path, bytes] of folder.files) {
    if (path.startsWith('granska-svaret/')) folder.write(path.replace('granska-svaret', 'other'), bytes)
  }
  return folder
    .edit('other/course.yml', 'number: C03', 'number: C04')
    .edit('other/course.yml', 'id: ai-granskare', 'id: other')
}

function compile(folder: CoursesFolder, memory?: Memory) {
  const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
  return compileCourses(files, 'courses', '2027-06-01', { memory })
}

test('after a change in one course the other one is not compiled again', () => {
  const memory = new Memory()
  const folder = twoCourses()
  const before = compile(folder, memory)
  const after = compile(folder.edit(sv, 'Amira sköter', 'Amira har hand om'), memory)

  expect(before.courses.map(({ id }) => id)).toEqual(['granska-svaret', 'other'])
  expect(after.courses[0]).not.toBe(before.courses[0])
  expect(after.courses[1]).toBe(before.courses[1])
})

test('a change of what all courses refer to compiles all of them again', () => {
  const memory = new Memory()
  const folder = twoCourses()
  const before = compile(folder, memory)
  const after = compile(folder.edit('competences.yml', 'id: CHK-1b', 'id: CHK-1x'), memory)

  expect(before.courses).toHaveLength(2)
  expect(after.courses).toHaveLength(0)
  expect(after.problems.filter(({ id }) => id === 'S29').map(({ path }) => path)).toEqual(
    expect.arrayContaining([`courses/${sv}`, `courses/${sv.replace('granska-svaret', 'other')}`]),
  )
})

test('with a memory the same problems come out as without, whatever is changed in whichever order', () => {
  const edits = fc.constantFrom<(folder: CoursesFolder) => CoursesFolder>(
    (folder) => folder.write(sv, folder.read(sv).replace('kind: scenario', 'kind: guess')),
    (folder) => folder.write(sv, folder.read(sv).replace('kind: guess', 'kind: scenario')),
    (folder) => folder.write(en, folder.read(en).replace('minutes: 6', 'minutes: six')),
    (folder) => folder.write('domains.yml', 'domains: [imy.se]\n'),
    (folder) => folder.write('facts.yml', folder.read('facts.yml').replaceAll('f-llm', 'f-x')),
    (folder) => folder.remove('other/en/badge.md'),
    (folder) => folder.write('other/en/badge.md', new CoursesFolder().read('granska-svaret/en/badge.md')),
    (folder) => folder.write('other/course.yml', folder.read('other/course.yml').replace('C04', 'C03')),
    (folder) => folder.write(sv, `${folder.read(sv)}\n![x](../images/no.png)\n`),
    (folder) => folder.write('granska-svaret/images/no.png', 'png'),
    (folder) => folder.write('other/sv/09-ny.md', folder.read(sv)),
  )
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (steps) => {
      const memory = new Memory()
      const folder = twoCourses()
      for (const step of steps) {
        step(folder)
        const { problems, courses, images } = compile(folder, memory)
        const anew = compile(folder)

        expect(problems).toEqual(anew.problems)
        expect(courses).toEqual(anew.courses)
        expect(images).toEqual(anew.images)
      }
    }),
    { numRuns: 25 },
  )
})
