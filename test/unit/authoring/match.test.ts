import { expect, test } from 'vitest'

import { compareCourses } from '../../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../../tools/authoring/commands/affected/outline.ts'
import { type CoursesFolder, sv } from './courses.ts'
import { folderWith } from './written-questions.ts'

/** The written match with a change in Swedish. */
function match(from: string, to: string): CoursesFolder {
  return folderWith('match', (text) => {
    if (!text.includes(from)) throw new Error(`the question does not contain ${from}`)
    return text.replace(from, () => to)
  })
}

test('a match has its columns, and in its key the row of each pair', () => {
  expect(folderWith('match').question('new-one')).toMatchObject({
    type: 'match',
    key: [0, 1, 3],
    text: {
      sv: {
        heads: ['Händelse', 'Åtgärd'],
        lefts: ['Ett sms med nytt kontonummer', 'En röst ber om <em>koden</em>', 'Ett möte vill ha betalning'],
        rights: ['Ring numret ni redan har', 'Lägg på luren', 'Svara i morgon', 'Låt två godkänna'],
      },
    },
  })
})

test('a sign within a cell is written with a stroke before it', () => {
  const folder = match('Lägg på luren', String.raw`Lägg på \| ta av luren`)
  expect(folder.problems()).toEqual([])
  expect(folder.question('new-one')).toMatchObject({ text: { sv: { rights: { 1: 'Lägg på | ta av luren' } } } })
})

test.each([
  ['|---|---|\n', '', '### Fråga 5', 'S38', 'a match needs a table of two columns'],
  ['|---|---|\n', '|---|---|---|\n', '### Fråga 5', 'S38', 'a match needs a table of two columns'],
  ['| Ett möte vill ha betalning | Låt två godkänna |\n', '', '### Fråga 5', 'S38', '3 to 6 pairs, and has 2'],
  ['| Lägg på luren |', '|  |', '| En röst', 'S38', 'a row without a right cell'],
  ['| Lägg på luren |', '|', '| En röst', 'S26', 'this line is no row of two cells'],
  ['| Svara i morgon |', '| Svara i morgon', '|  | Svara i morgon', 'S26', 'this line is no row of two cells'],
  ['Svara i morgon', 'Lägg på luren!', 'Lägg på luren!', 'S49', 'two cells of a column say the same'],
  ['En röst ber om *koden*', 'ett sms med nytt kontonummer', 'ett sms', 'S49', 'two cells of a column say the same'],
  ['Lägg på luren', '[Lägg på](01-varfor-fel.md)', '[Lägg på]', 'S38', 'only words can stand there, no link'],
  ['| Ett möte', '- [x] Ett möte', '- [x] Ett möte', 'S38', 'a question of type match has no "[ ]" boxes'],
  [
    ', type: match',
    ', type: match, unit: kr',
    'kr } -->\n\nVad gör',
    'S38',
    '"unit" belongs to questions of type number',
  ],
])('%j → %j is told at its place', (from, to, shownAt, id, message) => {
  const folder = match(from, to)
  const said = folder.problems().join('\n')
  expect(said).toContain(` error ${id} `)
  expect(said).toContain(message)
  const own = folder.problems().filter((line) => line.includes(message))
  const line = folder.at(sv, shownAt).split(':')[1]
  expect(own.map((problem) => problem.split(':')[1])).toContain(line)
})

test('both languages have the same pairs, and what is left over in the same place', () => {
  const fewer = match('| Ett möte vill ha betalning | Låt två godkänna |', '| | Låt två godkänna |')
  expect(fewer.problems().join('\n')).toContain('S12 3 pairs, but 2 in Swedish')
  const moved = match('|  | Svara i morgon |\n| Ett möte vill', '| Ett möte vill').problems().join('\n')
  expect(moved).toContain('S12 the rows without a left cell stand in other places than in Swedish')
})

function effects(after: CoursesFolder): string[] {
  const outline = (folder: CoursesFolder) =>
    outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes }))).courses
  const found = compareCourses(outline(folderWith('match')), outline(after)).flatMap((course) => course.effects)
  return found.map(({ kind, message }) => `${kind}: ${message}`)
}

test('cells that change places ask for a new id, since the key hash cannot hold which pair is right', () => {
  const swapped = match(
    'Ring numret ni redan har |\n| En röst ber om *koden* | Lägg på luren',
    'Lägg på luren |\n| En röst ber om *koden* | Ring numret ni redan har',
  )
  expect(effects(swapped)).toEqual([expect.stringMatching(/^items-swapped: .*other pairs are right; give it a new id/)])
  expect(effects(match('Lägg på luren', 'Lägg på den'))).toEqual([expect.stringContaining('words-changed')])
})
