import { expect, test } from 'vitest'

import { readAgain } from '../../../worker/quizzes/read-again.ts'
import { CoursesFolder, en, sv } from './courses.ts'

const heading = /^## .*$/m
const question = 'id: nuts-promise'

/** The fixture with a named heading in its lesson, and questions that send there. */
function folderWith({
  id = 'why-three',
  from = 'why-three',
  pool = 'three-questions/why-three',
  only = [sv, en],
} = {}) {
  const folder = new CoursesFolder()
  for (const path of [sv, en]) {
    const named = only.includes(path) ? `$&\n<!-- id: ${id} -->` : '$&'
    folder.write(path, folder.read(path).replace(heading, named).replace(question, `${question}, from: ${from}`))
    const badge = path.replace(/[^/]+$/, 'badge.md')
    folder.write(badge, folder.read(badge).replace(/<!-- \{ id: [^,]+/, `$&, from: ${pool}`))
  }
  return folder
}

test('a heading that is named has an address, in both languages, and a question sends to it', () => {
  const folder = folderWith()
  expect(folder.problems()).toEqual([])
  const before = new CoursesFolder()
  const { course } = { course: folder.compile().summaries[0]! }
  const lesson = course.lessons.find(({ id }) => id === 'three-questions')!
  expect(lesson.sections).toEqual([{ id: 'why-three', title: { sv: expect.any(String), en: expect.any(String) } }])
  expect(folder.lesson().body.sv).toContain('<h2 id="s-why-three"')
  expect(folder.question('nuts-promise')).toMatchObject({
    from: 'why-three',
    version: before.question('nuts-promise').version,
  })
  const title = lesson.sections[0]!.title
  const href = '/en/courses/granska-svaret/three-questions#s-why-three'
  const place = {
    course: 'granska-svaret',
    lesson: 'three-questions',
    heading: 'why-three',
    title: title.en,
    href,
  }
  expect(readAgain({ from: 'why-three' }, { course, lesson, locale: 'en', text: 'usual' })).toEqual(place)
  expect(readAgain({ from: 'three-questions/why-three' }, { course, locale: 'sv', text: 'usual' })?.title).toBe(
    title.sv,
  )
})

test('"Do it now" and "Remember" have an address as well, where they are named', () => {
  const folder = new CoursesFolder()
  for (const [path, name] of [
    [sv, '## Gör nu: två minuter'],
    [en, '## Do it now: two minutes'],
  ] as const)
    folder.edit(path, name, `${name}\n<!-- id: two-minutes -->`)
  expect(folder.problems()).toEqual([])
  expect(folder.lesson().body.en).toContain(
    '<section class="callout f-forest" aria-labelledby="s-two-minutes"><h2 id="s-two-minutes">Do it now',
  )
})

test('what is gone since leads to the lesson, and to nothing where that is gone as well', () => {
  const course = folderWith().compile().summaries[0]!
  const lesson = course.lessons.find(({ id }) => id === 'three-questions')!
  const whole = {
    course: 'granska-svaret',
    lesson: 'three-questions',
    heading: undefined,
    title: lesson.title.sv,
    href: '/sv/courses/granska-svaret/three-questions',
  }
  expect(readAgain({ from: 'gone' }, { course, lesson, locale: 'sv', text: 'usual' })).toEqual(whole)
  expect(readAgain({ from: 'three-questions/gone' }, { course, locale: 'sv', text: 'usual' })).toEqual(whole)
  expect(readAgain({ from: 'three-questions' }, { course, locale: 'sv', text: 'usual' })).toEqual(whole)
  expect(readAgain({ from: 'gone/why-three' }, { course, locale: 'sv', text: 'usual' })).toBeUndefined()
  expect(readAgain({}, { course, lesson, locale: 'sv', text: 'usual' })).toBeUndefined()
})

test.each([
  [{ from: 'why-tree' }, 'S55 no heading of the lesson has the id why-tree; did you mean why-three?'],
  [{ pool: 'three-questions/why-tree' }, 'S55 no heading of the lesson has the id why-tree'],
  [{ id: 'Why three' }, 'S03 "Why three" is no id'],
  [{ only: [sv] }, 'S12 headings have the ids [], but [why-three] in Swedish'],
  [{ only: [en] }, 'S12 headings have the ids [why-three], but [] in Swedish'],
])('%o is told', (spoilt, message) => {
  expect(folderWith(spoilt).problems().join('\n')).toContain(message)
})

test('an id twice in a lesson is told', () => {
  const folder = folderWith()
  for (const path of [sv, en])
    folder.write(path, folder.read(path).replace(/(-->[^]*?^## .*)$/m, '$1\n<!-- id: why-three -->'))
  expect(folder.problems().join('\n')).toContain('S13 the id why-three is used for two headings of this lesson')
})
