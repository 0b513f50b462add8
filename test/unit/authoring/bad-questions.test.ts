import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const nuts = '- [x] Löftet om nötter, eftersom en allergisk gäst kan bli allvarligt sjuk.'
const comment = '<!-- { id: nuts-promise, competence: CHK-1a, kind: scenario } -->'
const stem = 'Ett hotell i Rättvik använder AI'

/** What is changed in the Swedish lesson, where the problem is shown, its id and words. */
const cases: [name: string, from: string, to: string, shownAt: string, id: string, message: string][] = [
  ['no comment', `${comment}\n`, '', '### Fråga 1', 'S21', 'the question has no comment with its id; add <!-- {'],
  [
    'a comment without braces',
    '{ id: nuts-promise, competence: CHK-1a, kind: scenario }',
    'id: nuts-promise',
    '<!-- id: nuts',
    'S21',
    'a map in braces',
  ],
  ['no id', 'id: nuts-promise, ', '', '{ competence', 'S03', 'id: is missing'],
  [
    'no competence',
    'competence: CHK-1a, ',
    '',
    '{ id: nuts',
    'S03',
    'competence: is missing; write an outcome such as CHK-1a',
  ],
  ['no kind', ', kind: scenario', '', '{ id: nuts', 'S03', 'kind: write scenario, understanding, spot or calculation'],
  ['YAML that cannot be read', 'CHK-1a, kind: scenario }', 'CHK-1a, kind: scenario', '-->', 'S01', 'a sign is missing'],
  [
    'no right option',
    '- [x] Löftet',
    '- [ ] Löftet',
    '### Fråga 1',
    'S28',
    'no option is marked as right; write "- [x]" for it',
  ],
  [
    'a type that does not fit',
    'kind: scenario }',
    'kind: scenario, type: multiple }',
    'multiple }',
    'S28',
    'type: multiple does not fit 1 right options',
  ],
  [
    'a box with another sign',
    nuts,
    nuts.replace('[x]', '[v]'),
    '[v]',
    'S24',
    '"[v]" is no box; write "[x]" for a right option',
  ],
  ['no space after the box', nuts, nuts.replace('[x] ', '[x]'), '[x]Löftet', 'S24', 'a space is missing'],
  ['no space after the bullet', nuts, nuts.replace('- [x]', '-[x]'), '[x] Löftet', 'S24', 'a space is missing'],
  ['round brackets', nuts, nuts.replace('[x]', '(x)'), '- (x)', 'S26', 'an option has square brackets'],
  ['an option without a box', nuts, nuts.replace('[x] ', ''), '- Löftet', 'S26', 'an option without its box'],
  ['a numbered option', nuts, nuts.replace('- ', '2. '), '2. [x]', 'S24', 'options are written with "-"'],
  ['an option without text', nuts, '- [x]', '- [x]\n', 'S25', 'option 2 has no text'],
  [
    'an option without feedback',
    '  > Rätt. Konsekvensen styr. Ordet "alltid" är dessutom ett löfte som köket måste kunna stå för.\n',
    '',
    nuts,
    'S25',
    'option 2 has no feedback; add a line under it: "  > …"',
  ],
  [
    'feedback that is not indented',
    '  > Rätt. Konsekvensen',
    '> Rätt. Konsekvensen',
    '> Rätt. Konsekvensen',
    'S26',
    'feedback must be indented by two spaces',
  ],
  [
    'feedback that is indented by one space',
    '  > Rätt. Konsekvensen',
    ' > Rätt. Konsekvensen',
    '> Rätt. Konsekvensen',
    'S26',
    'feedback must be indented by two spaces',
  ],
  [
    'feedback that is indented as code',
    '  > Rätt. Konsekvensen',
    '       > Rätt. Konsekvensen',
    '> Rätt. Konsekvensen',
    'S26',
    'indented too far',
  ],
  [
    'feedback without its sign',
    '  > Rätt. Konsekvensen',
    'Rätt. Konsekvensen',
    'Rätt. Konsekvensen',
    'S26',
    'this line belongs to no option',
  ],
  ['HTML in an option', 'Löftet om nötter', 'Löftet om <b>nötter</b>', '<b>', 'S30', 'HTML is not allowed (<b>)'],
  ['HTML in feedback', 'Rätt. Konsekvensen', 'Rätt. <i>Konsekvensen', '<i>', 'S30', 'HTML is not allowed (<i>)'],
  ['a table in a stem', stem, '| a |\n|---|\n\nEtt hotell', '| a |', 'S36', 'a table cannot stand in a question'],
  [
    'a fact cited in feedback',
    'Konsekvensen styr.',
    'Konsekvensen styr.[^f-llm-next-token]',
    '[^f-llm',
    'S42',
    'a question cannot cite a fact',
  ],
  [
    'a comment that never ends',
    '<!-- m: tid=viktigast -->',
    '<!-- m: tid=viktigast',
    '<!-- m: tid',
    'S35',
    'the comment never ends',
  ],
  [
    'a heading of level 2 after the quiz',
    '### Fråga 2',
    '## Mer\n\n### Fråga 2',
    '## Mer',
    'S20',
    'a heading of level 2 in the quiz',
  ],
  [
    'text before the first question',
    '## Quiz\n',
    '## Quiz\n\nSvara nu.\n',
    'Svara nu.',
    'S20',
    'text before the first question',
  ],
  [
    'a type that does not exist',
    'kind: scenario }',
    'kind: scenario, type: ordr }',
    'ordr }',
    'S27',
    'there is no type of question "ordr"; write single, multiple, order, text, number, spot, match, replay or branch, or leave the type out; did you mean order?',
  ],
  [
    'an order with boxes',
    'kind: scenario }',
    'kind: scenario, type: order }',
    '- [ ] Tiderna',
    'S38',
    'a question of type order has no "[ ]" boxes',
  ],
  [
    'a spot without its passage',
    'kind: scenario }',
    'kind: scenario, type: spot }',
    '### Fråga 1',
    'S38',
    'the question has no quoted passage',
  ],
  [
    'an answer beside options',
    'kind: scenario }',
    'kind: scenario, type: single, answer: 3900 }',
    '3900 }',
    'S38',
    '"answer" belongs to questions of type text or number; take it away',
  ],
  ['a heading of another name', '## Quiz', '## Frågor', '## Frågor', 'S22', 'write "## Quiz" in both languages'],
]

describe('a question that is wrong is reported where it is wrong', () => {
  test.each(cases)('%s', (_name, from, to, shownAt, id, message) => {
    const folder = new CoursesFolder().edit(sv, from, to)
    const place = folder.at(sv, shownAt)
    const line = folder.problems().find((problem) => problem.startsWith(`${place} error ${id} `))

    expect(line ?? folder.problems().join('\n')).toContain(message)
  })
})

test('a question without stem, or without options, names what is missing', () => {
  const folder = new CoursesFolder()
  const [before = '', rest = ''] = folder.read(sv).split(comment)
  const after = rest.slice(rest.indexOf('### Fråga 2'))
  const noOptions = new CoursesFolder().write(sv, `${before}${comment}\n\nVad först?\n\n${after}`)
  const noStem = new CoursesFolder().write(sv, `${before}${comment}\n\n${rest.slice(rest.indexOf('- [ ]'))}`)
  const place = folder.at(sv, '### Fråga 1')

  expect(noOptions.problems()).toEqual([
    `${place} error S23 the question has no options; write them as a task list: "- [ ] …" and "- [x] …"`,
  ])
  expect(noStem.problems()).toEqual([
    `${place} error S37 the question has no stem; write the question between the comment and the options`,
  ])
})

test('three right options fit no type', () => {
  const folder = new CoursesFolder().editBoth('- [ ] F', '- [x] F')

  expect(folder.problems().filter((line) => line.includes(' S28 '))).toEqual([
    `${folder.at(en, '### Question 4')} error S28 3 options are right; a single question has one [x], a multiple one two`,
    `${folder.at(sv, '### Fråga 4')} error S28 3 options are right; a single question has one [x], a multiple one two`,
  ])
})

test('a box that GitHub shows as text is understood, with a warning', () => {
  const folder = new CoursesFolder().edit(sv, nuts, nuts.replace('[x]', '[ x ]'))

  expect(folder.problems()).toEqual([
    `${folder.at(sv, '[ x ]')} warning S24 "[ x ]" shows as text on GitHub; write "[x]"`,
  ])
  expect(folder.question()).toMatchObject({ key: [1] })
})

test('an option and its feedback may take several lines, and a link in a stem list is no option', () => {
  const folder = new CoursesFolder()
    .edit(sv, 'kan bli allvarligt sjuk.', 'kan bli\n  allvarligt sjuk.')
    .edit(sv, 'Rätt. Konsekvensen styr. Ordet', 'Rätt. Konsekvensen styr.\n  > Ordet')
    .edit(sv, `\n${stem}`, '\nLäs först:\n\n- [x](https://imy.se)\n\nEtt hotell i Rättvik använder AI')

  expect(folder.problems()).toEqual([])
  expect(folder.question()).toHaveProperty('text.sv.options.1', {
    text: 'Löftet om nötter, eftersom en allergisk gäst kan bli\nallvarligt sjuk.',
    feedback: 'Rätt. Konsekvensen styr.\nOrdet ”alltid” är dessutom ett löfte som köket måste kunna stå för.',
  })
})

test('what stands in a block of code is neither an option nor a heading', () => {
  const folder = new CoursesFolder().edit(
    sv,
    `\n${stem}`,
    '\nSå här:\n\n```\n### Nej\n- [x] Nej\n```\n\nEtt hotell i Rättvik använder AI',
  )

  expect(folder.problems()).toEqual([])
  expect(folder.question().text.sv.stem).toContain('<code>### Nej<br>- [x] Nej</code>')
})
