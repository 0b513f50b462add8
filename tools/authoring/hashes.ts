import { createHash } from 'node:crypto'

import type { InBoth, QuestionType } from '../../worker/courses/catalogue.ts'

/** SHA-256 of the JSON of a value, as 32 hexadecimal digits. Give the keys of objects in alphabetical order. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}

interface Marked {
  type: QuestionType
  /** Number of options. */
  ordinals: number
  key: number[]
  competence: string
}

/** Language neutral: what decides whether an answer is right. */
export function keyHashOf({ competence, key, ordinals, type }: Marked): string {
  return hashOf({ competence, key, ordinals, type })
}

/**
 * One language's words, as written. Feedback is part of it on purpose: a version that is printed in a form must not be
 * guessable from what the form shows.
 */
export function textHashOf({ stem, options }: { stem: string; options: { text: string; feedback: string }[] }): string {
  return hashOf({
    options: options.map(({ feedback, text }) => ({ feedback: tidy(feedback), text: tidy(text) })),
    stem: tidy(stem),
  })
}

/** Names exactly what was shown, in both languages; two questions that read alike are still two. */
export function versionOf(course: string, id: string, keyHash: string, textHash: InBoth<string>): string {
  return hashOf([course, id, keyHash, textHash.sv, textHash.en])
}

function tidy(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}
