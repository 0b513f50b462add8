import { expect, test } from 'vitest'

import { readGiven } from '../../../worker/quizzes/read-given.ts'
import { draftOf } from '../../../worker/quizzes/drafts.ts'
import { optionTokens } from '../../../worker/quizzes/option-tokens.ts'
import { choice } from './questions.ts'

const secret = 's'.repeat(32)
const reading = { locale: 'sv', secret } as const

test('two options of a question with one right are none of its answers, and are not called wrong', async () => {
  const question = choice(4, [2])
  const [first, second] = await optionTokens(question, secret)
  await expect(readGiven(question, [first!, second!], reading)).rejects.toMatchObject({ code: 'invalid' })
  expect(await readGiven(question, [first!], reading)).toEqual([0])
})

test('nor are they kept as a draft, which could never be handed in', async () => {
  const question = choice(4, [2])
  const [first, second] = await optionTokens(question, secret)
  await expect(draftOf(question, [first!, second!], reading)).rejects.toMatchObject({ code: 'invalid' })
  expect(await draftOf(question, [second!], reading)).toEqual([1])
})

test('of a question with two right, one or three options are an answer', async () => {
  const question = choice(4, [1, 2])
  const tokens = await optionTokens(question, secret)
  expect(await readGiven(question, tokens.slice(0, 1), reading)).toEqual([0])
  expect(await readGiven(question, tokens.slice(0, 3), reading)).toEqual([0, 1, 2])
})
