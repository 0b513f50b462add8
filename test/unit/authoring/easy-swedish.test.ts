import { expect, test } from 'vitest'

import { changedPages } from '../../../tools/authoring/commands/pages/changed-pages.ts'
import { outlineCourses } from '../../../tools/authoring/commands/affected/outline.ts'
import { compareCourses } from '../../../tools/authoring/commands/affected/compare-courses.ts'
import { dictionaryOf } from '../../../tools/authoring/spelling/dictionaries.ts'
import { inEasySwedish } from '../../../worker/questions/easy-swedish.ts'
import { previewPage } from '../../../tools/preview/page-preview.ts'
import { CoursesFolder, sv } from './courses.ts'
import { bad, easy, folder, pool, withEasy } from './easy-course.ts'
import { allTypes, folderWith } from './written-questions.ts'

test('a lesson in easy Swedish is the same lesson with other words', () => {
  const own = withEasy()
  expect(own.problems()).toEqual(new CoursesFolder().problems())
  const lesson = own.lesson()
  expect(lesson.easy).toMatchObject({ title: 'Tre frågor', body: expect.stringContaining('Stämmer det?') })
  expect(lesson.body.sv).toContain('Det låter ju bra?')
  expect(lesson.questions.map(({ text }) => Object.keys(text))).toEqual(Array(4).fill(['sv', 'en', 'easy']))
  const [summary] = own.compile().summaries
  expect(summary!.lessons.map(({ hasEasy = false }) => hasEasy)).toEqual([false, true])
  expect(summary!.hasEasyPool).toBe(true)
  expect(own.compile().courses[0]!.pool.every(({ text }) => text.easy !== undefined)).toBe(true)
})

test('easy words make a new version of their question, and of nothing else: the key stays', () => {
  const [before, after] = [new CoursesFolder(), withEasy().remove(pool)]
  const [old, now] = [before.question(), after.question()]
  expect(now.version).not.toBe(old.version)
  expect([now.keyHash, now.textHash.sv, now.textHash.en]).toEqual([old.keyHash, old.textHash.sv, old.textHash.en])
  expect(after.compile().summaries[0]!.version).toBe(before.compile().summaries[0]!.version)
  const others = (own: CoursesFolder) =>
    own
      .compile()
      .courses[0]!.pool.map(({ version }) => version)
      .join(' ')
  expect(others(after)).toBe(others(before))
  const reworded = withEasy().edit(easy, 'Många frågar om dem.', 'Många undrar.').question()
  expect(reworded.version).not.toBe(now.version)
  expect(reworded.textHash).toMatchObject({ sv: now.textHash.sv, en: now.textHash.en })
})

test('every type of question has easy words: its own texts and hints in the place of the Swedish ones, the key as it is', () => {
  for (const type of allTypes) {
    const own = folderWith(type)
    own.write(easy, own.read(sv))
    const question = own.question('new-one')
    const read = inEasySwedish(question)!
    expect([type, own.problems().filter((line) => line.includes('S64'))]).toEqual([type, []])
    expect([type, read.text.sv]).toEqual([type, question.text.easy])
    expect([type, read.hints?.sv]).toEqual([type, question.hints?.easy])
    expect({ ...read, text: 0 }).toEqual({ ...question, text: 0 })
  }
})

test('a question that nobody has put in easy words has none', () => {
  expect(inEasySwedish(new CoursesFolder().question())).toBeUndefined()
})

test.each(bad)('%s is told with file, line and what to do, and the course is not built', (_, spoil, said) => {
  const own = spoil(withEasy())
  expect(own.problems().join('\n')).toMatch(said)
  expect(own.compile().courses).toEqual([])
})

test('lessons stand in the order of the Swedish ones', () => {
  const own = withEasy()
  const first = own.read('granska-svaret/sv/01-varfor-fel.md')
  expect(own.write(`${folder}/01-varfor-fel.md`, first).problems()).toEqual(new CoursesFolder().problems())
  own.remove(`${folder}/01-varfor-fel.md`).write(`${folder}/03-varfor-fel.md`, first)
  expect(own.problems().join('\n')).toMatch(
    /error S64 lesson \S+ has another place than in Swedish; number the file as/,
  )
})

test('easy Swedish may be short, and has to be easy: 200 words, LIX 25', () => {
  const own = withEasy()
  const told = (folderOf: CoursesFolder) => folderOf.taught().filter((line) => line.includes(easy))
  expect(told(own).join('\n')).toMatch(/warning T01 LIX is 25\.5; at most 25 in easy Swedish/)
  own.edit(easy, 'Amira sköter offerter', `${'Leveransvillkoren förtydligades. '.repeat(30)}Amira sköter offerter`)
  expect(told(own).join('\n')).toMatch(/error T01 LIX is 3\d\.\d; at most 25 in easy Swedish/)
  own.edit(easy, 'Leveransvillkoren förtydligades. '.repeat(30), '')
  const [head, body, quiz] = [
    /^---[\s\S]+?---\n/.exec(own.read(easy))![0],
    'Du läser en text. Är den sann? ',
    own.read(easy).split('## Quiz')[1]!,
  ]
  const lesson = (times: number) =>
    `${head.replace('minutes: 6\n', '')}\n## Ett\n\n${`${body.repeat(8)}\n\n`.repeat(times)}## Gör nu\n\n${'Läs en text och fråga en kollega. '.repeat(5)}\n\n## Kom ihåg\n\n- Läs.\n- Fråga.\n\n## Quiz${quiz}`
  const ids = (times: number) =>
    told(own.write(easy, lesson(times))).flatMap((line) => /(\w+) (T01|L01)/.exec(line)?.[0] ?? [])
  expect(ids(4)).toEqual([])
  expect(ids(3)).toEqual([])
  expect(ids(2)).toEqual(['warning L01'])
  expect(ids(1)).toEqual(['error L01'])
  expect(ids(12)).toEqual(['warning L01'])
})

test('spelling, language and the checks of questions look at easy Swedish as at Swedish', () => {
  const own = withEasy()
    .edit(easy, 'Tonen kan alltså inte', 'Tonen kan alltsså inte')
    .edit(easy, 'Vad är bästa nästa steg?', 'Säg vad.')
    .edit(
      easy,
      'AI:n gav Amira en snabb start. Men svaret är hennes.',
      'The service gave her a good start, but what she sends is her own.',
    )
  const { problems } = own.compile(undefined, { teaching: true, dictionaryOf })
  const ids = problems.filter(({ path }) => path.endsWith(easy)).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['Q11', 'T13', 'T14']))
})

test('what people do and hold is not touched by easy words: only words changed', () => {
  const files = (own: CoursesFolder) => [...own.files].map(([path, bytes]) => ({ path, bytes }))
  const effects = compareCourses(
    outlineCourses(files(new CoursesFolder())).courses,
    outlineCourses(files(withEasy().remove(pool))).courses,
  )
  expect(effects.flatMap((course) => course.effects.map(({ severity, message }) => [severity, message]))).toEqual([
    [
      'notice',
      'only words changed in 4 questions: nuts-promise, link-is-not-proof, tone-is-not-truth, source-and-colleague; this bothers nobody',
    ],
  ])
})

test('options that change places in easy Swedish alone ask for a new id', () => {
  const files = (own: CoursesFolder) => [...own.files].map(([path, bytes]) => ({ path, bytes }))
  const [one, two] = [
    'Tiderna för frukosten. Många frågar om dem.',
    'Tonen i hela mejlet, eftersom den formar gästens första intryck.',
  ]
  const swapped = withEasy().edit(easy, one, '¤').edit(easy, two, one).edit(easy, '¤', two)
  const effects = compareCourses(outlineCourses(files(withEasy())).courses, outlineCourses(files(swapped)).courses)
  expect(effects.flatMap((course) => course.effects.map(({ severity, message }) => `${severity} ${message}`))).toEqual([
    expect.stringMatching(/^error question nuts-promise: its options have changed places/),
  ])
})

test('a changed page in easy Swedish has an address of its own, and the author’s panel finds its file', () => {
  const changed = changedPages(
    withEasy().compile(),
    withEasy().edit(easy, '## Stämmer det?', '## Kan det stämma?').compile(),
  )
  expect(changed.map(({ address, state }) => [address, state])).toEqual([
    ['/sv/courses/granska-svaret/three-questions?text=latt', 'changed'],
  ])
  const own = withEasy().edit(easy, 'kind: understanding', 'kind: scenario')
  const view = previewPage(own.compile(undefined, { draft: true }), changed[0]!.address, (path) => own.read(path))
  expect(view).toMatchObject({ file: easy, locale: 'sv' })
  expect(view.problems).toEqual([expect.objectContaining({ id: 'S64', path: '' })])
  const usual = previewPage(own.compile(undefined, { draft: true }), changed[0]!.address.split('?')[0]!, (path) =>
    own.read(path),
  )
  expect(usual).toMatchObject({ file: sv, problems: [], other: '/en/courses/granska-svaret/three-questions' })
})

test('a draft whose easy words do not fit shows the rest of the course', () => {
  const draft = withEasy().edit(easy, '- [x] Löftet', '- [ ] Löftet').compile(undefined, { draft: true })
  const [question, next] = draft.courses[0]!.lessons.find(({ id }) => id === 'three-questions')!.questions
  expect([question!.text.easy, next!.text.easy !== undefined]).toEqual([undefined, true])
})
