import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readMoodleXml } from '../../../../tools/authoring/commands/import/moodle-xml.ts'

const text = readFileSync(join(import.meta.dirname, '../../../fixtures/exchange/moodle.xml'), 'utf8')
const { taken, left } = readMoodleXml('moodle.xml', text, 'sv')
const answers = Object.fromEntries(taken.map(({ name, answer }) => [name, answer]))

function lineOf(words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length
}

test('each type of question that Navet has is taken from a question bank of Moodle', () => {
  expect(answers['Leverans på fredag']).toEqual({
    form: 'picks',
    options: [
      { text: 'Skickar det & hoppas.', right: false, feedback: 'Löftet är ditt *när* det är skickat.' },
      { text: 'Frågar lagret.', right: true, feedback: 'Rätt. Lagret vet.' },
      { text: 'Läser det igen.', right: false, feedback: '' },
    ],
  })
  expect(answers['Två delar']).toMatchObject({
    options: [{ right: true }, { right: true }, { text: String.raw`1 &lt; 2 \*stjärna\*`, right: false }],
  })
  expect(answers['Sant?']).toEqual({
    form: 'picks',
    options: [
      { text: 'Sant', right: false, feedback: 'Nej, räkna om.' },
      { text: 'Falskt', right: true, feedback: 'Ja, räkna om.' },
    ],
  })
  expect(answers['Källa']).toEqual({
    form: 'words',
    answers: ['källa', 'källan'],
    right: 'Rätt.',
    wrong: 'Det är källan.',
  })
  expect(answers['Summa']).toEqual({
    form: 'amount',
    answer: 3900,
    tolerance: 0.5,
    unit: 'kr',
    right: 'Räkna alltid om.',
    wrong: '',
  })
  expect(answers['Para ihop']).toMatchObject({
    rows: [
      ['Ett sms | mejl', 'Ring'],
      ['En röst', 'Lägg på'],
      ['Ett möte', 'Låt två godkänna'],
      ['', 'Vänta'],
    ],
    right: 'Rätt.',
    wrong: 'Ring upp själv.',
  })
  expect(answers['Ordning']).toMatchObject({ form: 'items', items: ['Läs.', 'Kontrollera.', 'Skicka.'] })
  expect(taken.map(({ stem }) => stem)).toEqual([
    'Svaret lovar **fredag**.\n\nVad gör du först? En kalender',
    'Vilka **två** kontrollerar du?',
    'Modellen räknar alltid rätt.',
    'Vad saknas?',
    'Tre timmar à 1 300 kr?',
    'Vad gör du?',
    'I vilken ordning?',
  ])
})

test('what cannot be taken is listed, each at the line of its question', () => {
  const first = lineOf('<question type="multichoice">')
  expect(
    left
      .filter(({ line }) => line === first)
      .map(({ what }) => what)
      .toSorted(),
  ).toEqual([
    '<correctfeedback>, which Navet has no place for: "Ditt svar är rätt."',
    'a file that belongs to the question',
    'a picture, of which its words stay',
    'that options are right in part: they stand as wrong',
    'what stands in <hint>',
  ])
  expect(left).toContainEqual({ line: 3, what: 'the category "$course$/top/Verkstad": Navet has none' })
  const short = lineOf('<question type="shortanswer">')
  expect(left.filter(({ line }) => line === short)).toHaveLength(2)
  expect(left).toContainEqual({
    line: lineOf('<question type="essay">'),
    what: 'a question of type "essay", which Navet has nothing like',
  })
  expect(left).toContainEqual({
    line: lineOf('<question type="cloze">'),
    what: 'a question of type "cloze", which Navet has nothing like',
  })
})
