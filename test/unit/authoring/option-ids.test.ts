import { expect, test } from 'vitest'

import { compareQuestions } from '../../../tools/authoring/commands/affected/compare-questions.ts'
import { outlineCourses } from '../../../tools/authoring/commands/affected/outline.ts'
import { CoursesFolder, en, sv } from './courses.ts'
import { folderWith } from './written-questions.ts'

/** The three options of the fixture's first question, called by name in both languages. */
function named(svIds: readonly (string | undefined)[], enIds = svIds, folder = new CoursesFolder()) {
  for (const [path, ids] of [
    [sv, svIds],
    [en, enIds],
  ] as const) {
    let number = 0
    const call = (line: string) => (ids[number++] === undefined ? line : `${line} <!-- o: ${ids[number - 1]} -->`)
    const [question] = /### [\s\S]*?(?=\n### )/.exec(folder.read(path))!
    folder.write(path, folder.read(path).replace(question, question.replaceAll(/^- \[[ x]\] .*$/gm, call)))
  }
  return folder
}

const swap = (text: string, one: string, two: string) => text.replace(one, 'X').replace(two, one).replace('X', two)

function effects(before: CoursesFolder, after: CoursesFolder): string[] {
  const [old, now] = [before, after].map((folder) =>
    outlineCourses([...folder.files].map(([path, bytes]) => ({ path, bytes }))).courses.get('granska-svaret')!,
  )
  return compareQuestions(old!, now!).map(({ kind, message }) => `${kind}: ${message}`)
}

test('ids of options stand in no hash and on no page, and mark what was compiled', () => {
  const folder = named(['times', 'nuts', 'tone'])
  expect(folder.problems()).toEqual([])
  const [plain, called] = [new CoursesFolder().question('nuts-promise'), folder.question('nuts-promise')]
  expect(called).toEqual({ ...plain, optionIds: ['times', 'nuts', 'tone'] })
  expect(plain).not.toHaveProperty('optionIds')
})

test.each([
  [['times', 'nuts', undefined], undefined, 'S03 option 3 has no <!-- o: … -->, but others have'],
  [['times', 'nuts', 'times'], undefined, 'S13 the id times is used for two options of this question'],
  [['times', 'nuts', 'The tone'], undefined, 'S03 "The tone" is no option\'s id'],
  [['times', 'nuts', ''], undefined, 'S03 "" is no option\'s id'],
  [['times', 'nuts', 'å'], undefined, 'S03 "å" is no option\'s id'],
  [['times', 'nuts', 'x'.repeat(41)], undefined, "is no option's id"],
  [['times', 'nuts', 'tone'], ['nuts', 'times', 'tone'], 'S12 this option is called nuts, but otherwise in Swedish'],
  [['times', 'nuts', 'tone'], [], 'S12 this option is called nothing, but otherwise in Swedish'],
] as const)('options called %o, and %o in English, are told of', (svIds, enIds, message) => {
  expect(
    named(svIds, enIds ?? svIds)
      .problems()
      .join('\n'),
  ).toContain(message)
})

test.each(['order', 'match'] as const)('a name in a list that is the key itself is refused: %s', (type) => {
  const name = (text: string) => text.replace(/^(1\. .*|\| [^-|][^|]*\|[^|]*\|)$/m, '$1 <!-- o: one -->')
  expect(folderWith(type, name).problems().join('\n')).toContain('S03 <!-- o: … --> names an option under its box')
})

test.each([
  [['a', 'a'], 'the option is called both a and a'],
  [['a', 'b'], 'the option is called both a and b'],
])('an option with the names %o is told of', ([one, other], message) => {
  expect(
    named([`${one} --> <!-- o: ${other}`, 'nuts', 'tone'])
      .problems()
      .join('\n'),
  ).toContain(`S03 ${message}`)
})

test('an option that is called otherwise than before asks for a new question id, however its words read', () => {
  const found = effects(named(['times', 'nuts', 'tone']), named(['tone', 'nuts', 'times']))
  expect(found[0]).toContain('items-swapped: question nuts-promise: option 1 is tone now and was times')
})

test('words that change altogether bother nobody where the author says that it is the same option', () => {
  const ids = ['times', 'nuts', 'tone']
  const rewritten = (folder: CoursesFolder) =>
    folder
      .edit(
        sv,
        'Tiderna för frukosten, eftersom nästan alla gäster frågar om just dem.',
        'När det serveras, för det undrar de flesta som ringer hit.',
      )
      .edit(
        en,
        'The breakfast times, because nearly every guest asks about them.',
        'When it is served, since most who call wonder.',
      )
  expect(effects(named(ids), named(ids, ids, rewritten(new CoursesFolder())))[0]).toContain('words-changed')
  expect(effects(new CoursesFolder(), rewritten(new CoursesFolder()))[0]).toContain('items-swapped')
})

test('options that changed places with their names are the same to nobody: their place is what is kept', () => {
  const moved = named(['times', 'nuts', 'tone'])
  for (const path of [sv, en]) {
    const [one, , three] = [...moved.read(path).matchAll(/^- \[[ x]\] .*(?:\n {2}> .*)+/gm)].map(([text]) => text)
    moved.write(path, swap(moved.read(path), one!, three!))
  }
  expect(effects(named(['times', 'nuts', 'tone']), moved)[0]).toContain('items-swapped')
})
