import { expect, test } from 'vitest'

import { type Compilation, compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { CoursesFolder, en, sv } from './courses.ts'

/** The folder as its author sees it, and as a build takes it. */
function shown(folder: CoursesFolder): Compilation {
  const draft = folder.compile(undefined, { draft: true })
  expect(folder.compile().problems).toEqual(draft.problems)
  return draft
}

/** The lesson that a test spoils. */
function lessonOf({ courses }: Compilation) {
  return courses[0]!.lessons.find(({ id }) => id === 'three-questions')!
}

const course = 'granska-svaret/course.yml'

const broken: [what: string, spoil: (folder: CoursesFolder) => CoursesFolder][] = [
  ['one language of a lesson', (folder) => folder.remove(en)],
  ['the other language of a lesson', (folder) => folder.remove(sv)],
  ['the pool', (folder) => folder.remove('granska-svaret/sv/badge.md').remove('granska-svaret/en/badge.md')],
  ['the pool in one language', (folder) => folder.remove('granska-svaret/sv/badge.md')],
  ['the artefact', (folder) => folder.remove('granska-svaret/sv/artefact.md').remove('granska-svaret/en/artefact.md')],
  ['the course page', (folder) => folder.remove('granska-svaret/sv/course.md').remove('granska-svaret/en/course.md')],
  ['course.yml', (folder) => folder.remove(course)],
  ['what course.yml may say', (folder) => folder.write(course, 'number: [\n')],
  ['competences.yml', (folder) => folder.remove('competences.yml')],
  ['facts.yml', (folder) => folder.write('facts.yml', 'facts: [')],
  ['every shared file', (folder) => folder.remove('competences.yml').remove('facts.yml').remove('domains.yml')],
  ['a front matter that can be read', (folder) => folder.edit(sv, 'title: ', 'title: "a": ')],
  ['the end of the front matter', (folder) => folder.edit(sv, '\n---\n', '\n\n')],
  ['the front matter', (folder) => folder.write(sv, folder.read(sv).split('\n---\n').slice(1).join('\n---\n'))],
  ['a text', (folder) => folder.write(sv, new Uint8Array([0xff, 0xfe]))],
  ['the quiz', (folder) => folder.edit(sv, '## Quiz', '## Frågor')],
  ['the id of a lesson', (folder) => folder.edit(sv, 'id: three-questions', 'id: Tre frågor')],
]

test.each(broken)('without %s the course is shown as far as it goes, and a build refuses it', (_, spoil) => {
  const folder = spoil(new CoursesFolder())
  const { courses, summaries, sketched } = shown(folder)
  expect(sketched).toEqual(['granska-svaret'])
  expect(courses.map(({ id }) => id)).toEqual(['granska-svaret'])
  expect(summaries[0]!.lessons.map(({ id }) => id)).toContain('three-questions')
  expect(lessonOf(shown(folder)).body.sv + lessonOf(shown(folder)).body.en).toMatch(/Rättvik|Amira/)
  expect(folder.compile().problems.filter(({ severity }) => severity === 'error')).not.toEqual([])
})

test('a first course of one lesson in one language is shown in both, under the addresses it will have', () => {
  const folder = new CoursesFolder()
  const lesson = folder.read(sv)
  for (const path of folder.files.keys()) if (path.startsWith('granska-svaret/')) folder.remove(path)
  const { courses, summaries, written } = shown(folder.write('min-kurs/sv/01-tre-fragor.md', lesson))
  expect(summaries[0]).toMatchObject({ id: 'min-kurs', title: { sv: 'Min kurs', en: 'Min kurs' }, pool: 0 })
  expect(courses[0]!.lessons[0]!.body.en).toContain('Amira')
  expect(courses[0]!.lessons[0]!.questions).toHaveLength(4)
  expect(written[0]!.pages).toEqual(
    expect.arrayContaining([
      ['min-kurs/sv/01-tre-fragor.md', '/sv/courses/min-kurs/three-questions'],
      ['min-kurs/sv/01-tre-fragor.md', '/en/courses/min-kurs/three-questions'],
    ]),
  )
})

test('of a lesson whose front matter cannot be read, the text, the questions, the title and the address are shown', () => {
  const folder = new CoursesFolder().edit(sv, 'competences: [', 'competences: {')
  const { summaries } = shown(folder)
  expect(summaries[0]!.lessons[1]).toMatchObject({
    id: 'three-questions',
    title: { sv: 'Tre frågor innan svaret lämnar huset' },
  })
  expect(lessonOf(shown(folder)).body.sv).toContain('Tonen kan alltså')
  expect(lessonOf(shown(folder)).questions).toHaveLength(4)
})

test('a lesson without an id is found by the number of its other language, and else by the name of its file', () => {
  expect(lessonOf(shown(new CoursesFolder().edit(sv, 'id: three-questions\n', ''))).body.sv).toContain('Tonen kan')
  const alone = new CoursesFolder().edit(sv, 'id: three-questions\n', '').remove(en)
  expect(shown(alone).courses[0]!.lessons.map(({ id }) => id)).toContain('tre-fragor')
  const twice = new CoursesFolder().write('granska-svaret/sv/09-ännu-en.md', new CoursesFolder().read(sv))
  expect(shown(twice).courses[0]!.lessons.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['three-questions', 'annu-en-09']),
  )
})

test('a question that cannot be asked is left out and the others are shown, each in its own words', () => {
  const { questions } = lessonOf(shown(new CoursesFolder().edit(sv, 'id: link-is-not-proof', 'idd: link-is-not-proof')))
  expect(questions.map(({ id }) => id)).toEqual([
    'nuts-promise',
    'tone-is-not-truth',
    'source-and-colleague',
    'link-is-not-proof',
  ])
  expect(questions[0]!.text.en.stem).not.toBe(questions[0]!.text.sv.stem)

  const disagreeing = new CoursesFolder()
    .edit(sv, '- [x] Löftet', '- [ ] Löftet')
    .edit(sv, '- [ ] Tonen', '- [x] Tonen')
  expect(lessonOf(shown(disagreeing)).questions.map(({ id }) => id)).not.toContain('nuts-promise')
  expect(lessonOf(shown(disagreeing)).questions).toHaveLength(3)
})

test('facts that can be read are cited while another one cannot', () => {
  const published = new CoursesFolder().read('facts.yml').split('\n')[1]!
  const folder = new CoursesFolder()
    .edit(sv, 'facts: [', 'facts: [f-half, ')
    .edit(sv, 'Tonen kan alltså', 'Så är det.[^f-llm-next-token] Tonen kan alltså')
    .write('facts.yml', `facts:\n${shownFact(published)}\n  - { id: f-half }\n`)
  expect(shown(folder).problems.some(({ path, id }) => path === 'courses/facts.yml' && id === 'S03')).toBe(true)
  expect(lessonOf(shown(folder)).body.sv).toContain('Så är det.<sup')
})

/** A fact of the fixture as it would be when somebody had opened its source. */
function shownFact(line: string): string {
  return line.replace('read: none, certainty: B', 'read: copy, read_on: 2026-11-01, certainty: A')
}

test('nothing that an author may not write reaches the page of a draft', () => {
  const spoilt = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![](../../x.svg) '
  const folder = new CoursesFolder()
    .edit(sv, 'Tonen kan alltså', `${spoilt}Tonen kan alltså`)
    .edit(sv, 'title: ', `title: <b>`)
  expect(JSON.stringify(shown(folder).courses)).not.toMatch(/<script|<img|href=\\"javascript|onerror=alert/)
})

test('while one course does not compile the others are whole', () => {
  const folder = new CoursesFolder()
  for (const [path, bytes] of folder.files)
    if (path.startsWith('granska-svaret/')) folder.write(path.replace('granska-svaret', 'other'), bytes)
  folder.edit('other/course.yml', 'C03', 'C04').edit('other/course.yml', 'id: ai-granskare', 'id: other').remove(en)
  const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
  const draft = compileCourses(files, 'courses', undefined, { draft: true })
  expect(draft.sketched).toEqual(['granska-svaret'])
  expect(draft.courses.map(({ id }) => id).toSorted()).toEqual(['granska-svaret', 'other'])
})
