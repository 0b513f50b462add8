import { expect, test } from 'vitest'

import { CoursesFolder, en, sv } from '../courses.ts'
import { type Sample, samples, withEstimate } from './estimate-samples.ts'

const comment = (map: string) => ({ comment: `<!-- { ${map} } -->` })

test.each<[string, Partial<Sample>, string]>([
  ['no answer', comment('id: how-many, type: estimate, unit: av 10'), 'S03 answer: is missing; write digits'],
  ['an answer in words', comment('id: how-many, type: estimate, answer: tre, unit: av 10'), 'S03 answer: write digits'],
  ['an answer in quotes', comment('id: how-many, type: estimate, answer: "3.5", unit: av 10'), 'S03 answer: write dig'],
  ['a decimal comma', comment('id: how-many, type: estimate, answer: 3,5, unit: av 10'), 'write decimals with a point'],
  ['an answer beyond reason', comment('id: how-many, type: estimate, answer: 1e13, unit: kr'), 'S03 answer: at most'],
  ['an endless answer', comment('id: how-many, type: estimate, answer: .inf, unit: kr'), 'S03 answer: write digits'],
  ['a list of answers', comment('id: how-many, type: estimate, answer: [1, 2], unit: kr'), 'S03 answer: write digits'],
  ['no unit', comment('id: how-many, type: estimate, answer: 3.5'), 'S03 unit: is missing; say what is guessed'],
  ['an empty unit', comment('id: how-many, type: estimate, answer: 3.5, unit: ""'), 'S03 unit: a unit is at most 20'],
  ['a unit of digits', comment('id: how-many, type: estimate, answer: 3.5, unit: 10 kr'), 'S03 unit: a unit is at'],
  [
    'a unit that is long',
    comment('id: how-many, type: estimate, answer: 3, unit: minuter i genomsnitt per dag'),
    'S03',
  ],
  ['a unit with HTML', comment('id: how-many, type: estimate, answer: 3, unit: <b>kr</b>'), 'S03 unit: a unit is at'],
  [
    'a unit that turns the line',
    comment('id: how-many, type: estimate, answer: 3, unit: "kr\\u202e"'),
    'S03 unit: write it',
  ],
  [
    'a unit with a sign of nothing',
    comment('id: how-many, type: estimate, answer: 3, unit: "k\\0r"'),
    'S03 unit: write it',
  ],
  [
    'a second one on the line',
    { comment: `${samples.sv.comment} ${samples.sv.comment.replace('how-many', 'and-more')}` },
    'S58 a heading has one estimate under it',
  ],
  ['no id', comment('type: estimate, answer: 3.5, unit: av 10'), 'S03 id'],
  ['an id that is none', comment('id: Hur många, type: estimate, answer: 3.5, unit: av 10'), 'S03 id: an id is lower'],
  [
    'no type',
    comment('id: how-many, answer: 3.5, unit: av 10'),
    'S03 type: a comment in braces in the text is that of',
  ],
  ['another type', comment('id: how-many, type: number, answer: 3.5, unit: av 10'), 'S03 type: a comment in braces'],
  ['a tolerance', comment('id: how-many, type: estimate, answer: 3, unit: kr, tolerance: 1'), 'S03'],
  ['a competence', comment('id: how-many, type: estimate, answer: 3, unit: kr, competence: CHK-1a'), 'S03'],
  ['YAML that is none', comment('id: how-many, type: estimate, answer: [3, unit: kr'), 'S01'],
  ['no braces', { comment: '<!-- id: how-many, type: estimate, answer: 3.5 -->' }, 'S58 an estimate’s comment stands'],
  ['a comment that never ends', { comment: '<!-- { id: how-many, type: estimate' }, 'S35 the comment never ends'],
  ['a heading of level 3', { heading: '### Hur många?' }, 'S58 an estimate’s comment stands alone on the line under'],
  ['no heading', { heading: 'Hur många?' }, 'S58 an estimate’s comment stands alone on the line under a heading'],
  ['no text', { text: '' }, 'S48 nothing stands under "Hur många gissar rätt?"'],
  ['HTML', { text: 'Hur <b>många</b> hittade felet?' }, 'S30 HTML is not allowed (<b>)'],
  ['a link', { text: 'Hur många [hittade](03-x.md) felet?' }, 'S58 an estimate holds no link: "03-x.md" would lead'],
  ['a bare address', { text: 'Hur många hittade https://skatteverket.se?' }, 'S58 an estimate holds no link'],
  ['a citation', { text: 'Hur många hittade felet?[^f-llm-next-token]' }, 'S58 an estimate cites no fact'],
  ['a heading within', { text: 'Hur många?\n\n### Tänk efter\n\nTa tid på dig.' }, 'S58 a heading cannot stand in an'],
  ['a line across', { text: 'Hur många?\n\n---\n\nTänk efter.' }, 'S58 a hr cannot stand in an estimate'],
  ['the mark of a case', { text: '<!-- case -->\n\nHur många?' }, 'S58 an estimate is no worked case'],
  ['a picture that is missing', { text: '![Tio personer](../images/none.svg)' }, 'S33'],
  [
    'another estimate after it',
    { after: `## Igen?\n${samples.sv.comment.replace('how-many', 'two')}\n\nHur många?\n\n${samples.sv.after}` },
    'S58 an estimate comes right after another',
  ],
])('%s is told, at its line', (_, own, message) => {
  const folder = withEstimate(own)
  const told = folder.problems().map((line) => line.replaceAll("'", '’'))
  expect(told.join('\n')).toContain(message)
  expect(told.find((line) => line.includes(message))).toMatch(
    /^courses\/granska-svaret\/sv\/02-tre-fragor\.md:\d+:\d+ error/,
  )
})

test('a fault in the comment is shown where it stands', () => {
  const folder = withEstimate(comment('id: how-many, type: estimate, answer: tre, unit: av 10'))
  expect(folder.problems()[0]).toContain(folder.at(sv, 'tre, unit'))
})

test.each([
  ['Gör nu: två minuter', 'Do it now: two minutes', /S58 "(?:Gör nu|Do it now).*" comes right after the estimate/],
  ['Kom ihåg', 'Remember', /S58 "(?:Kom ihåg|Remember).*" comes right after the estimate/],
])('right before "%s" there is no section that explains it', (own, other, message) => {
  const folder = new CoursesFolder()
    .edit(sv, `## ${own}`, `${samples.sv.heading}\n${samples.sv.comment}\n\nHur många?\n\n## ${own}`)
    .edit(en, `## ${other}`, `${samples.en.heading}\n${samples.en.comment}\n\nHow many?\n\n## ${other}`)
  expect(folder.problems().filter((line) => message.test(line))).toHaveLength(2)
})

test('right before the quiz there is no section at all', () => {
  const folder = new CoursesFolder()
  for (const [file, { heading, comment: own }] of [
    [sv, samples.sv],
    [en, samples.en],
  ] as const)
    folder.edit(file, '## Quiz', `${heading}\n${own}\n\nHur många?\n\n## Quiz`)
  expect(folder.problems().filter((line) => line.includes('S58 nothing comes after the estimate'))).toHaveLength(2)
})

test.each<[string, Partial<Sample>, string]>([
  [
    'another id',
    comment('id: how-few, type: estimate, answer: 3.5, unit: of 10'),
    'S12 estimates have the ids [how-few], but [how-many] in Swedish',
  ],
  [
    'another answer',
    comment('id: how-many, type: estimate, answer: 3, unit: of 10'),
    'S12 answer 3, but 3.5 in Swedish',
  ],
  [
    'another unit',
    comment('id: how-many, type: estimate, answer: 3.5, unit: minutes'),
    'S12 unit minutes, but av 10 in Swedish',
  ],
  ['none', { comment: '' }, 'S12 estimates have the ids [], but [how-many] in Swedish'],
  [
    'another place',
    { heading: '## What it is like\n\nWait.\n\n## How many?' },
    'S12 estimate how-many stands under heading 4, but 3',
  ],
])('English with %s disagrees with Swedish', (_, other, message) => {
  const told = withEstimate({}, other).problems()
  expect(told.join('\n')).toContain(message)
  expect(told.join('\n')).toContain('granska-svaret/en/')
})

test('an id of a question, or of what is retired, is taken', () => {
  const taken = (id: string) => {
    const own = comment(`id: ${id}, type: estimate, answer: 3.5, unit: av 10`)
    return withEstimate(own, comment(`id: ${id}, type: estimate, answer: 3.5, unit: of 10`))
  }
  expect(
    taken('nuts-promise')
      .problems()
      .filter((line) => line.includes('S13 the id nuts-promise is that of a question at')),
  ).toHaveLength(2)
  const retired = taken('old-one').edit('granska-svaret/course.yml', 'retired: []', 'retired: [old-one]')
  expect(retired.problems().join('\n')).toContain('S13 the id old-one is that of something that is retired')
})

const asQuestion = (id: string) =>
  `### Fråga 9\n<!-- { id: ${id}, competence: CHK-1a, kind: calculation, type: estimate, answer: 3, unit: kr } -->\n\nVad kostar det?\n\n> Rätt. Så mycket.\n\n<!-- -->\n\n> Det kostar tre kronor.\n`

test.each([
  ['the quiz', sv, en],
  ['a badge pool', 'granska-svaret/sv/badge.md', 'granska-svaret/en/badge.md'],
])('in %s it is told where it belongs', (_, ...files) => {
  const folder = new CoursesFolder()
  for (const file of files) folder.write(file, `${folder.read(file)}\n${asQuestion('what-costs')}`)
  const told = folder.problems().filter((line) => line.includes('S58 an estimate is no question'))
  expect(told).toHaveLength(2)
  for (const [i, file] of files.entries()) expect(told.toSorted().reverse()[i]).toContain(`courses/${file}`)
})

test.each(['course.md', 'artefact.md'])('%s has none', (name) => {
  const folder = new CoursesFolder()
  const path = `granska-svaret/sv/${name}`
  folder.write(path, `${folder.read(path)}\n\n## Gissa\n${samples.sv.comment}\n\nHur många?\n\n## Svaret\n\nTre.\n`)
  expect(folder.problems().join('\n')).toMatch(/S58 an estimate stands in the text of a lesson; this page has none/)
})

test('in a list, or at the end of a line, it is told as well', () => {
  for (const text of [`- Ett\n  ${samples.sv.comment}`, `Hur många? ${samples.sv.comment}`])
    expect(withEstimate({ comment: '', text }).problems().join('\n')).toContain('S58')
})
