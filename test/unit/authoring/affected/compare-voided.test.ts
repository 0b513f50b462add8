import { expect, test } from 'vitest'

import { compareCourses } from '../../../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../../../tools/authoring/commands/affected/outline.ts'
import { CoursesFolder } from '../courses.ts'

const course = 'granska-svaret/course.yml'
const version = new CoursesFolder().question().version

function outline(folder: CoursesFolder) {
  return outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes }))).courses
}

function effects(before: CoursesFolder, after: CoursesFolder): string[] {
  const [found] = compareCourses(outline(before), outline(after))
  return (found?.effects ?? []).map(({ severity, kind, id }) => `${severity} ${kind} ${id}`)
}

function voiding(versions: string): CoursesFolder {
  const entry = `voided:\n  - { question: nuts-promise, versions: ${versions}, reason: { sv: Fel, en: Wrong }, on: 2026-11-28 }\n`
  return new CoursesFolder().edit(course, 'retired: []', `retired: []\n${entry}`)
}

test('voiding earlier words is told, and the course keeps its version', () => {
  expect(effects(new CoursesFolder(), voiding(`["${'f'.repeat(32)}"]`))).toEqual([
    'notice question-voided nuts-promise',
  ])
})

test('voiding the words that stand gives the course another version, since nobody is asked them', () => {
  const standing = voiding(`["${version}"]`)
  const told = ['notice question-voided nuts-promise', 'notice course-version granska-svaret']
  expect(effects(new CoursesFolder(), standing)).toEqual(told)
  expect(outline(standing).get('granska-svaret')!.version).toBe(standing.compile().summaries[0]!.version)
  expect(outline(standing).get('granska-svaret')!.lessons[1]!.questions).not.toContain('nuts-promise')
})

test('more versions are told as well, and a voiding that ends takes nothing from anybody', () => {
  const [one, two] = [voiding(`["${'f'.repeat(32)}"]`), voiding(`["${'f'.repeat(32)}", "${'e'.repeat(32)}"]`)]
  expect(effects(one, two)).toEqual(['notice question-voided nuts-promise'])
  expect(effects(one, one)).toEqual([])
  expect(effects(two, new CoursesFolder())).toEqual(['notice voiding-ended nuts-promise'])
})
