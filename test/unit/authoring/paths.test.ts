import { expect, test } from 'vitest'

import { CoursesFolder } from './courses.ts'

const words = '{ sv: Väg, en: Path }'

/** A folder whose paths are written as given, one list of courses each; `later` is planned. */
function folderWith(...lists: string[]): CoursesFolder {
  const paths = lists.map(
    (courses, i) => `  - { id: p${i}, name: ${words}, description: ${words}, badge: ${words}, courses: ${courses} }`,
  )
  return new CoursesFolder().write(
    'paths.yml',
    `paths:\n${paths.join('\n')}\nplanned: [{ id: later, title: { sv: Sen, en: Later } }]\n`,
  )
}

test('a path is courses in order, a choice among some, and the courses of another path', () => {
  const { paths, problems } = folderWith(
    '[granska-svaret]',
    '[{ path: p0 }, { one_of: [later, granska-svarat] }]',
  ).compile()
  expect(problems.map(({ message }) => message)).toEqual([
    'course granska-svarat does not exist; did you mean granska-svaret?',
  ])
  expect(paths.paths.map(({ steps }) => steps)).toEqual([
    [['granska-svaret']],
    [['granska-svaret'], ['later', 'granska-svarat']],
  ])
})

test('a folder without paths has none', () => {
  const { paths, problems } = new CoursesFolder().remove('paths.yml').compile()
  expect([paths.paths, problems]).toEqual([[], []])
})

test('a course that is there is no longer planned', () => {
  const folder = folderWith('[later]').edit('paths.yml', '[{ id: later', '[{ id: granska-svaret')
  expect(folder.compile().paths.planned).toEqual([])
})

test.for([
  ['itself', ['[{ path: p0 }]'], 'goes in a circle: p0 → p0'],
  ['each other', ['[{ path: p1 }]', '[{ path: p0 }]'], 'goes in a circle: p1 → p0 → p1'],
] as const)('paths that lead to %s are told as a circle, with the line', ([, lists, words]) => {
  const [problem] = folderWith(...lists).problems()
  expect(problem).toMatch(/^courses\/paths\.yml:2:\d+ error S61 /)
  expect(problem).toContain(words)
})

test.for([
  ['a course twice', '[granska-svaret, granska-svaret]', 'S62'],
  ['a path that does not exist', '[{ path: p9 }]', 'S60'],
  ['neither course nor path', '[{ cours: granska-svaret }]', 'S03'],
] as const)('%s is an error', ([, courses, id]) => {
  expect(folderWith(courses).problems().join('\n')).toContain(`error ${id} `)
})

test('an unknown course of the first meetings is an error at its line', () => {
  const folder = folderWith('[later]')
  const lesson = (course: string, more = '') => `{ course: ${course}, lesson: x, title: ${words}${more} }`
  const starter = `starter:
  meetings:
    - title: ${words}
      say: ${words}
      lessons: [${lesson('later', `, ask: [${words}]`)}, ${lesson('nope', `, ask: [${words}]`)}]
      after: [${words}]
  alone: [${lesson('never')}]
`
  folder.write('paths.yml', `${folder.read('paths.yml')}${starter}`)
  expect(folder.problems()).toEqual([
    expect.stringMatching(/^courses\/paths\.yml:8:\d+ error S60 course nope does not/),
    expect.stringMatching(/^courses\/paths\.yml:10:\d+ error S60 course never does not/),
  ])
})

test('a lesson that its course does not have is an error in the first meetings, with the one that was meant', () => {
  const folder = new CoursesFolder()
  folder.edit('paths.yml', 'lesson: three-questions', 'lesson: three-question')
  expect(folder.problems().filter((line) => line.includes('paths.yml'))).toEqual([
    expect.stringMatching(
      /^courses\/paths\.yml:\d+:\d+ error S60 granska-svaret has no lesson three-question; did you mean three-questions\?$/,
    ),
  ])
})

test.for(['badge', 'artefact'])('a lesson may not be called %s: that address is the course’s own', (id) => {
  const problems = new CoursesFolder().editBoth('id: three-questions', `id: ${id}`).problems()
  expect(problems.join('\n')).toContain('choose another id')
})
