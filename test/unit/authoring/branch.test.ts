import { expect, test } from 'vitest'

import { waysThrough } from '../../../tools/authoring/questions/ways-through.ts'
import { compareCourses } from '../../../tools/authoring/commands/affected/compare-courses.ts'
import { outlineCourses } from '../../../tools/authoring/commands/affected/outline.ts'
import type { BranchQuestion } from '../../../worker/questions/branch.ts'
import { storyOf } from '../../../worker/questions/story.ts'
import { type CoursesFolder, sv } from './courses.ts'
import { folderWith } from './written-questions.ts'

/** The written branch with changes in Swedish, each `from` to its `to`. */
function branch(...changes: (readonly [from: string, to: string])[]): CoursesFolder {
  return folderWith('branch', (text) =>
    changes.reduce((changed, [from, to]) => {
      if (!changed.includes(from)) throw new Error(`the question does not contain ${from}`)
      return changed.replace(from, () => to)
    }, text),
  )
}

test('a branch holds its parts by id, where each choice leads, and its endings', () => {
  const question = folderWith('branch').question('new-one') as BranchQuestion
  expect(question.parts).toEqual([
    { id: 'call', leads: [2, 1] },
    { id: 'dog', leads: [2, 3] },
    { id: 'account', leads: [], end: 'bad', back: 0 },
    { id: 'end', leads: [], end: 'good' },
  ])
  expect(question.text.sv.parts[0]).toEqual({
    title: 'Samtalet',
    text: '<p>Hon sitter i möte. Betala en <em>faktura</em> före fem, säger hon.</p>',
    choices: ['Betala fakturan direkt.', 'Fråga om hennes hund.'],
  })
  expect(storyOf(question.parts).longest).toBe(2)
  expect(waysThrough(question.parts).map(({ choices }) => choices)).toEqual([[0], [1, 2], [1, 3]])
})

test('an address may be written as browsers copy it', () => {
  expect(branch(['](#hunden)', '](#hund%65n)']).problems()).toEqual([])
})

const hund = '- [Fråga om hennes hund.](#hunden)'
const slut = '- [Lägg på och ring själv.](#slutet)'

test.each([
  [['#### Hunden', '### Hunden'], 'S20', 'is shown nowhere'],
  [['#### Hunden', '##### Hunden'], 'S20', 'a heading of level 5'],
  [['<!-- id: dog -->', ''], 'S54', 'the part has no id'],
  [['<!-- id: dog -->', '<!-- id: Min hund -->'], 'S54', 'the part has no id that can be used'],
  [['<!-- id: dog -->', '<!-- id: call -->'], 'S13', 'the id call is used twice'],
  [['#### Hunden', '#### Samtalet'], 'S13', 'two parts have the same heading'],
  [['#### Hunden', '####'], 'S54', 'the part has no heading'],
  [['Svaret stämmer med bilderna på nätet.', ''], 'S54', 'nothing happens in this part'],
  [['Svaret stämmer', '| a |\n|---|\n\n# Svaret stämmer'], 'S20', 'a heading of level 1'],
  [['<!-- end: good -->', '<!-- end: nice -->'], 'S54', 'not "nice"'],
  [['<!-- end: good -->', ''], 'S54', 'a part has 2 to 4 choices, and this one has 0'],
  [[hund, ''], 'S54', 'a part has 2 to 4 choices, and this one has 1'],
  [
    [`${hund}\n`, `${hund}\n${'- [Vänta på Y.](#hunden)\n- [Vänta på Z.](#hunden)\n- [Vänta på Å.](#hunden)\n'}`],
    'S54',
    'has 5',
  ],
  [[hund, '- [Betala fakturan direkt!](#hunden)'], 'S49', 'two choices say the same'],
  [[hund, '- [](#hunden)'], 'S54', 'the choice has no words'],
  [['](#hunden)', '](#hund)'], 'S34', 'no part has the heading #hund; did you mean hunden?'],
  [[hund, `${hund}\n- Fråga om [hunden](#hunden)`], 'S26', 'this line is no choice'],
  [[hund, '- [Fråga om hennes hund.](https://example.org)'], 'S26', 'this line is no choice'],
  [[hund, `${hund}\n\nOch sedan?`], 'S26', 'this line is no choice'],
  [
    ['Hon har aldrig ringt er.', 'Hon har aldrig ringt er.\n\n- [Tillbaka](#samtalet)'],
    'S54',
    'a good ending leads nowhere',
  ],
  [['- [Tillbaka dit', '- [Tillbaka hit](#hunden)\n- [Tillbaka dit'], 'S54', 'a bad ending leads back to one part'],
  [['- [Tillbaka dit samtalet började](#samtalet)', ''], 'S54', 'no bad ending leads back'],
  [['började](#samtalet)', 'började](#hunden)'], 'S54', 'some ways to this ending do not pass'],
  [['själv.](#slutet)', 'själv.](#samtalet)'], 'S54', 'goes in a circle through this part'],
  [['direkt.](#kontot)', 'direkt.](#samtalet)'], 'S54', 'goes in a circle through this part'],
  [[slut, '- [Lägg på och ring själv.](#kontot)'], 'S54', 'no choice leads to this part'],
  [['<!-- end: good -->', '<!-- end: bad -->'], 'S54', 'the story has no good ending'],
  [['Svaret stämmer', '<b>Svaret</b> stämmer'], 'S30', 'HTML is not allowed (<b>)'],
  [['Svaret stämmer', '[Svaret](https://nowhere.example) stämmer'], 'S32', 'nowhere.example'],
  [['Betala fakturan direkt.', '<i>Betala</i> fakturan.'], 'S30', 'HTML is not allowed (<i>)'],
  [[', type: branch', ', type: branch, written: true'], 'S38', '"written" belongs to questions of type replay'],
  [['<!-- end: good -->', '<!-- end: bad -->\n<!-- x -->'], 'S12', 'another id or end than in Swedish'],
] as const)('%s is told', (change, id, message) => {
  const folder = branch(change)
  const told = folder.problems().filter((each) => each.includes(` error ${id} `) && each.includes(message))
  expect(told, folder.problems().join('\n')).not.toEqual([])
  expect(told[0]).toMatch(
    new RegExp(String.raw`^courses/granska-svaret/(?:sv/02-tre-fragor|en/02-three-questions)\.md:1[1-6]\d`),
  )
})

test('more than four choices one after the other are too many to follow', () => {
  const long = (part: number) =>
    `#### Del ${part}\n<!-- id: part-${part} -->\n\nDet händer.\n\n- [Nu betalas det.](#kontot)\n- [Vänta till ${part}.](#del-${part + 1})\n\n`
  const more = [3, 4, 5].map(long).join('').replace('#del-6', '#slutet')
  const folder = branch([slut, '- [Lägg på och ring själv.](#del-3)'], ['#### Kontot', `${more}#### Kontot`])
  expect(folder.problems().join('\n')).toContain('S54 5 choices stand one after the other; at most 4')
})

test('a story that goes in circles everywhere is told at once, and a long one that does not as well', () => {
  const part = (i: number, to: (n: number) => number) =>
    `#### Del ${i}\n<!-- id: part-${i} -->\n\nDet händer.\n\n${[1, 2, 3, 4].map((n) => `- [Gå ${n}.](#del-${to(n)})`).join('\n')}\n\n`
  const all = (to: (i: number) => (n: number) => number) =>
    Array.from({ length: 20 }, (_, i) => part(i, to(i))).join('')
  const bare = (parts: string) =>
    folderWith('branch', (text) => `${text.slice(0, text.indexOf('####'))}${parts}`)
      .problems()
      .join('\n')
  expect(bare(all((i) => (n) => (i + n) % 20))).toContain('S54 the story goes in a circle')
  expect(bare(all((i) => (n) => Math.min(i + n, 19)))).toContain('S54')
  const ring = Array.from({ length: 20 }, (_, i) => ({ leads: [1, 2, 3, 4].map((n) => (i + n) % 20) }))
  expect(storyOf(ring).choices).toHaveLength(80)
})

test('a story without a lesson around it is no story: nothing, and only endings, are told at its heading', () => {
  const bare = folderWith('branch', (text) => text.slice(0, text.indexOf('####')))
  expect(bare.problems().join('\n')).toContain('S54 a branch has 3 to 20 parts, and this one has 0')
})

test('choices that lead elsewhere ask for a new id, and other words do not', () => {
  const outline = (folder: CoursesFolder) =>
    outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes }))).courses
  const effects = (after: CoursesFolder) =>
    compareCourses(outline(folderWith('branch')), outline(after)).flatMap((course) =>
      course.effects.map(({ kind, message }) => `${kind}: ${message}`),
    )
  const turned = folderWith(
    'branch',
    (text) =>
      text
        .replace(/\]\(#(kontot|the-account)\)(?=\n- \[(Lägg|Hang))/, '](#X)')
        .replace(/\]\(#(slutet|the-end)\)/, '](#kontot)')
        .replace('](#X)', '](#slutet)')
        .replaceAll(text.includes('The call') ? '#kontot' : '#none', '#the-account')
        .replaceAll(text.includes('The call') ? '#slutet' : '#none', '#the-end'),
    true,
  )
  expect(turned.problems()).toEqual([])
  expect(effects(turned)).toEqual([expect.stringMatching(/^items-swapped: .*choices lead elsewhere/)])
  const swapped = branch([
    '[Betala fakturan direkt.](#kontot)\n- [Fråga om hennes hund.](#hunden)',
    '[Fråga om hennes hund.](#kontot)\n- [Betala fakturan direkt.](#hunden)',
  ])
  expect(effects(swapped)).toEqual([expect.stringMatching(/^items-swapped: .*choices have changed places/)])
  expect(effects(branch(['Betala fakturan direkt', 'Betala den direkt']))).toEqual([
    expect.stringContaining('words-changed'),
  ])
  expect(
    folderWith('branch')
      .problems()
      .filter((each) => each.startsWith(sv)),
  ).toEqual([])
})
