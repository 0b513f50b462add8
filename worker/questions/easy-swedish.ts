import type { Question } from './registry.ts'

/** The same question with its easy words in the place of the Swedish ones; undefined where nobody has written them. */
export function inEasySwedish(question: Question): Question | undefined {
  const { text, hints } = question
  if (!text.easy) return undefined
  const easier = hints && { hints: { ...hints, sv: hints.easy ?? hints.sv } }
  return { ...question, ...easier, text: { ...text, sv: text.easy } } as Question
}
