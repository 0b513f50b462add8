import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'

import { giftOf } from '../../../../tools/authoring/commands/export/gift.ts'
import { wordsIn } from '../../../../tools/authoring/commands/export/portable-html.ts'
import { draftText } from '../../../../tools/authoring/commands/import/draft-text.ts'
import { readGift } from '../../../../tools/authoring/commands/import/gift.ts'
import type { Taken } from '../../../../tools/authoring/commands/import/taken.ts'
import type { Question, QuestionType } from '../../../../formats/catalogue/catalogue.ts'
import type { Of } from '../../../../worker/questions/registry.ts'
import { CoursesFolder, en, sv } from '../courses.ts'
import { allTypes, folderWith } from '../written-questions.ts'

const single = folderWith('single').question('new-one') as Of<Question, 'single'>
const short = folderWith('text').question('new-one') as Of<Question, 'text'>

function gift(question: Question, locale: 'sv' | 'en' = 'sv') {
  return giftOf(
    { id: 'kurs', lessons: [{ id: 'lektion', body: { sv: '', en: '' }, questions: [question] }] },
    'Kurs',
    locale,
  )
}

/** The question that a draft becomes once an author has written what it asks for, in the fixture's lesson. */
function compiled(taken: Taken[]): Question {
  const quiz = draftText('lektion', taken, 'sv').split('## Quiz\n')[1]!
  const whole = quiz
    .replaceAll(/ <!-- m: TODO -->/g, '')
    .replaceAll('TODO', 'Det här är en text till.')
    .replaceAll(/^### Fråga \d+/gm, '### Fråga 9')
  const folder = new CoursesFolder()
  for (const path of [sv, en]) folder.write(path, `${folder.read(path).trimEnd()}\n\n${whole}`)
  expect(folder.problems()).toEqual([])
  return folder.question('new-one')
}

type Held = { [Type in QuestionType]?: (question: Of<Question, Type>) => unknown }

/** What GIFT holds of each type; the rest is written anew in the draft. */
const held = {
  single: ({ type, key, text: { sv } }) => ({ type, key, sv }),
  multiple: ({ type, key, text: { sv } }) => ({ type, key, sv }),
  text: ({ type, key, text: { sv } }) => ({ type, key: key.toSorted(), sv }),
  number: ({ type, key, text: { sv } }) => ({ type, key, sv: { ...sv, stem: sv.stem.replace(' (kr)', ''), unit: '' } }),
  match: ({ type, key, text: { sv } }) => ({ type, key, lefts: sv.lefts, rights: sv.rights, stem: sv.stem }),
} satisfies Held

describe.each(Object.keys(held) as (keyof typeof held)[])('a question of type %s', (type) => {
  test('goes to GIFT and comes back as the same question', () => {
    const question = folderWith(type).question('new-one')
    const { taken, left } = readGift(gift(question).text, 'sv')

    expect(left).toEqual([{ line: 1, what: 'the category "Kurs/lektion": Navet has none' }])
    expect(taken).toMatchObject([{ line: 4, name: 'new-one', competence: 'CHK-1a', kind: 'calculation' }])
    const parts = held[type] as (question: Question) => unknown
    expect(parts(compiled(taken))).toEqual(parts(question))
  })
})

test('what GIFT has nothing like is written as text, and listed', () => {
  const { text, lost } = gift(folderWith('order').question('new-one'))
  expect(lost).toEqual([expect.stringMatching(/^lektion, question new-one: GIFT has no such type/)])
  expect(text).toContain('<li>Läs hela svaret en gång.</li>')
  expect(readGift(text, 'sv')).toMatchObject({
    taken: [],
    left: [{}, { line: 4, what: expect.stringContaining('own words') }],
  })
})

test('every type goes out, and a parser of GIFT reads it', () => {
  for (const type of allTypes) {
    const { taken, left } = readGift(gift(folderWith(type).question('new-one'), 'en').text, 'en')
    expect(taken.length + left.length, type).toBeGreaterThan(1)
    expect(left.filter(({ what }) => what.startsWith('not GIFT'))).toEqual([])
  }
})

test('a replay tells each answer with its judgement, and a branch is written as one to be answered in own words', () => {
  const replay = gift(folderWith('replay').question('new-one')).text
  expect(replay).toContain('<th>Krav</th>')
  expect(replay).not.toMatch(/class|<span|<div/)
  expect(readGift(replay, 'sv').taken[0]!.answer).toMatchObject({
    options: [
      {
        right: false,
        feedback: expect.stringMatching(/^Rutin för telefonsäkerhet\..* Det finns ingen sådan lag i Sverige\.$/),
      },
      { right: true, feedback: expect.stringContaining('Stegen är era egna') },
    ],
  })
  const branch = gift(folderWith('branch').question('new-one'))
  expect(branch.text).toContain('####<ol><li>Fråga om hennes hund.</li><li>Lägg på och ring själv.</li></ol>')
  expect(branch.lost).toHaveLength(1)
})

test('a passage is marked as Navet marks it, also where one sentence is faulty or none', () => {
  const spot = folderWith('spot').question('new-one') as Of<Question, 'spot'>
  expect(gift({ ...spot, key: [1] }).text.match(/~%-?\d+%/g)).toEqual(['~%-100%', '~%100%', '~%-100%'])
  expect(readGift(gift({ ...spot, key: [] }).text, 'sv').taken[0]!.answer).toMatchObject({
    options: [{ right: false }, { right: false }, { right: false }, { text: 'Ingen av meningarna', right: true }],
  })
})

test('what would lead into this site stays behind, and is listed', () => {
  const stem =
    '<span class="stem-part">Se <a href="/sv/me">din sida</a>.</span> <span class="stem-part stem-part--quote">Ett <span class="nowrap">AI-svar</span></span>'
  const { text, lost } = gift({ ...single, text: { ...single.text, sv: { ...single.text.sv, stem } } })
  expect(text).toContain('[html]<p>Se din sida.</p><blockquote>Ett AI-svar</blockquote> {')
  expect(lost).toEqual(['lektion, question new-one: a link to /sv/me, of which its words stay'])
})

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '~',
        '=',
        '#',
        '{',
        '}',
        ':',
        '\\',
        '%50%',
        '->',
        '::',
        '//',
        '####',
        '[html]',
        '<',
        '&',
        '&amp;',
        '*',
        '_',
        '|',
        '`',
        '1.',
        '- [x]',
        '\\n',
        '$',
      ),
      fc.stringMatching(/^[a-zåäö0-9]{1,6}$/),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `x ${parts.join(' ')}`)

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** What a reader of the markdown sees. */
const unmarked = (markdown: string) => wordsIn(marked.parseInline(markdown, { async: false }))

test('whatever signs stand in a question, it comes back with them and no other question is hurt', () => {
  fc.assert(
    fc.property(words, words, words, words, (stem, right, wrong, reason) => {
      const options = [right, `${wrong} y`].map((text) => ({ text: html(text), feedback: html(reason) }))
      const question = { ...single, key: [0], text: { ...single.text, sv: { stem: html(stem), options } } }
      const { taken, left } = readGift(`${gift(question).text}\n\nq{T}\n`, 'sv')
      expect(left).toHaveLength(1)
      expect(taken).toHaveLength(2)
      expect(unmarked(taken[0]!.stem)).toBe(stem)
      expect(taken[0]!.answer).toMatchObject({ options: [{ right: true }, { right: false }] })
      const { options: read } = taken[0]!.answer as Extract<Taken['answer'], { form: 'picks' }>
      expect(read.map(({ text }) => unmarked(text))).toEqual([right, `${wrong} y`])
      expect(read.map(({ feedback }) => unmarked(feedback))).toEqual([reason, reason])
    }),
    { numRuns: 300 },
  )
})

test('short answers keep their signs, a star among them', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (answers) => {
      const question = {
        ...short,
        key: answers,
        text: { ...short.text, sv: { ...short.text.sv, answer: answers[0]! } },
      }
      const { taken } = readGift(gift(question).text, 'sv')
      expect(taken[0]!.answer).toMatchObject({
        form: 'words',
        answers: [...new Set(answers)].map((answer) => answer.replaceAll('->', '- >')),
      })
    }),
    { numRuns: 200 },
  )
})
