import { expect, test } from 'vitest'

import { frame, html } from '../web/frame.ts'
import { QuestionForm } from '../../../web/components/question-form.tsx'
import { questionView } from '../../../worker/quizzes/views.ts'
import { en, sv } from './courses.ts'
import { allTypes, folderWith, type WrittenType } from './written-questions.ts'

const hints = {
  sv: ['**Ledtråd:** Läs om *priset*.', '**Ledtråd:** Det står sist.'],
  en: ['**Hint:** Read of the *price*.', '**Hint:** It comes last.'],
}

/** A question of a type with hints after its first paragraph, the same number in both languages unless told otherwise. */
function hinted(type: WrittenType, own: readonly string[] = hints.sv, other: readonly string[] = hints.en) {
  return folderWith(
    type,
    (text) => {
      const lines = text.includes('### Fråga') ? own : other
      const [head, stem, ...rest] = text.split('\n\n')
      return [head, stem, ...lines, ...rest].join('\n\n')
    },
    true,
  )
}

test.each(allTypes)(
  '%s takes hints: they are no part of what is asked, and a change of one is another version',
  (type) => {
    const folder = hinted(type)
    expect(folder.problems()).toEqual([])
    const question = folder.question('new-one')
    const without = folderWith(type).question('new-one')
    expect(question.hints).toEqual({
      sv: ['Läs om <em>priset</em>.', 'Det står sist.'],
      en: ['Read of the <em>price</em>.', 'It comes last.'],
    })
    expect(question.text.sv.stem).toBe(without.text.sv.stem)
    expect(question.keyHash).toBe(without.keyHash)
    expect(question.version).not.toBe(without.version)
    const changed = hinted(type, ['**Ledtråd:** Läs om *summan*.', hints.sv[1]!]).question('new-one')
    expect(changed.version).not.toBe(question.version)
    expect(without).not.toHaveProperty('hints')
  },
)

test('the page gives them one at a time, the second inside the first', async () => {
  const question = hinted('single').question('new-one')
  const view = await questionView(question, { locale: 'sv', settings: { SECRET: 's'.repeat(32) } } as never)
  const props = { frame: frame(), question: view, number: 1, total: 1, lesson: '/l', action: '/a', answerId: 'a' }
  const shown = html(QuestionForm({ ...props, hints: question.hints!.sv }))
  expect(shown).toMatch(
    /<details class="hint"><summary>Visa en ledtråd<\/summary><p>Läs om <em>priset<\/em>\.<\/p><details class="hint"><summary>Visa ledtråd 2<\/summary><p>Det står sist\.<\/p><\/details><\/details>/,
  )
})

test.each([
  [[...hints.sv, '**Ledtråd:** En till.'], 'S56 3 hints; one or two'],
  [['**Ledtråd:**'], 'S56 a hint without words'],
  [[hints.sv[0]!, 'Mer text.'], 'S56 text after a hint'],
  [['**Ledtråd:** <b>Läs</b> om.'], 'S30 HTML is not allowed (<b>)'],
  [['**Ledtråd:** [Läs](https://nowhere.example).'], 'S32'],
  [['**Ledtråd:** Läs.'], 'S12 2 hints, but 1 in Swedish'],
  [[], 'S12 2 hints, but 0 in Swedish'],
])('%o is told', (own, message) => {
  expect(hinted('single', own).problems().join('\n')).toContain(message)
})

test('a badge test has none', () => {
  const folder = hinted('single')
  for (const lesson of [sv, en]) {
    const pool = lesson.replace(/[^/]+$/, 'badge.md')
    const question = folder.read(lesson).split(/(?=### (?:Fråga|Question) 5)/)[1]!
    folder.write(pool, `${folder.read(pool)}\n${question.replace('new-one', 'new-two')}`)
  }
  expect(folder.problems().filter((each) => each.includes('S53 a hint is for practice'))).toHaveLength(2)
})
