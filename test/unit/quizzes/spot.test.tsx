import { describe, expect, test } from 'vitest'

import { authoringOf } from '../../../tools/authoring/questions/registry.ts'
import { QuestionAnswer } from '../../../web/components/question-answer.tsx'
import { LateChoices } from '../../../web/components/late-choices.tsx'
import { type QuestionView, rulesOf } from '../../../worker/questions/registry.ts'
import { answeredView } from '../../../worker/quizzes/answered-views.ts'
import type { Asked } from '../../../worker/quizzes/find-asked.ts'
import { isCorrect } from '../../../worker/quizzes/marking.ts'
import { optionTokens } from '../../../worker/quizzes/option-tokens.ts'
import { isFault, readGiven } from '../../../worker/quizzes/read-given.ts'
import { questionView } from '../../../worker/quizzes/views.ts'
import { folderWith } from '../authoring/written-questions.ts'
import { frame, html } from '../web/frame.ts'

const secret = 's'.repeat(32)
const reading = { locale: 'sv', secret } as const
const reader = { locale: 'sv', settings: { SECRET: secret } } as Parameters<typeof questionView>[1]

/** The sample, and the same where no sentence is marked. */
const faulty = folderWith('spot').question('new-one')
const sound = folderWith('spot', (text) => text.replaceAll('[x]', '[ ]'))
const whole = (() => {
  const folder = folderWith('spot', (text) => text.replaceAll('[x]', '[ ]'), true)
  expect(folder.problems()).toEqual([])
  return folder.question('new-one')
})()

async function answered(question: typeof faulty, given: string[]) {
  const chosen = await readGiven(question, given, reading)
  if (isFault(chosen)) return chosen.reason
  return isCorrect(question, chosen)
}

describe('a spot', () => {
  test('without a fault is right when that is said, and only then', async () => {
    const tokens = await optionTokens(whole, secret)
    const none = tokens.at(-1)!
    expect(tokens).toHaveLength(4)
    expect(await answered(whole, [none])).toBe(true)
    for (const token of tokens.slice(0, -1)) expect(await answered(whole, [token])).toBe(false)
    expect(await answered(whole, tokens.slice(0, -1))).toBe(false)
  })

  test('with faults is wrong when it is said that there is none', async () => {
    const tokens = await optionTokens(faulty, secret)
    expect(await answered(faulty, [tokens.at(-1)!])).toBe(false)
    expect(await answered(faulty, [tokens[1]!, tokens[2]!])).toBe(true)
    expect(await answered(faulty, [tokens[1]!])).toBe(false)
  })

  test('is sent back when nothing is ticked, or a sentence and that there is none', async () => {
    for (const question of [faulty, whole]) {
      const tokens = await optionTokens(question, secret)
      expect(await answered(question, [])).toBe('no-sentence')
      expect(await answered(question, [tokens[0]!, tokens.at(-1)!])).toBe('sentence-and-none')
      expect(await answered(question, tokens)).toBe('sentence-and-none')
    }
  })

  test('in which the languages mark other sentences is not taken', () => {
    expect(sound.problems().join('\n')).toContain('S12')
  })

  test('does not tell before the answer whether there is a fault', async () => {
    const shown = await Promise.all([faulty, whole].map((question) => questionView(question, reader)))
    const words = shown.map((view) => JSON.stringify({ ...view, version: '' }).replaceAll(/"[\w-]{12}"/g, '"token"'))
    expect(words[0]!.replaceAll(/<[^>]+>/g, '')).toBe(words[1]!.replaceAll(/<[^>]+>/g, ''))
  })

  test('says afterwards that none was to be marked, to whoever said so and to whoever did not', async () => {
    const told = async (question: typeof faulty, chosen: number[]) => {
      const view = await answeredView(question as Asked, { chosen, correct: isCorrect(question, chosen) }, reader)
      const remark = { id: 'r', course: 'c', question: 'q', version: 'v', page: 'l', next: '/' }
      return html(<QuestionAnswer frame={frame()} question={view} number={1} total={1} remark={remark} />)
    }
    expect(await told(whole, [3])).toMatch(/Rätt svar <span class="yours">Ditt svar[^]*Ingen av meningarna/)
    expect(await told(whole, [0])).toMatch(/Rätt svar[^]*Ingen av meningarna/)
    expect(await told(faulty, [3])).toMatch(/Inte rätt <span class="yours">Ditt svar[^]*Ingen av meningarna/)
    expect(await told(faulty, [1, 2])).not.toContain('Ingen av meningarna')
  })

  test('answered too late is told in words', async () => {
    const view: QuestionView = await questionView(whole, reader)
    const late = rulesOf(whole).inWords(view, [(await optionTokens(whole, secret)).at(-1)!])
    const shown = html(<LateChoices frame={frame()} late={[{ stem: 'Vilka?', ...late }]} />)
    expect(shown).toContain('Ingen av meningarna')
  })

  test('keeps its answers of before: the key hash and the tokens of its sentences are as they were', async () => {
    // As the release before the control made them, of the same question and secret.
    expect(faulty.keyHash).toBe('a3de02d75f5bafb94f42df0355f7c6ec')
    expect((await optionTokens(faulty, secret)).slice(0, 3)).toEqual(['pzTIDlgMSSoz', 'gQUaned5iXvt', 'pLBhNLcQiCI1'])
    const give = authoringOf(faulty).give(faulty, true, { locale: 'sv', tokens: ['a', 'b', 'c', 'none'] })
    expect(give).toEqual(['b', 'c'])
  })
})
