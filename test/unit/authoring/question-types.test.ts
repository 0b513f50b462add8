import { describe, expect, test } from 'vitest'

import { sv } from './courses.ts'
import { folderWith, allTypes, type WrittenType } from './written-questions.ts'

test.each(allTypes)('a question of type %s compiles without a problem', (type) => {
  const folder = folderWith(type)

  expect(folder.problems()).toEqual([])
  expect(folder.question('new-one')).toMatchObject({ type, competence: 'CHK-1a', kind: 'calculation' })
})

test('the items of an order stand as they are right, with feedback for both outcomes', () => {
  expect(folderWith('order').question('new-one')).toMatchObject({
    text: {
      sv: {
        stem: 'Ett <span class="nowrap">AI-svar</span> ska till en kund. I vilken ordning gör du?',
        items: ['Läs hela svaret en gång.', 'Kontrollera <em>siffrorna</em> mot källan.', 'Skicka svaret till kunden.'],
        feedback: {
          right: 'Rätt. Läsningen visar vad som måste kontrolleras.',
          wrong: expect.stringMatching(/^Läs först, kontrollera sedan/),
        },
      },
    },
  })
})

test('a short text has its variants, and shows the one that its language writes first', () => {
  const folder = folderWith('text', (text) =>
    text.replace('[källa, källan, source, the source]', '[the source, källa, Källan, source]'),
  )

  expect(folder.problems()).toEqual([])
  expect(folder.question('new-one')).toMatchObject({
    key: ['the source', 'källa', 'Källan', 'source'],
    text: { sv: { answer: 'the source' }, en: { answer: 'källa' } },
  })
  expect(folder.question('new-one').keyHash).toBe(folderWith('text').question('new-one').keyHash)
})

test('a number has its tolerance in the key and its unit in the text', () => {
  const plain = folderWith('number').question('new-one')
  const otherUnit = folderWith('number', (text) => text.replace('unit: kr', 'unit: kronor')).question('new-one')
  const exact = folderWith('number', (text) => text.replace(', tolerance: 0.5', ''), true).question('new-one')

  expect(plain).toMatchObject({ key: { answer: 3900, tolerance: 0.5 }, text: { sv: { unit: 'kr' } } })
  expect(otherUnit.keyHash).toBe(plain.keyHash)
  expect(otherUnit.version).not.toBe(plain.version)
  expect(exact).toMatchObject({ key: { answer: 3900, tolerance: 0 } })
  expect(exact.keyHash).not.toBe(plain.keyHash)
})

test('a spot has its passage apart from its stem, and its sentences as options', () => {
  expect(folderWith('spot').question('new-one')).toMatchObject({
    key: [1, 2],
    text: {
      sv: {
        stem: 'En <span class="nowrap">AI-tjänst</span> skrev det här om semester. Vilka meningar är fel?',
        passage:
          '<p>Semesterlagen gäller alla anställda. Du har rätt till <strong>tio</strong> dagar om året.\nLagen kom år 2077.</p>',
        options: [
          { text: 'Semesterlagen gäller alla anställda.' },
          {},
          { feedback: 'Fel. Året 2077 har inte varit än.' },
        ],
      },
    },
  })
})

test('changed feedback is another version of every type, with the same key', () => {
  for (const type of allTypes) {
    const before = folderWith(type).question('new-one')
    const after = folderWith(type, (text) =>
      text.replace(/(> (?:Rätt\.|Fel\.|\*\*Felet:\*\*)|^Pengarna) /m, '$1 ju '),
    ).question('new-one')
    expect(after.keyHash).toBe(before.keyHash)
    expect(after.version).not.toBe(before.version)
  }
})

/** What is changed in the Swedish question, where the problem is shown, its id and words. */
const cases: [type: WrittenType, from: string, to: string, shownAt: string, id: string, message: string][] = [
  ['order', '3. Skicka svaret till kunden.\n', '', '### Fråga 5', 'S38', 'an order needs 3 to 8 items, and has 2'],
  [
    'order',
    '2. Kontrollera *siffrorna* mot källan.',
    '2. Läs hela svaret en gång.',
    'Läs hela svaret en gång.\n3.',
    'S38',
    'two items say the same',
  ],
  ['order', '2. Kontrollera', '- Kontrollera', '- Kontrollera', 'S26', 'this line belongs to no item'],
  [
    'order',
    'calculation }',
    'calculation, unit: kr }',
    'kr } -->\n\nEtt AI-svar',
    'S38',
    '"unit" belongs to questions of type number',
  ],
  [
    'order',
    'Ett AI-svar ska till en kund. I vilken ordning gör du?',
    '',
    '### Fråga 5',
    'S37',
    'the question has no stem; write the question between the comment and the feedback',
  ],
  [
    'order',
    '<!-- -->\n\n> Läs först',
    '> Läs först',
    '### Fråga 5',
    'S39',
    'nothing tells the two quotes of feedback apart; put a line "<!-- -->" between them',
  ],
  ['order', '> Rätt. Läs', '> Rätt. <b>Läs', '<b>', 'S30', 'HTML is not allowed (<b>)'],
  ['text', '> Siffran saknar', 'Siffran saknar', '### Fråga 5', 'S39', 'feedback for a wrong answer is missing'],
  ['text', '> Rätt. Utan', 'Rätt. Utan', '### Fråga 5', 'S39', 'feedback for a right answer is missing'],
  [
    'text',
    '<!-- -->\n\n> Siffran saknar',
    '<!-- -->\n\nSiffran.\n\n> Siffran saknar',
    'Siffran.\n',
    'S39',
    'only one quote follows the line',
  ],
  ['text', '> Siffran saknar', '  > Siffran saknar', '> Siffran saknar', 'S39', 'this feedback is not indented'],
  [
    'text',
    '[källa, källan, source, the source]',
    '[]',
    '[] }',
    'S38',
    'a short text needs its right answers as a list',
  ],
  ['text', '[källa, källan', '["", källan', '"", källan', 'S38', 'write each answer as a text of 1 to 100 characters'],
  [
    'text',
    'the source]',
    'the source], unit: kr',
    'kr } -->\n\nVad saknas',
    'S38',
    '"unit" belongs to questions of type number',
  ],
  [
    'text',
    'answer: [källa',
    'type: text, answer: källa, x: [a',
    'källa, x:',
    'S38',
    'a short text needs its right answers as a list',
  ],
  [
    'number',
    '3900',
    '"3 900"',
    '"3 900"',
    'S38',
    'answer: "3 900" is no number; write digits, with a point for decimals and no unit',
  ],
  ['number', '3900', '.nan', '.nan', 'S38', 'answer: this is no number'],
  [
    'number',
    'answer: 3900, tolerance: 0.5',
    'type: number',
    '{ id: new-one',
    'S38',
    'the answer is missing, or is no number',
  ],
  ['number', 'tolerance: 0.5', 'tolerance: -1', '-1', 'S38', 'tolerance: this is no number of 0 or more'],
  [
    'number',
    'tolerance: 0.5',
    'tolerance: 3900',
    '3900, unit',
    'S38',
    'a tolerance of 3900 makes 0 right where the answer is 3900',
  ],
  [
    'number',
    'unit: kr',
    'unit: minter',
    'minter',
    'S38',
    '"minter" is no unit that people\'s answers are read with; did you mean minuter?',
  ],
  ['number', 'answer: 3900', 'answer: 9,5', '5, tol', 'S03', 'write decimals with a point: 9.5'],
  ['number', 'unit: kr', 'unit: 5', '5 } -->', 'S38', 'a unit is a word of at most 20 characters'],
  [
    'number',
    '> Rätt. Tre gånger 1 300 är 3 900.\n\n<!-- -->\n\n',
    '',
    '### Fråga 5',
    'S39',
    'there is one quote of feedback, and two are needed',
  ],
  [
    'spot',
    'Lagen kom år 2077.\n  >',
    'Lagen kom år 2078.\n  >',
    'Lagen kom år 2078.',
    'S38',
    'this sentence is not in the passage; copy it from there, word for word',
  ],
  [
    'spot',
    '> Semesterlagen gäller alla anställda. Du',
    'Semesterlagen gäller alla anställda.\n\n> Du',
    'Semesterlagen gäller alla anställda.\n  >',
    'S38',
    'this sentence is not in the passage',
  ],
  [
    'spot',
    '> Lagen kom år 2077.\n',
    '\n> Lagen kom år 2077.\n',
    '### Fråga 5',
    'S38',
    'the question has 2 quoted passages',
  ],
  [
    'spot',
    '- [x] Lagen kom år 2077.\n  > Fel. Året 2077 har inte varit än.',
    '',
    '### Fråga 5',
    'S28',
    'a spot lists 3 to 7 sentences of its passage, and this one lists 2',
  ],
  ['spot', '- [ ] Semester', '- [x] Semester', '### Fråga 5', 'S28', 'every sentence is marked as faulty'],
  ['spot', '  > Fel. Året 2077 har inte varit än.', '', '- [x] Lagen kom', 'S25', 'option 3 has no feedback'],
]

describe('a question of a type that is wrong says what to mend', () => {
  test.each(cases)('%s: %j → %j', (type, from, to, shownAt, id, message) => {
    const folder = folderWith(type, (text) => {
      if (!text.includes(from)) throw new Error(`the question does not contain ${from}`)
      return text.replace(from, () => to)
    })
    const place = folder.at(sv, shownAt)
    const line = folder.problems().find((problem) => problem.startsWith(`${place} error ${id} `))

    expect(line ?? `${place}\n${folder.problems().join('\n')}`).toContain(message)
  })
})

test('a spot with four faulty sentences, or with its sentences in another order, is not taken', () => {
  const more =
    '> Semesterlagen gäller alla anställda. Du har rätt till **tio** dagar om året.\n> Lagen kom år 2077. Ett. Två.'
  const four = folderWith('spot', (text) =>
    text.replace(/^> Semester[^]*?2077\.$/m, more).replace(/$/, '- [x] Ett.\n  > Fel.\n- [x] Två.\n  > Fel.\n'),
  )
  const moved = folderWith('spot', (text) => {
    const parts = text.split('\n- ')
    return [parts[0], parts[2], parts[1], parts[3]].join('\n- ')
  })

  expect(four.problems()).toContain(
    `${four.at(sv, '### Fråga 5')} error S28 4 sentences are marked as faulty; mark at most 3 with "- [x]", or none`,
  )
  expect(moved.problems().join('\n')).toContain('this sentence comes earlier in the passage')
})

test('both languages have the same type, the same number of items, the same answers and the same tolerance', () => {
  const said = (type: WrittenType, from: string, to: string) =>
    folderWith(type, (text) => text.replace(from, to))
      .problems()
      .join('\n')

  expect(said('order', '3. Skicka', '3. Vänta en dag.\n4. Skicka')).toContain('S12 3 items, but 4 in Swedish')
  expect(said('text', ', källan', '')).toContain(
    'S12 the answers differ from those in Swedish: list the variants of both',
  )
  expect(said('number', '3900', '3901')).toContain('S12 answer 3900, but 3901 in Swedish')
  expect(said('number', '0.5', '1')).toContain('S12 tolerance 0.5, but 1 in Swedish')
  expect(said('number', ', unit: kr', '')).toContain('S12 a unit in English only')
  expect(said('number', 'unit: kr', 'unit: minuter')).toContain('S12 unit kr, but minuter in Swedish')
  expect(said('number', 'unit: kr', 'unit: kronor')).toBe('')
  expect(said('number', 'answer: 3900, tolerance: 0.5, unit: kr', 'answer: [x]')).toContain(
    'S12 a question of type number, but text in Swedish',
  )
  expect(said('spot', '- [x] Du', '- [ ] Du')).toContain('S12 this option is right, but wrong in Swedish')
})
