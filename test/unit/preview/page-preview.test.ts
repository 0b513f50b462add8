import { expect, test } from 'vitest'

import { compileCourses } from '../../../tools/authoring/compile/compile.ts'
import { previewPage } from '../../../tools/preview/page-preview.ts'
import { CoursesFolder, en, sv } from '../authoring/courses.ts'

const lesson = '/sv/courses/granska-svaret/three-questions'

/** The panel's view of a page, and the lesson's text, while the folder is as it is. */
function preview(folder: CoursesFolder, address = lesson) {
  const files = [...folder.files].map(([path, bytes]) => ({ path, bytes }))
  const now = compileCourses(files, 'courses', undefined, { draft: true })
  return { view: previewPage(now, address, (path) => folder.read(path)), now }
}

function lineOf(folder: CoursesFolder, words: string): number {
  return folder.read(sv).split(words)[0]!.split('\n').length
}

test('a problem stands beside its question, beside the block of its line, or at the top', () => {
  const folder = new CoursesFolder()
    .edit(sv, 'title: Tre', 'titel: Tre')
    .edit(sv, 'Tonen kan alltså', 'Tonen <b>kan</b> alltså')
    .edit(sv, '  > Då lämnar du', '> Då lämnar du')
  const { view } = preview(folder)
  const where = (id: string) => view.problems.find((problem) => problem.id === id)!.where
  expect(where('S03')).toBe('top')
  expect(where('S30')).toEqual({ line: lineOf(folder, 'Tonen <b>') })
  expect(where('S26')).toEqual({ question: 'link-is-not-proof' })
  expect(view.isSketch).toBe(true)
  expect(view.lesson).toBeUndefined()
})

test('a draft’s blocks and items carry the lines where they were written, also after a sentence that is left out', () => {
  const folder = new CoursesFolder().edit(sv, 'Tonen kan', 'Borta.[^f-llm-next-token]\n\nTonen kan')
  const html = preview(folder).now.courses[0]!.lessons[1]!.body.sv
  const lines = [...html.matchAll(/data-line="(\d+)"[^>]*>(?:<p>|<strong>)*([^<\n|]{4,})/g)]
  expect(lines.length).toBeGreaterThan(20)
  const written = folder.read(sv).split('\n')
  for (const [, line, words] of lines)
    expect(written[Number(line) - 1]).toContain(words!.replaceAll('”', '"').slice(0, 20))
})

test('only a draft has lines: a build has none', () => {
  const { body } = new CoursesFolder().lesson()
  expect(body.sv).not.toContain('data-line')
})

test('the key and the feedback are as the file has them', () => {
  const { view } = preview(new CoursesFolder())
  expect(view.questions.map(({ id }) => id)).toEqual([
    'nuts-promise',
    'link-is-not-proof',
    'tone-is-not-truth',
    'source-and-colleague',
  ])
  const [first] = view.questions
  expect(first!.html).toMatch(/checked="" disabled="" type="checkbox"> Löftet om nötter[\s\S]*Konsekvensen styr/)
  expect(first!.html).toContain('<code>m: tid=viktigast</code>')
  expect(first!.html).not.toContain('Öppna länken')
})

test('the lesson’s cells are counted, its text is measured, and the page in the other language is known', () => {
  const { view } = preview(new CoursesFolder())
  expect(view.lesson).toMatchObject({
    minutes: 6,
    lix: 25.5,
    cells: [
      { cell: 'CHK-1', name: 'Granska AI, grund', questions: 3 },
      { cell: 'CHK-2', name: 'Granska AI, tillämpa', questions: 1 },
    ],
  })
  expect(view.other).toBe('/en/courses/granska-svaret/three-questions')
  expect(view.problems).toEqual([])
})

test('problems of other files are listed by path, on every page', () => {
  const folder = new CoursesFolder().edit('granska-svaret/en/badge.md', 'title:', 'titel:')
  expect(preview(folder).view.elsewhere.map(({ path }) => path)).toContain('courses/granska-svaret/en/badge.md')
  const { view } = preview(folder, '/en/me')
  expect(view.file).toBeUndefined()
  expect(view.elsewhere.length).toBeGreaterThan(0)
})

test('HTML that an author wrote into a question is not run in the panel', () => {
  const folder = new CoursesFolder().edit(
    sv,
    'Ett hotell i Rättvik',
    '<img src=x onerror=alert(1)> <!-- <b> --> Ett hotell',
  )
  expect(preview(folder).view.questions[0]!.html).not.toMatch(/<img|<b>/)
})

test('a course’s page has the problems of all that belongs to the course, and the pool', () => {
  const badge = 'granska-svaret/sv/badge.md'
  const folder = new CoursesFolder()
  const { id } = folder.course().pool[0]!
  folder.edit(badge, '  > ', '> ').edit('granska-svaret/course.yml', 'retired', 'retird')
  const { view } = preview(folder, '/sv/courses/granska-svaret')
  expect(view.file).toBe('granska-svaret/sv/course.md')
  expect(view.problems.map(({ path, where }) => ({ path, where }))).toEqual([
    { path: 'granska-svaret/course.yml', where: 'top' },
    { path: badge, where: { question: id } },
  ])
  expect(view.questions.length).toBeGreaterThanOrEqual(20)
})

test('a page whose own language is to come says which text it shows, with the problems of that file', () => {
  const folder = new CoursesFolder().remove(en).edit(sv, 'Tonen kan alltså', 'Tonen <b>kan</b> alltså')
  const { view } = preview(folder, '/en/courses/granska-svaret/three-questions')
  expect(view).toMatchObject({ locale: 'en', file: sv, standsIn: 'sv', isSketch: true })
  expect(view.problems.map(({ id }) => id)).toEqual(expect.arrayContaining(['S11', 'S30']))
  expect(preview(folder).view.standsIn).toBeUndefined()

  const about = new CoursesFolder().remove('granska-svaret/en/course.md')
  expect(preview(about, '/en/courses/granska-svaret').view).toMatchObject({ standsIn: 'sv' })
  expect(preview(about, '/en/courses/granska-svaret').view.problems.map(({ id }) => id)).toEqual(['S10'])
})

test('a question that cannot be asked is there for its author, with its problems, whether or not it has an id', () => {
  const folder = new CoursesFolder().edit(sv, '{ id: link-is-not-proof,', '{ name: link-is-not-proof,')
  const { view, now } = preview(folder)
  const line =
    folder
      .read(sv)
      .split('\n')
      .findIndex((each) => each.startsWith('### Fråga 2')) + 1
  expect(view.questions.map(({ id }) => id)).toEqual([
    'nuts-promise',
    `line-${line}`,
    'tone-is-not-truth',
    'source-and-colleague',
  ])
  expect(view.problems.find(({ id }) => id === 'S03')!.where).toEqual({ question: `line-${line}` })
  expect(now.courses[0]!.lessons[1]!.questions.map(({ id }) => id)).toContain('tone-is-not-truth')
})
