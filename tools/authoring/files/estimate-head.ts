import { z } from 'zod'

import { QuestionHead } from './schemas.ts'
import { isSeen, notSeen } from './seen-text.ts'

const largest = 1e12
const inDigits = 'write digits, with a point for decimals and no unit: answer: 38'

/** The comment under the heading of an estimate, which stands in a lesson's text and asks for a guess. */
export const EstimateHead = z.strictObject({
  id: QuestionHead.shape.id,
  type: z
    .literal(
      'estimate',
      'a comment in braces in the text is that of an estimate: type: estimate; questions stand under ## Quiz',
    )
    .describe('estimate: a guess before the section after it is read; never marked.'),
  answer: z
    .number({ error: ({ input }) => (input === undefined ? `is missing; ${inDigits}` : inDigits) })
    .min(-largest, `at least ${-largest}`)
    .max(largest, `at most ${largest}`)
    .describe('The number itself, in digits: 38.'),
  unit: z
    .string({
      error: ({ input }) => (input === undefined ? 'is missing; say what is guessed: unit: sekunder' : 'write a text'),
    })
    .trim()
    .regex(/^[^\d\s.,+<>-].{0,19}$/u, 'a unit is at most 20 characters and begins with no digit: unit: sekunder')
    .refine(isSeen, notSeen)
    .describe('What stands after the number: sekunder, av 5.'),
})
export type EstimateHead = z.infer<typeof EstimateHead>
