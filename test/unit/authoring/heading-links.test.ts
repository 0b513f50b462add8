import { expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const heading = /^## (.*)$/m
const other = 'granska-svaret/sv/01-varfor-fel.md'

/** The fixture with a named heading "Två sätt att se" in both languages, and a sentence with a link before it and in another lesson. */
function folderWith(link: string, from = sv) {
  const folder = new CoursesFolder()
  for (const path of [sv, en])
    folder.write(
      path,
      folder.read(path).replace(heading, '## Två sätt att se\n<!-- id: two-ways -->\n\nText.\n\n## $1'),
    )
  folder.write(from, folder.read(from).replace(/^## /m, `Se [avsnittet](${link}) igen.\n\n## `))
  return folder
}

const errors = (folder: CoursesFolder) =>
  folder.problems().filter((problem) => problem.includes('S34') || problem.includes('S31'))

test.each([
  ['#två-sätt-att-se', sv],
  ['#tv%C3%A5-s%C3%A4tt-att-se', sv],
  [`${sv.split('/').at(-1)}#två-sätt-att-se`, other],
  ['/sv/courses/granska-svaret/three-questions#s-two-ways', other],
])('a link to %s leads to the heading, on GitHub’s page and on ours', (link, from) => {
  const folder = folderWith(link, from)
  expect(errors(folder)).toEqual([])
  const bodies = folder.compile().courses[0]!.lessons.map(({ body }) => body.sv)
  const linking = bodies.filter((body) => body.includes('avsnittet</a>'))
  expect(linking).toHaveLength(1)
  expect(linking[0]).toContain('<a href="/sv/courses/granska-svaret/three-questions#s-two-ways">')
})

test('of two headings with the same words the second is called as GitHub calls it', () => {
  const folder = folderWith('#två-sätt-att-se-1')
  const text = folder
    .read(sv)
    .replace('## Två sätt att se\n<!-- id', '## Två sätt att se\n\nText.\n\n## Två sätt att se\n<!-- id')
  folder.write(sv, text)
  expect(errors(folder)).toEqual([])
  folder.write(sv, text.replace('#två-sätt-att-se-1', '#två-sätt-att-se'))
  expect(errors(folder)).toEqual([expect.stringContaining('S34 no heading of')])
})

test.each([
  ['#tva-satt', sv, 'S34 no heading of granska-svaret/sv/02-tre-fragor.md is #tva-satt'],
  ['#två-sätt-att-s', sv, 'did you mean två-sätt-att-se?'],
  ['#quiz', sv, 'a heading that is linked to has <!-- id: … -->'],
  ['#', sv, 'S31'],
  ['#två sätt', sv, undefined],
  ['02-tre-fragor.md#quiz', other, 'S34 no heading of granska-svaret/sv/02-tre-fragor.md is #quiz'],
  ['02-tre.md#quiz', other, 'S34 the file granska-svaret/sv/02-tre.md#quiz does not exist'],
  ['02-tre-fragor.md#%E5', other, 'S34 no heading'],
  [
    '/sv/courses/granska-svaret/three-questions#two-ways',
    other,
    'S34 the page /sv/courses/granska-svaret/three-questions has no #two-ways',
  ],
  ['/sv/courses/granska-svaret#x', other, 'S34 the page /sv/courses/granska-svaret has no #x'],
] as const)('a link to %s that leads to no heading is told, with what to write', (link, from, message) => {
  const found = errors(folderWith(link, from))
  if (message === undefined) return expect(found).toEqual([])
  expect(found).toEqual([expect.stringContaining(message)])
  return undefined
})
