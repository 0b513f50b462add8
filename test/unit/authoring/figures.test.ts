import { expect, test } from 'vitest'

import { CoursesFolder, sv } from './courses.ts'

const first = 'Amira sköter offerter'
const picture = '![Tre rutor i varandra, den yttre störst.](../images/may-see.sv.svg)'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'

function folderWith(markdown: string): CoursesFolder {
  return new CoursesFolder()
    .write('granska-svaret/images/may-see.sv.svg', drawing)
    .edit(sv, first, `${markdown}\n\n${first}`)
}

test('a quote line in italics right under a picture is its caption', () => {
  for (const gap of ['\n\n', '\n']) {
    const folder = folderWith(`${picture}${gap}> *Det finns "mer" i **mitten**.*\n\nOch så vidare.`)
    expect(folder.problems()).toEqual([])
    const { sv: body } = folder.lesson().body
    expect(body).toMatch(
      /<figure class="figure"><img src="[^"]+\.svg" alt="Tre rutor i varandra, den yttre störst\." loading="lazy"><figcaption>Det finns ”mer” i <strong>mitten<\/strong>\.<\/figcaption><\/figure>\n<p>Och så vidare\.<\/p>/,
    )
    expect(body).not.toContain('<blockquote class="quote"><p><em>Det finns')
  }
})

test.each([
  ['> *Det finns mer i mitten.*'],
  [`${picture}\n\nText emellan.\n\n> *Det finns mer i mitten.*`],
  [`${picture} och text.\n\n> *Det finns mer i mitten.*`],
  [`${picture}\n\n> *En bildtext.*\n\n> *Det finns mer i mitten.*`],
])('%s has a caption without its picture', (markdown) => {
  const [problem, ...others] = folderWith(markdown)
    .problems()
    .filter((each) => each.includes(' S57 '))
  expect(others).toEqual([])
  expect(problem).toContain(folderWith(markdown).at(sv, '> *Det finns'))
})

test.each([
  ['> Det finns *mer* i mitten.'],
  ['> *Det* finns mer.'],
  ['> *Först.*\n>\n> Sedan.'],
  ['> **Verktyg:** Det finns mer.'],
])('%s is a quote like others', (markdown) => {
  expect(
    folderWith(markdown)
      .problems()
      .filter((each) => each.includes(' S57 ')),
  ).toEqual([])
  expect(folderWith(`${picture}\n\n${markdown}`).lesson().body.sv).not.toContain('<figure')
})
