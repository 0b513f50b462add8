import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { Visit } from '../visit.ts'
import { readPlaced } from './store.ts'

declare const proven: unique symbol

/** A question whose reasons may be told: it was found where whoever sent it says it is, or drawn for them. */
export type Asked = Question & { readonly [proven]: true }

/** A practice question as somebody outside names it. Nothing of it is believed before it is looked up. */
export interface Naming {
  course: string
  lesson: string
  question: string
  version: string
}

/**
 * The practice questions that are named, in the same order: of the lesson as it is served, or as versions of them stood
 * there once. Undefined for all else, above all for what stands in a badge test today. This and `drawnFor` are the only
 * ways from an id to a question with its key. One round trip, none for what is served today.
 */
export async function findAsked(visit: Visit, named: readonly Naming[]): Promise<(Asked | undefined)[]> {
  const served = await Promise.all(named.map((naming) => findServed(visit, naming)))
  const missing = named.filter((_, i) => served[i] === 'unknown')
  const placed = missing.length > 0 ? await readPlaced(visit.db, missing) : []
  return named.map((naming, i) => {
    const found = served[i]!
    if (found === 'unknown') return placed.find((row) => isSame(row, naming))?.content as Asked | undefined
    return found === 'tested' ? undefined : (found as Asked)
  })
}

async function findServed(
  { catalogue }: Visit,
  { course, lesson, question: id, version }: Naming,
): Promise<Question | 'unknown' | 'tested'> {
  // An id stands in one place of a course.
  const served = (await catalogue.loadLesson(course, lesson))?.questions.find((question) => question.id === id)
  if (served) return served.version === version ? served : 'unknown'
  const pool = await catalogue.loadPool(course)
  return pool?.some((question) => question.id === id) ? 'tested' : 'unknown'
}

function isSame(row: Naming, { course, lesson, question, version }: Naming): boolean {
  return row.version === version && row.question === question && row.lesson === lesson && row.course === course
}

/** The versions drawn in an attempt of the learner's own, once the attempt was found to be theirs. */
export function drawnFor(drawn: readonly { version: string }[], known: readonly Question[]): Asked[] {
  const byVersion = new Map(known.map((question) => [question.version, question]))
  return drawn.map(({ version }) => {
    const question = byVersion.get(version)
    if (!question) throw new Error(`question version ${version} is in no catalogue and not in the database`)
    return question as Asked
  })
}
