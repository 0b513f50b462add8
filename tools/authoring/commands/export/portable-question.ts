import type { Question } from '../../../../formats/catalogue/catalogue.ts'

/** A question whose words stand in a file of their own: each text, and each hint, as `portable` makes it. */
export function portableQuestion(question: Question, portable: (html: string) => string): Question {
  const { text, hints } = question
  return {
    ...question,
    text: everyText(text, portable),
    ...(hints && { hints: everyText(hints, portable) }),
  } as Question
}

/** What is plain text holds neither a link nor a picture, and stays. */
function everyText<T>(value: T, portable: (html: string) => string): T {
  if (typeof value === 'string') return portable(value) as T
  if (Array.isArray(value)) return value.map((each) => everyText(each, portable)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everyText(each, portable)])) as T
}
