import { findCourse } from '../courses/find.ts'
import { factOf, factStatements, markAnswer, type SentAnswer } from './submit-answer.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'

/** An answer that a browser kept while nobody was signed in. */
export interface KeptAnswer extends SentAnswer {
  at: Date
}

/**
 * Takes over what a browser held. Each answer is marked again here, its time is clamped to now, and its own id
 * makes a second take-over change nothing. What no longer exists is left out and counted.
 */
export async function takeOver(visit: SignedInVisit, kept: KeptAnswer[]): Promise<{ taken: number; left: number }> {
  const facts = []
  for (const answer of kept) {
    const marked = await markAnswer(visit, answer).catch(orRefusal)
    if (marked) facts.push({ ...factOf(visit, answer, marked), at: answer.at < visit.now ? answer.at : visit.now })
  }

  const statements = facts.flatMap((fact) => factStatements(visit, findCourse(visit.catalogue, fact.course), fact))
  const [first, ...rest] = statements
  if (first) await visit.db.batch([first, ...rest])
  return { taken: facts.length, left: kept.length - facts.length }
}

function orRefusal(error: unknown): undefined {
  if (error instanceof Refusal && error.code !== 'unavailable') return undefined
  throw error
}
