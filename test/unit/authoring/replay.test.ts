import { expect, test } from 'vitest'

import { type CoursesFolder, en, sv } from './courses.ts'
import { folderWith } from './written-questions.ts'

/** The written replay with a change in Swedish; the text begins with the question's heading. */
function replay(from: string, to: string): CoursesFolder {
  return folderWith('replay', (text) => {
    if (!text.includes(from)) throw new Error(`the question does not contain ${from}`)
    return text.replace(from, () => to)
  })
}

const recorded = ', recorded: 2026-11-12'
const table = `  > | Krav | Källa |
  > |---|---|
  > | Anteckna samtalet | Telefonlagen |
  >
`

test('a replay holds each prompt with its whole answer, where that is from, and which one holds', () => {
  const question = folderWith('replay').question('new-one')
  expect(question).toMatchObject({ type: 'replay', key: [1], recorded: '2026-11-12' })
  const [wrong, right] = (question as { text: { sv: { options: { reply: string; feedback: string }[] } } }).text.sv
    .options
  expect(wrong!.reply).toContain('<table')
  expect(wrong!.reply).toContain('>Krav</th>')
  expect(wrong!.feedback).toBe('Det finns ingen sådan lag i Sverige.')
  expect(right!.reply).toContain('<ol>')
  expect(right!.feedback).toBe('Stegen är era egna och står i ordning.')
})

test('the day of the recording is in no hash, and what was answered is in that of the text', () => {
  const { version, keyHash } = folderWith('replay').question('new-one')
  const later = folderWith('replay', (text) => text.replace('2026-11-12', '2026-11-20'), true)
  expect(later.question('new-one')).toMatchObject({ recorded: '2026-11-20', version })
  expect(replay('2026-11-12', '2026-11-20').problems()).toEqual([
    expect.stringContaining('recorded or written otherwise'),
  ])
  const other = replay('Telefonlagen', 'Lagen').question('new-one')
  expect(other.keyHash).toBe(keyHash)
  expect(other.version).not.toBe(version)
})

test.each([
  [recorded, '', '### Fråga 5', 'S38', 'nothing says where the answers come from'],
  [recorded, `${recorded}, written: true`, '2026-11-12', 'S38', 'either recorded or written; keep one'],
  [recorded, ', written: false', 'false', 'S03', 'write true, or take it away'],
  [recorded, ', recorded: nyss', 'nyss', 'S03', 'write a date as 2026-11-23'],
  [recorded, `${recorded}, unit: kr`, 'kr }', 'S38', '"unit" belongs to questions of type number'],
  ['- [x]', '- [ ]', '### Fråga 5', 'S28', '0 prompts are marked'],
  ['- [ ]', '- [x]', '### Fråga 5', 'S28', '2 prompts are marked'],
  ['**Felet:** ', '', 'Rutin för', 'S39', 'nothing says whether the answer holds'],
  ['**Bra:**', '**Felet:**', 'Stegen är', 'S39', 'ends with **Bra:** or **Good:**'],
  ['**Felet:**', '**Bra:**', 'Det finns', 'S39', 'ends with **Felet:** or **The fault:**'],
  ['**Felet:** Det finns ingen sådan lag i Sverige.', '**Felet:**', 'proffsig', 'S25', 'has no feedback'],
  [`  > Rutin för telefonsäkerhet.\n  >\n${table}`, '', 'Felet', 'S25', 'the prompt got no answer'],
  [
    'Skriv en proffsig rutin om *telefonbedrägerier*.',
    'Skriv tre rader till oss i växeln',
    '- [x]',
    'S49',
    'say the same',
  ],
  ['Rutin för telefonsäkerhet.', '# Rutin', 'Rutin', 'S36', 'a heading cannot stand in an answer'],
  ['Rutin för telefonsäkerhet.', '<b>Rutin</b>', '<b>', 'S30', 'HTML is not allowed (<b>)'],
  ['Rutin för telefonsäkerhet.', '[Rutin](https://nowhere.example)', '[Rutin]', 'S32', 'nowhere.example'],
  ['Rutin för telefonsäkerhet.', '[Rutin](javascript:alert)', '[Rutin]', 'S31', 'javascript'],
  ['Anteckna samtalet', '[Anteckna](99-finns-ej.md)', '[Anteckna]', 'S34', '99-finns-ej'],
  ['  > Rutin', '> Rutin', '> Rutin', 'S26', 'feedback must be indented'],
  ['- [x] Skriv tre', '- Skriv tre', '- Skriv tre', 'S26', 'an option without its box'],
] as const)('%s → %s is told', (from, to, where, id, message) => {
  const folder = replay(from, to)
  const problem = folder.problems().find((each) => each.includes(` ${id} `) && each.includes(message))
  expect(problem, folder.problems().join('\n')).toBeDefined()
  expect(problem).toContain(sv)
  const line = Number(/:(\d+)/.exec(problem!)![1])
  expect(
    folder
      .read(sv)
      .split('\n')
      .slice(line - 1, line + 1)
      .join('\n'),
  ).toContain(where)
})

test('a heading within it, or one of them in a badge test, is refused', () => {
  expect(replay('- [ ]', '#### Del\n\n- [ ]').problems().join('\n')).toContain('S20 a heading of level 4')

  const folder = folderWith('replay')
  for (const lesson of [sv, en]) {
    const pool = lesson.replace(/[^/]+$/, 'badge.md')
    const question = folder.read(lesson).split(/(?=### (?:Fråga|Question) 5)/)[1]!
    folder.write(pool, `${folder.read(pool)}\n${question.replace('new-one', 'new-two')}`)
  }
  const told = folder.problems().filter((each) => each.includes(' S53 '))
  expect(told.map((each) => each.split('/').slice(1, 3).join('/'))).toEqual([
    expect.stringContaining('granska-svaret/en'),
    expect.stringContaining('granska-svaret/sv'),
  ])
})
