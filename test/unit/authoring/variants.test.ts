import { expect, test } from 'vitest'

import { changedPages } from '../../../tools/authoring/commands/pages/changed-pages.ts'
import { dictionaryOf } from '../../../tools/authoring/spelling/dictionaries.ts'
import { CoursesFolder, en, sv } from './courses.ts'

const course = 'granska-svaret/course.yml'
const folder = 'granska-svaret/variants/bygg'
const svCase = `${folder}/sv/02-tre-fragor.md`
const enCase = `${folder}/en/02-three-questions.md`

const drawing = (fill: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="${fill}"/></svg>`

/** A lesson with a worked case and a picture, and a variant with its own of both. */
function withVariant(): CoursesFolder {
  return new CoursesFolder()
    .edit(sv, '## Så gjorde Amira', '## Så gjorde Amira\n\n<!-- case -->\n\n![Ett elskåp](../images/x.svg)')
    .edit(en, '## What Amira did', '## What Amira did\n\n<!-- case -->\n\n![A cabinet](../images/x.svg)')
    .edit(course, 'retired:', 'variants: { bygg: { sv: Bygg, en: Construction } }\nretired:')
    .write('granska-svaret/images/x.svg', drawing('red'))
    .write(svCase, '## Så gjorde Bo\n\n<!-- case -->\n\n![En stege](../images/x.svg)\n\nBo bygger.\n')
    .write(enCase, '## What Bo did\n\n<!-- case -->\n\n![A ladder](../images/x.svg)\n\nBo builds.\n')
    .write(`${folder}/images/x.svg`, drawing('blue'))
}

test('a trade has its own worked case and picture, and everybody else’s text around them', () => {
  const own = withVariant()
  expect(own.problems().filter((line) => line.includes(' error '))).toEqual([])
  const { body, variants } = own.lesson()
  const bygg = variants!.bygg!
  expect(body.sv).toContain('Så gjorde Amira')
  expect(bygg.sv).toContain('Bo bygger.')
  expect(bygg.en).toContain('Bo builds.')
  expect(bygg.sv).not.toContain('Så gjorde Amira')
  const around = (html: string) => [html.split('<h2>Så gjorde')[0], html.slice(html.indexOf('<h2>Lagom koll'))]
  expect(around(bygg.sv)).toEqual(around(body.sv))
  const picture = /src="([^"]+)"/
  expect(picture.exec(bygg.sv)![1]).not.toBe(picture.exec(body.sv)![1])
  expect(
    own
      .compile()
      .images.map(({ bytes }) => Buffer.from(bytes).toString().includes('blue'))
      .sort(),
  ).toEqual([false, true])
  expect(own.compile().summaries[0]!.variants).toEqual({ bygg: { sv: 'Bygg', en: 'Construction' } })
})

test('a picture alone is a variant; a page in which nothing differs is none; a course without them is as it was', () => {
  const picture = withVariant().remove(svCase).remove(enCase)
  expect(picture.lesson().variants!.bygg!.sv).toContain('Så gjorde Amira')
  expect(picture.course().lessons[0]!.variants).toBeUndefined()
  expect(new CoursesFolder().lesson()).not.toHaveProperty('variants')
})

test('the artefact’s worked case may be a trade’s own too', () => {
  const own = withVariant()
  for (const [locale, heading] of [
    ['sv', 'Exempel'],
    ['en', 'Example'],
  ] as const) {
    const file = `granska-svaret/${locale}/artefact.md`
    own
      .write(file, `${own.read(file).trimEnd()}\n\n## ${heading}\n\n<!-- case -->\n\nPlåt.\n`)
      .write(`${folder}/${locale}/artefact.md`, `## ${heading}\n\n<!-- case -->\n\nTak.\n`)
  }
  const { artefact: everybodys, artefactVariants } = own.course()
  expect(everybodys.sv).toContain('Plåt.')
  expect(artefactVariants!.bygg!.sv).toContain('Tak.')
  expect(own.problems().filter((line) => line.includes(' error '))).toEqual([])
})

test('no question, and no version of one, differs with a variant', () => {
  const without = withVariant()
  for (const path of without.files.keys()) if (path.startsWith(folder)) without.remove(path)
  const [a, b] = [
    withVariant().course(),
    without.edit(course, 'variants: { bygg: { sv: Bygg, en: Construction } }\n', '').course(),
  ]
  expect(a.lessons.map(({ questions }) => questions)).toEqual(b.lessons.map(({ questions }) => questions))
  expect(a.pool).toEqual(b.pool)
})

test.each<[string, (own: CoursesFolder) => CoursesFolder, string]>([
  [
    'a question',
    (own) => own.edit(svCase, 'Bo bygger.', '### Fråga 1\n<!-- { id: x } -->\n\nBo?'),
    'a variant never replaces a question',
  ],
  [
    'more than cases',
    (own) => own.edit(svCase, '## Så', '## Mer\n\nOrd.\n\n## Så'),
    'a variant holds worked cases only',
  ],
  [
    'words before the case',
    (own) => own.edit(svCase, '## Så', 'Hej.\n\n## Så'),
    'begin with the heading of a worked case',
  ],
  ['another number of cases', (own) => own.edit(sv, '<!-- case -->', ''), 'another number of worked cases'],
  ['one language', (own) => own.remove(enCase), 'en/02-three-questions.md is missing beside it'],
  ['a lesson that does not exist', (own) => own.write(`${folder}/sv/09-x.md`, own.read(svCase)), 'has no sv/09-x.md'],
  ['a pool', (own) => own.write(`${folder}/sv/badge.md`, 'x'), 'never a question'],
  [
    'no name',
    (own) => own.edit(course, 'variants: { bygg: { sv: Bygg, en: Construction } }\n', ''),
    'has no name in course.yml',
  ],
  [
    'a name alone',
    (own) => own.edit(course, 'variants: { ', 'variants: { vard: { sv: a, en: b }, '),
    'there is no folder variants/vard',
  ],
  ['HTML', (own) => own.edit(svCase, 'Bo bygger.', '<b>Bo</b>'), 'HTML is not allowed'],
])('a variant with %s is refused where it stands', (_, spoil, message) => {
  const problems = spoil(withVariant()).problems()
  expect(problems.find((line) => line.includes(message))).toMatch(
    /^courses\/granska-svaret\/\S+:\d+:\d+ error S(63|30) /,
  )
})

test('a changed variant is a changed page', () => {
  const draft = (own: CoursesFolder) => own.compile(undefined, { draft: true })
  const changed = changedPages(draft(withVariant()), draft(withVariant().edit(svCase, 'Bo bygger.', 'Bo river.')))
  expect(changed.map(({ address }) => address)).toEqual(['/sv/courses/granska-svaret/three-questions?for=bygg'])
})

test.each([
  ['a word that is none', 'Bo byqqer huset.', 'T13 "byqqer" is in no dictionary'],
  [
    'the other language',
    'The house that they are building is for everybody who has been waiting for it, and it is not what they were told it would be.',
    'T14',
  ],
  ['a long sentence', `Bo bygger ${'och bygger '.repeat(16)}ett hus.`, 'T05 a sentence of'],
  ['an abbreviation', 'Bo bygger t.ex. ett hus.', 'T07'],
  ['hype', 'Bo bygger revolutionerande hus.', 'T12'],
])('the words of a variant are read as a lesson’s are: %s', (_, words, message) => {
  const own = withVariant().edit(svCase, 'Bo bygger.', words)
  const { problems } = own.compile(undefined, { teaching: true, dictionaryOf })
  const said = problems
    .filter(({ path }) => path === `courses/${svCase}`)
    .map(({ id, message: text }) => `${id} ${text}`)
  expect(said).toContainEqual(expect.stringContaining(message))
  const before = withVariant().compile(undefined, { teaching: true, dictionaryOf }).problems
  expect(before.filter(({ path }) => path === `courses/${svCase}`)).toEqual([])
})
