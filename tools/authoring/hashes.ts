import { createHash } from 'node:crypto'

import type { InBoth } from '../../worker/courses/catalogue.ts'

/** SHA-256 of canonical JSON, as 32 hexadecimal digits. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}

/** Language neutral: what decides whether an answer is right. */
export function keyHashOf(question: { type: string; options: number; key: number[]; competence: string }): string {
  return hashOf([question.type, question.options, question.key, question.competence])
}

/** One language's words. Feedback is part of it on purpose: a version that is printed in a form must not be guessable. */
export function textHashOf(text: { stem: string; options: { text: string; feedback: string }[] }): string {
  const tidy = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim()
  return hashOf([tidy(text.stem), text.options.map((option) => [tidy(option.text), tidy(option.feedback)])])
}

/** Names exactly what was shown, in both languages. */
export function versionOf(keyHash: string, textHash: InBoth<string>): string {
  return hashOf([keyHash, textHash.sv, textHash.en])
}
