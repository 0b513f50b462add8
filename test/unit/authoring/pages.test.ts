import { expect, test } from 'vitest'

import { changedPages } from '../../../tools/authoring/commands/pages/changed-pages.ts'
import { comparisonOf } from '../../../tools/authoring/commands/pages/comparison.ts'
import { CoursesFolder, en, fixtureFolder, sv } from './courses.ts'
import { runIn } from './run-command.ts'

const draftOf = (folder: CoursesFolder) => folder.compile(undefined, { draft: true })
const changed = (after: CoursesFolder, before = new CoursesFolder()) =>
  changedPages(draftOf(before), draftOf(after)).map(({ address, state }) => `${state} ${address}`)
const course = '/courses/granska-svaret'

test('only pages that look different are shown, whichever of the course they are', () => {
  expect(changed(new CoursesFolder())).toEqual([])
  expect(changed(new CoursesFolder().edit(en, 'Amira handles', 'Amira makes'))).toEqual([
    `changed /en${course}/three-questions`,
  ])
  expect(changed(new CoursesFolder().edit('granska-svaret/sv/badge.md', 'Alternativ 2', 'Alternativ två'))).toEqual([
    `changed /sv${course}/badge`,
  ])
  expect(changed(new CoursesFolder().edit('granska-svaret/en/artefact.md', '\n---\n', '\n---\n\nMore.\n'))).toEqual([
    `changed /en${course}/artefact`,
  ])
  expect(changed(new CoursesFolder().edit('granska-svaret/sv/course.md', 'title: Granska', 'title: Läs'))).toContain(
    `changed /sv${course}`,
  )
})

test('a line more before a block changes no page', () => {
  expect(changed(new CoursesFolder().edit(sv, 'Tonen kan alltså', '\nTonen kan alltså'))).toEqual([])
})

test('a page that comes, and one that goes, is shown on the side where it is', () => {
  const without = () => new CoursesFolder().remove(sv).remove(en)
  expect(changed(new CoursesFolder(), without())).toContain(`new /sv${course}/three-questions`)
  expect(changed(without())).toContain(`gone /en${course}/three-questions`)
})

test('a picture and a fact change the pages that show them', () => {
  const drawing = (fill: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="${fill}"/></svg>`
  const shown = (fill: string) =>
    new CoursesFolder()
      .edit(sv, 'Amira sköter', '![Ett elskåp](../images/x.svg)\n\nAmira sköter')
      .write('granska-svaret/images/x.svg', drawing(fill))
  expect(changed(shown('red'), shown('blue'))).toEqual([`changed /sv${course}/three-questions`])
})

test('the file says what was written as text, and lets nothing run or be fetched', () => {
  const side = {
    html: '<p>"&quot; & <b>bold</b></p>',
    questions: ['<p>Q</p>'],
    problems: [
      { path: 'courses/<i>.md', line: 3, column: 1, severity: 'error' as const, id: 'S30', message: '<script>"' },
    ],
  }
  const html = comparisonOf(
    [{ address: '/sv/<x>', isPool: false, state: 'new', before: undefined, after: side }],
    'abc',
  )
  expect(html).toContain('srcdoc="&#60;p&#62;&#34;&#38;quot; &#38; &#60;b&#62;bold')
  expect(html).toContain('<code>courses/&#60;i&#62;.md:3</code> <strong>error S30</strong> &#60;script&#62;&#34;')
  expect(html).toContain("default-src 'none'")
  expect(html).toContain('<h3>Before</h3><p>There is no such page.</p>')
  expect(html).not.toMatch(/<script|\/sv\/<x>/)
  expect(comparisonOf([], 'abc')).toContain('No page has changed.')
})

test('without a revision or a folder the command says which is missing', async () => {
  expect(await runIn(fixtureFolder, 'pages/main.ts', [])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--base names the revision[^\n]+\n$/),
  })
  expect(await runIn(fixtureFolder, 'pages/main.ts', ['--base', 'HEAD'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--out names the folder[^\n]+\n$/),
  })
  expect(await runIn(fixtureFolder, 'pages/main.ts', ['--base', 'nowhere', '--out', 'x'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^git does not know the revision nowhere[^\n]+\n$/),
  })
})
