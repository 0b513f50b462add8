import { describe, expect, test } from 'vitest'

import { CoursesFolder, en, sv } from './courses.ts'

const courseYml = 'granska-svaret/course.yml'

/** What is changed in which file, where the problem is shown, its id and words. */
const cases: [name: string, path: string, from: string, to: string, shownAt: string, id: string, message: string][] = [
  ['a colon in a title', sv, 'title: Tre', 'title: Kort: Tre', 'Kort: Tre', 'S01', 'needs quotation marks'],
  ['a tab', courseYml, 'badge: {', 'badge:\n\tid: x\nlost: {', '\tid: x', 'S01', 'a tab in YAML; indent with spaces'],
  ['a bracket that never closes', sv, '[CHK-1, CHK-2]', '[CHK-1, CHK-2', 'outcome: Du', 'S01', 'YAML cannot be read'],
  ['a key written twice', sv, 'minutes: 6', 'minutes: 6\nminutes: 7', 'minutes: 7', 'S01', 'written twice'],
  ['an alias without an anchor', sv, 'minutes: 6', 'minutes: *six', '*six', 'S01', 'YAML cannot be read'],
  [
    'an unknown key in front matter',
    sv,
    'outcome:',
    'outcomes:',
    'outcomes:',
    'S03',
    'unknown key "outcomes"; did you mean outcome?',
  ],
  [
    'an unknown key deep in course.yml',
    courseYml,
    'cell:',
    'cel:',
    'cel:',
    'S03',
    'unknown key "cel"; did you mean cell?',
  ],
  [
    'an unknown key in a question',
    sv,
    'kind: scen',
    'kinds: x, kind: scen',
    'kinds: x',
    'S03',
    'unknown key "kinds"; did you mean kind?',
  ],
  ['a missing key', sv, 'checked: 2026-11-23\n', '', 'id: three', 'S03', 'checked: is missing'],
  [
    'a text that goes on behind a #',
    sv,
    'title: Tre frågor',
    'title: Pris #1',
    '#1',
    'S01',
    '"#1 innan svaret lämnar huset" is read as a comment and lost',
  ],
  [
    'decimals with a comma',
    sv,
    'id: nuts-promise,',
    'id: nuts-promise, answer: 9,5,',
    '5, comp',
    'S03',
    'write decimals with a point: 9.5',
  ],
  ['one value for another', sv, 'minutes: 6', 'minutes: &six 6\ntags: [*six]', '*six', 'S01', 'write the values out'],
  [
    'lists in lists without end',
    sv,
    'minutes: 6',
    `tags: ${'['.repeat(99)}`,
    '['.repeat(59) + '\n',
    'S01',
    'nested far too deeply',
  ],
  ['minutes that are no number', sv, 'minutes: 6', 'minutes: six', 'six', 'S03', 'minutes: write a whole number'],
  [
    'a date that does not exist',
    sv,
    '2026-11-23',
    '2026-02-30',
    '2026-02-30',
    'S03',
    'checked: write a date as 2026-11-23',
  ],
  [
    'a date written another way',
    sv,
    '2027-05-01',
    '1 maj 2027',
    '1 maj',
    'S03',
    'review_by: write a date as 2026-11-23',
  ],
  ['an id with capitals', sv, 'id: three-questions', 'id: Three', 'Three', 'S03', 'lower-case letters'],
  ['a misspelt kind', sv, 'kind: scenario', 'kind: scenrio', 'scenrio', 'S03', 'did you mean scenario?'],
  [
    'one language of a name',
    courseYml,
    ', en: AI Checker',
    '',
    '{ sv: AI-granskare',
    'S03',
    'badge.name.en: is missing',
  ],
  ['a course number of another form', courseYml, 'number: C03', 'number: 3', '3', 'S03', 'number: write a text'],
  [
    'a text where a list belongs',
    sv,
    'competences: [CHK-1, CHK-2]',
    'competences: CHK-1',
    'CHK-1',
    'S03',
    'write a list in brackets',
  ],
  [
    'an unknown tag',
    sv,
    'minutes: 6',
    'minutes: 6\ntags: [lag]',
    'lag]',
    'S03',
    'write law or tool; did you mean law?',
  ],
  [
    'a competence that does not exist',
    sv,
    '[CHK-1, CHK-2]',
    '[CHK-1, CHK-9]',
    'CHK-9',
    'S29',
    'competence CHK-9 does not exist; did you mean CHK-1?',
  ],
  [
    'an outcome that does not exist',
    sv,
    'CHK-1b',
    'CHK-1x',
    'CHK-1x',
    'S29',
    'competence CHK-1x does not exist; did you mean CHK-1a?',
  ],
  [
    'an outcome that a course promises in vain',
    courseYml,
    'CHK-2a]',
    'CHK-2z]',
    'CHK-2z',
    'S29',
    'competence CHK-2z does not exist; did you mean CHK-2a?',
  ],
  [
    'a badge for a cell that does not exist',
    courseYml,
    'cell: CHK-2',
    'cell: XYZ-1',
    'XYZ-1',
    'S29',
    'competence XYZ-1 does not exist',
  ],
  [
    'a fact that does not exist',
    sv,
    'f-llm-next-token',
    'f-llm-next-tokens',
    'f-llm-next-tokens',
    'S40',
    'fact f-llm-next-tokens does not exist in facts.yml; did you mean f-llm-next-token?',
  ],
  [
    'a misspelt key in a fact',
    'facts.yml',
    'source: s',
    'sorce: s',
    'sorce',
    'S03',
    'unknown key "sorce"; did you mean source?',
  ],
  [
    'an original that nobody is named for',
    'facts.yml',
    'read: none',
    'read: original',
    'original',
    'S43',
    'f-llm-next-token: read: original takes checker and checked',
  ],
  [
    'a checker of a page that was not opened',
    'facts.yml',
    'read: none',
    'read: copy, read_on: 2026-11-20, checker: Eva',
    'Eva',
    'S43',
    'f-llm-next-token: checker is for read: original alone',
  ],
  [
    'a copy without the day it was read',
    'facts.yml',
    'read: none',
    'read: copy',
    'copy',
    'S43',
    'f-llm-next-token: read: copy takes read_on',
  ],
  [
    'a day of reading where nothing was read',
    'facts.yml',
    'read: none',
    'read: none, read_on: 2026-11-20',
    '2026-11-20',
    'S43',
    'read_on is for a copy or a summary',
  ],
  [
    'a summary that may be of a law',
    'facts.yml',
    'source: s, publisher: p, read: none',
    'source: s, place: artikel 33, publisher: p, read: summary, read_on: 2026-11-20',
    'summary',
    'S43',
    'it seems to speak of a law; write law: true',
  ],
  [
    'an official address that is none',
    'facts.yml',
    'read: none',
    "read: none, url: 'http://imy.se'",
    "'http",
    'S03',
    'write the official address, beginning with https://',
  ],
  [
    'a key of before',
    'facts.yml',
    'read: none',
    'read: none, published: true',
    'published',
    'S03',
    'unknown key "published"',
  ],
  ['an unknown area', 'competences.yml', 'id: CHK,', 'id: CHEK,', 'CHEK', 'S03', 'did you mean CHK?'],
]

describe('YAML that is wrong is reported where it is wrong', () => {
  test.each(cases)('%s', (_name, path, from, to, shownAt, id, message) => {
    const folder = new CoursesFolder().edit(path, from, to)
    const place = folder.at(path, shownAt)
    const line = folder.problems().find((problem) => problem.startsWith(`${place} error ${id} `))

    expect(line ?? folder.problems().join('\n')).toContain(message)
    expect(line).toMatch(/^courses\/\S+:\d+:\d+ error S\d\d \S/)
  })
})

test('every problem of every file is reported in one run, in the order of the files', () => {
  const folder = new CoursesFolder()
    .edit('granska-svaret/course.yml', 'cell:', 'cel:')
    .edit(sv, 'minutes: 6', 'minutes: six')
    .edit(sv, 'kind: understanding', 'kind: understandin')
    .edit(en, 'CHK-1b', 'CHK-8b')
    .edit('facts.yml', 'certainty: B', 'certainty: C')
  const problems = folder.problems()

  for (const found of ['course.yml', sv, en, 'facts.yml']) expect(problems.join('\n')).toContain(found)
  expect(problems.filter((line) => line.includes(sv))).toHaveLength(2)
  const places = problems.map((line) => line.split(':')[0]!)
  expect(places).toEqual(places.toSorted())
})

test('a lesson whose front matter cannot be read is not said to be missing as well', () => {
  const problems = new CoursesFolder().edit(sv, 'title: Tre', 'title: Kort: Tre').problems()

  expect(problems).toHaveLength(1)
})

test('a file without front matter, or with one that never ends, is told how to begin', () => {
  const without = new CoursesFolder().edit(sv, '---\nid:', 'id:')
  const endless = new CoursesFolder().edit(en, '2027-05-01\n---', '2027-05-01')

  expect(without.problems()[0]).toContain(`courses/${sv}:1:1 error S04 the file has no front matter`)
  expect(endless.problems()[0]).toContain(`courses/${en}:1:1 error S04 the front matter never ends`)
})

test('a shared file that is missing is reported once, and nothing is checked against it', () => {
  const problems = new CoursesFolder().remove('competences.yml').problems()

  expect(problems).toEqual([
    'courses/competences.yml:1:1 error S02 competences.yml is missing or cannot be read; every courses folder has one',
  ])
})
