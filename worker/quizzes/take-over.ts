import { findCourse } from '../courses/find.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { findAsked } from './find-asked.ts'
import { clampKept } from './rules.ts'
import { factOf, factStatements, mark, type SentAnswer } from './submit-answer.ts'

/** An answer that a browser kept while nobody was signed in. */
export interface KeptAnswer extends SentAnswer {
  /** By the browser's clock: decides which of its answers is the newest, and nothing else. */
  at: Date
}

/**
 * Takes over what a browser held. Each answer is marked again here and dated now, and its own id makes a second
 * take-over change nothing; of two under one id the newer
 * counts. What is left out is counted.
 */
export async function takeOver(visit: SignedInVisit, kept: KeptAnswer[]): Promise<{ taken: number; left: number }> {
  const newestFirst = kept
    .map((answer) => ({ answer, since: clampKept(answer.at, visit.now) }))
    .sort((a, b) => b.since.getTime() - a.since.getTime())
    .filter(({ answer }, i, all) => all.findIndex((other) => other.answer.id === answer.id) === i)
  const asked = await findAsked(
    visit,
    newestFirst.map(({ answer }) => answer),
  )
  const marked = await Promise.all(newestFirst.map(({ answer }, i) => mark(visit, answer, asked[i]).catch(orRefusal)))
  const facts = newestFirst.flatMap(({ answer, since }, i) =>
    marked[i] ? [{ fact: factOf(visit, answer, marked[i]), since }] : [],
  )

  const statements = facts.flatMap(({ fact, since }) =>
    factStatements(visit, findCourse(visit.catalogue, fact.course), fact, since),
  )
  const [first, ...rest] = statements
  if (first) await visit.db.batch([first, ...rest])
  return { taken: facts.length, left: kept.length - facts.length }
}

function orRefusal(error: unknown): undefined {
  if (error instanceof Refusal && error.code !== 'unavailable') return undefined
  throw error
}
