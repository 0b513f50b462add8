import { z } from 'zod'

import type { Given } from '../questions/given.ts'
import { AnswerFields } from './answer-fields.ts'

/** How the fields of one question are named in its form. */
interface FieldNames {
  tokens: string
  text: string
  /** Begins the names of places; a token follows. */
  places: string
}

/** What stands in a place is for the question to judge. */
const Place = z.string().max(40)
const most = 10

/** What a form gives for one question: places where there are any, else text, else tokens. */
export function givenIn(fields: Record<string, string | string[]>, names: FieldNames): Given {
  const places = Object.keys(fields).filter((name) => name.startsWith(names.places))
  if (places.length > 0) {
    const entries = places.slice(0, most).map((name) => [name.slice(names.places.length), Place.parse(fields[name])])
    return { places: Object.fromEntries(entries) as Record<string, string> }
  }
  const text = fields[names.text]
  if (text !== undefined) return AnswerFields.text.parse(text)
  // A blank token says that nothing is chosen any more, where fields are sent one question at a time.
  return AnswerFields.tokens.parse([fields[names.tokens] ?? []].flat()).filter((token) => token !== '')
}

/** What stands in a question's form, as one text: to tell whether it was changed since the form was made. */
export function asText(given: Given): string {
  if (typeof given === 'string') return given.trim()
  if (Array.isArray(given)) return given.toSorted().join(' ')
  const placed = Object.entries(given.places).filter(([, place]) => place !== '')
  return placed
    .map(([token, place]) => `${token}=${place}`)
    .toSorted()
    .join(' ')
}
