import { describe, expect, test } from 'vitest'

import { CoursesFolder, sv } from './courses.ts'

const courseYml = 'granska-svaret/course.yml'
const today = '2026-11-29'
const unknown = 'f'.repeat(32)
const pool = [...Array(20)].map((_, i) => `b-${i + 1}`)
const fresh = new CoursesFolder().course()
const versionOf = (id: string) =>
  [...fresh.lessons.flatMap(({ questions }) => questions), ...fresh.pool].find((question) => question.id === id)!
    .version

interface Entry {
  question: string
  versions: string
  reason: string
  on: string
}

const good: Entry = {
  question: 'b-1',
  versions: `["${unknown}"]`,
  reason: '{ sv: Två svar var rätt., en: Two answers were right. }',
  on: '2026-11-28',
}

function written(entries: Partial<Entry>[], retired = 'retired: []'): CoursesFolder {
  const lines = entries.map((entry) => {
    const { question, versions, reason, on } = { ...good, ...entry }
    return `  - question: ${question}\n    versions: ${versions}\n    reason: ${reason}\n    on: ${on}\n`
  })
  return new CoursesFolder().edit(courseYml, 'retired: []', `${retired}\nvoided:\n${lines.join('')}`)
}

/** What of an entry is wrong, the words at which that is shown, under which id, and what is said. */
const bad: [name: string, entry: Partial<Entry>, shownAt: string, id: string, message: string][] = [
  [
    'a question that there is not',
    { question: 'b-99' },
    'b-99',
    'S16',
    'this course has no question b-99, nor a retired one; did you mean b-19?',
  ],
  ['a question of another course', { question: 'typ-ett' }, 'typ-ett', 'S16', 'this course has no question typ-ett'],
  ['a lesson', { question: 'three-questions' }, 'three-questions', 'S16', 'is a lesson, and only questions are voided'],
  ['a number for a question', { question: '7' }, '7\n', 'S03', 'voided.0.question: write a text'],
  [
    'all of one that still stands',
    { versions: 'all' },
    'all\n',
    'S16',
    'take it out in both languages and list it under retired',
  ],
  ['no versions', { versions: '[]' }, '[]\n    reason', 'S03', 'name at least one version, or write all'],
  ['a version too short', { versions: '[abc123]' }, 'abc123', 'S03', 'a version is 32 signs'],
  ['a version in capitals', { versions: `[${'F'.repeat(32)}]` }, 'FFFF', 'S03', 'a version is 32 signs'],
  ['a version that is a number', { versions: '[12]' }, '[12]', 'S03', 'write all, or versions in brackets'],
  ['a version without brackets', { versions: unknown }, unknown, 'S03', 'write all, or versions in brackets'],
  ['another word than all', { versions: 'every' }, 'every', 'S03', 'write all, or versions in brackets'],
  ['one version twice', { versions: `[${unknown}, ${unknown}]` }, `${unknown}]`, 'S16', 'stands twice'],
  [
    'the version of another question',
    { versions: `[${versionOf('b-2')}]` },
    versionOf('b-2'),
    'S16',
    'the version of question b-2, not of b-1',
  ],
  ['an empty reason', { reason: '{ sv: "", en: Wrong. }' }, '""', 'S03', 'reason.sv: say why'],
  ['a reason of blanks', { reason: '{ sv: Fel., en: "  " }' }, '"  "', 'S03', 'reason.en: say why'],
  ['a reason in one language', { reason: '{ sv: Fel. }' }, '{ sv: Fel. }', 'S03', 'reason.en: is missing'],
  ['a reason in neither', { reason: 'Fel.' }, 'Fel.', 'S03', 'write it in both languages'],
  [
    'a line’s end in a reason',
    { reason: '{ sv: "Fel\\u2028här", en: Wrong. }' },
    '"Fel',
    'S03',
    'no signs that cannot be seen',
  ],
  ['HTML in a reason', { reason: '{ sv: "<b>Fel</b>", en: Wrong. }' }, '"<b>', 'S03', 'no HTML and no link'],
  ['an entity in a reason', { reason: '{ sv: "Fel&nbsp;här", en: Wrong. }' }, '"Fel&', 'S03', 'no HTML and no link'],
  [
    'an address in a reason',
    { reason: '{ sv: "Se https://x.example", en: Wrong. }' },
    '"Se',
    'S03',
    'no HTML and no link',
  ],
  ['a link in a reason', { reason: '{ sv: "Se [här](/x)", en: Wrong. }' }, '"Se', 'S03', 'no HTML and no link'],
  ['several lines in a reason', { reason: '{ sv: "Fel\\nhär", en: Wrong. }' }, '"Fel', 'S03', 'write it on one line'],
  [
    'a reason as long as a letter',
    { reason: `{ sv: ${'fel '.repeat(120)}, en: Wrong. }` },
    'fel fel',
    'S03',
    'at most 400 characters',
  ],
  [
    'a day that has not come',
    { on: '2026-11-30' },
    '2026-11-30',
    'S45',
    'it has not come; write the day when it was decided',
  ],
  ['a day that does not exist', { on: '2026-02-30' }, '2026-02-30', 'S03', 'on: write a date as 2026-11-23'],
  ['a day in words', { on: 'igår' }, 'igår', 'S03', 'on: write a date as 2026-11-23'],
  ['a key too many', { on: '2026-11-28\n    by: Eva' }, 'by: Eva', 'S03', 'unknown key "by"'],
  ['a key of a letter too many', { on: '2026-11-28\n    reasons: x' }, 'reasons', 'S03', 'did you mean reason?'],
]

describe('a voiding that cannot be is an error with its place and what to do', () => {
  test.each(bad)('%s', (_name, entry, shownAt, id, message) => {
    const folder = written([entry])
    const lines = folder.problems(today)
    const line = lines.find((each) => each.startsWith(`${folder.at(courseYml, shownAt)} error ${id} `))
    expect(line ?? lines.join('\n')).toContain(message)
    expect(folder.compile(today).courses).toEqual([])
  })

  test.each(['question', 'versions', 'reason', 'on'])('without %s', (key) => {
    const folder = written([{}])
    const text = folder.read(courseYml)
    const left = text.replace(new RegExp(`    ${key}: .*\\n`), '').replace(`  - ${key}: b-1\n    `, '  - ')
    expect(folder.write(courseYml, left).problems(today).join('\n')).toMatch(
      new RegExp(`error S03 voided\\.0\\.${key}: .*(is missing|write)`),
    )
  })

  test('one question in two entries', () => {
    const folder = written([{}, { versions: `["${'e'.repeat(32)}"]` }])
    expect(folder.problems(today)).toEqual([
      expect.stringContaining('error S16 question b-1 is voided twice; put its versions in one entry'),
    ])
  })

  test('every question of a lesson', () => {
    const all = ['likely-words-1', 'likely-words-2']
    const folder = written(all.map((question) => ({ question, versions: `[${versionOf(question)}]` })))
    expect(folder.problems(today)).toContain(
      'courses/granska-svaret/sv/01-varfor-fel.md:1:1 error S16 every question of this lesson is voided, and none is left to answer; write another',
    )
  })

  test('so much of the pool that no test can be drawn', () => {
    const some = (count: number) =>
      written(pool.slice(0, count).map((question) => ({ question, versions: `[${versionOf(question)}]` })))
    expect(some(10).compile(today).courses).toHaveLength(1)
    expect(some(11).problems(today).join('\n')).toContain('error S16 with what is voided 9 questions are left')
  })
})

test('earlier words of a question that stands may be voided, and nothing else changes', () => {
  const folder = written([{ versions: `["${unknown}", "${'e'.repeat(32)}"]` }])
  expect(folder.problems(today)).toEqual([])
  const { summaries, courses } = folder.compile(today)
  expect(summaries[0]!.voided).toEqual([
    {
      question: 'b-1',
      versions: [unknown, 'e'.repeat(32)],
      reason: { sv: 'Två svar var rätt.', en: 'Two answers were right.' },
      on: '2026-11-28',
    },
  ])
  expect(courses).toEqual([fresh])
  expect(summaries[0]!.version).toBe(new CoursesFolder().compile().summaries[0]!.version)
})

test('a question that stands in the words that are voided is asked of nobody, with a warning where it stands', () => {
  const folder = written([{ versions: `[${versionOf('b-1')}]` }])
  expect(folder.problems(today)).toEqual([
    `${folder.at('granska-svaret/sv/badge.md', 'b-1,')} warning S17 question b-1 stands here in words that are voided, so nobody is asked it; mend it, or take it out and list it under retired`,
  ])
  const { courses, summaries } = folder.compile(today)
  expect(courses[0]!.pool.map(({ id }) => id)).toEqual(pool.slice(1))
  expect(summaries[0]!.pool).toBe(19)
})

test('one of a lesson goes from what the lesson asks, and mended it is back', () => {
  const folder = written([{ question: 'nuts-promise', versions: `[${versionOf('nuts-promise')}]` }])
  const without = ['link-is-not-proof', 'tone-is-not-truth', 'source-and-colleague']
  expect(folder.compile(today).summaries[0]!.lessons[1]!.questions).toEqual(without)
  expect(folder.lesson().questions.map(({ id }) => id)).toEqual(without)
  const mended = folder.edit(sv, 'Vad kontrollerar du först?', 'Vad kontrollerar du allra först?')
  expect(mended.compile(today).summaries[0]!.lessons[1]!.questions).toEqual(['nuts-promise', ...without])
})

test('a retired question may be voided in all its versions', () => {
  const folder = written([{ question: 'gone', versions: 'all' }], 'retired: [gone]')
  expect(folder.problems(today)).toEqual([])
  expect(folder.compile(today).summaries[0]!.voided).toMatchObject([{ question: 'gone', versions: 'all' }])
})

test('a course without a voided question compiles to what it was', () => {
  expect(new CoursesFolder().compile().summaries[0]).not.toHaveProperty('voided')
})
