import { createHash } from 'node:crypto'

import type { InTexts, QuestionType } from '../../../formats/catalogue/catalogue.ts'

/** SHA-256 of the JSON of a value, as 32 hexadecimal digits. Give the keys of objects in alphabetical order. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
}

interface Marked {
  type: QuestionType
  /** Number of options or items. */
  ordinals: number
  key: (number | string)[]
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
export function textHashOf(source: Record<string, unknown>): string {
  return hashOf(tidied(source))
}

/**
 * Names exactly what was shown, in both languages and in easy Swedish where it exists: without it the version is what it
 * always was. Two questions that read alike are still two.
 */
export function versionOf(course: string, id: string, keyHash: string, { sv, en, easy }: InTexts<string>): string {
  return hashOf([course, id, keyHash, sv, en, ...(easy === undefined ? [] : [easy])])
}

function tidied(part: unknown): unknown {
  if (typeof part === 'string') return tidy(part)
  if (Array.isArray(part)) return part.map(tidied)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, tidied(value)]))
}

function tidy(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}
