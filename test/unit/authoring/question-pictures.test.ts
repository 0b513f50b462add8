import { expect, test } from 'vitest'

import { html, frame } from '../web/frame.ts'
import { QuestionForm } from '../../../web/components/question-form.tsx'
import { questionView } from '../../../worker/quizzes/views.ts'
import { type CoursesFolder, sv } from './courses.ts'
import { allTypes, folderWith, type WrittenType } from './written-questions.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
const picture = { sv: '![Tre rutor i rad](../images/boxes.svg)', en: '![Three boxes in a row](../images/boxes.svg)' }
const caption = { sv: '> *Ingen av dem är "låst".*', en: '> *None of them is "locked".*' }

/** A question of a type with something after the first paragraph of its stem, in both languages. */
function shownIn(type: WrittenType, of: (locale: 'sv' | 'en') => string): CoursesFolder {
  return folderWith(
    type,
    (text) => {
      const [head, stem, ...rest] = text.split('\n\n')
      return [head, stem, of(text.includes('### Fråga') ? 'sv' : 'en'), ...rest].join('\n\n')
    },
    true,
  ).write('granska-svaret/images/boxes.svg', drawing)
}

test.each(allTypes)('%s may show a picture with its caption, which is part of its version and of no key', (type) => {
  const folder = shownIn(type, (locale) => `${picture[locale]}\n\n${caption[locale]}`)
  expect(folder.problems()).toEqual([])
  const question = folder.question('new-one')
  expect(question.text.sv.stem).toMatch(
    /<span class="stem-part"><img src="\/assets\/courses\/[^"]+\.svg" alt="Tre rutor i rad" loading="lazy"> <span class="stem-caption">Ingen av dem är ”låst”\.<\/span><\/span>$/,
  )
  expect(question.text.sv.stem).not.toContain('stem-part--quote')
  const plain = folderWith(type).question('new-one')
  const other = shownIn(type, (locale) => `${picture[locale]}\n\n> *${locale}*`).question('new-one')
  expect([question.keyHash, other.keyHash]).toEqual([plain.keyHash, plain.keyHash])
  expect(new Set([plain, question, other].map(({ version }) => version)).size).toBe(3)
  expect(question.textHash.sv).not.toBe(other.textHash.sv)
})

test('the passage of a spot is the quote that is no caption, and may hold a picture of its own', () => {
  const within = (text: string) => text.replace(/\n> (?!Rätt|Right)/, `\n> ${picture.sv}\n>\n> > *I brevet.*\n>\n> `)
  const folder = folderWith('spot', within).write('granska-svaret/images/boxes.svg', drawing)
  expect(folder.problems()).toEqual([])
  const { text } = folder.question('new-one')
  expect('passage' in text.sv && text.sv.passage).toMatch(
    /^<p><img [^>]+> <span class="stem-caption">I brevet\.<\/span><\/p>\n<p>/,
  )
})

test('the picture and its caption stand in the legend, after what is asked', async () => {
  const question = shownIn('single', (locale) => `${picture[locale]}\n\n${caption[locale]}`).question('new-one')
  const view = await questionView(question, { locale: 'en', settings: { SECRET: 's'.repeat(32) } } as never)
  const props = { frame: frame(), question: view, number: 1, total: 1, lesson: '/l', action: '/a', answerId: 'a' }
  expect(html(QuestionForm({ ...props, hints: [] }))).toMatch(
    /<legend>.*alt="Three boxes in a row".*None of them is “locked”\.<\/span><\/span><\/legend>/,
  )
})

test.each([
  ['![](../images/boxes.svg)', 'L13 the picture has no alt text; say what it shows, for whoever'],
  ['![x](../images/boxes.svg)', 'L13 the alt text has 1 characters'],
  ['![boxes](../images/boxes.svg)', 'L13 the alt text is the name of the file'],
  ['![Bild på tre rutor](../images/boxes.svg)', 'L13 the alt text begins "Bild på"'],
  ['![Tre rutor](../images/none.svg)', 'S33 the image "../images/none.svg" does not exist'],
  [`${picture.sv}\n\n> *Se <b>här</b>.*`, 'S30 HTML is not allowed (<b>)'],
  [`${picture.sv}\n\n> *[Här](https://nowhere.example)*`, 'S32'],
])('%s in a question is told', (written, message) => {
  const told = shownIn('single', () => written).taughtInFull()
  expect(told.find((line) => line.includes(message))).toMatch(/^courses\/granska-svaret\/(?:sv|en)\//)
})

test('a caption is no part of what is asked: the stem ends where its question does', () => {
  const ends = (after: string) =>
    shownIn('single', (locale) => `${picture[locale]}\n\n${caption[locale]}${after}`)
      .taughtInFull()
      .filter((line) => line.includes('Q11') && line.includes(`courses/${sv}`))
  expect(ends('')).toEqual([])
  expect(ends('\n\nOch så vidare.')).toHaveLength(1)
})

test('a quote all in italics without a picture is a quote, as it was', () => {
  const { text } = shownIn('single', (locale) => caption[locale]).question('new-one')
  expect(text.sv.stem).toContain('<span class="stem-part stem-part--quote"><em>Ingen av dem är ”låst”.</em></span>')
})
