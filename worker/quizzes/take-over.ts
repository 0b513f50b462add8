import { findCourse } from '../courses/find.ts'
import { inBatch } from '../db/in-batch.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { findAsked } from './find-asked.ts'
import { clampKept } from './rules.ts'
import { type Answer, type FirstAnswer, selectAnswers } from './store.ts'
import { factOf, factStatements, idOfOther, isSame, mark, type SentAnswer } from './submit-answer.ts'

/** An answer that a browser kept while nobody was signed in. */
export interface KeptAnswer extends SentAnswer {
  /** By the browser's clock: decides which of its answers is the newest, and nothing else. */
  at: Date
  /** It says that it was given to easy Swedish. */
  isEasy: boolean
}

/**
 * Takes over what a browser held. Each answer is marked again here and dated now; a second take-over of the same changes
 * nothing. An id may have been used for something else (a page that a browser kept prints its ids twice): then the answer
 * is kept under an id of its own, as everywhere. What is left out is counted.
 */
export async function takeOver(visit: SignedInVisit, kept: KeptAnswer[]): Promise<{ taken: number; left: number }> {
  const newestFirst = kept
    .map((answer) => ({ answer, since: clampKept(answer.at, visit.now) }))
    .sort((a, b) => b.since.getTime() - a.since.getTime())
  const asked = await findAsked(
    visit,
    newestFirst.map(({ answer }) => answer),
  )
  const marked = await Promise.all(newestFirst.map(({ answer }, i) => mark(visit, answer, asked[i]).catch(orRefusal)))
  const facts = newestFirst.flatMap(({ answer, since }, i) =>
    marked[i] ? [{ fact: factOf(readAs(visit, answer), answer, marked[i]), since }] : [],
  )
  const firstTo = ({ course, question }: Answer) =>
    facts.findLast(({ fact }) => fact.course === course && fact.question === question)!.fact
  await keepAll(
    visit,
    facts.map((each) => ({ ...each, first: firstTo(each.fact) })),
  )
  return { taken: facts.length, left: kept.length - facts.length }
}

/** In the words that the browser showed: the page at which it is taken over says nothing of them. */
function readAs(visit: SignedInVisit, { isEasy }: KeptAnswer): SignedInVisit {
  return { ...visit, text: isEasy ? 'easy' : 'usual' }
}

interface Fact {
  fact: Answer
  since: Date
  /** The oldest that the browser held to the same question. */
  first: FirstAnswer
}

async function keepAll(visit: SignedInVisit, facts: readonly Fact[]): Promise<void> {
  const firstOfId = facts.filter(({ fact }, i) => facts.findIndex((other) => other.fact.id === fact.id) === i)
  const stored = await keepUnderIds(visit, firstOfId)
  const others = facts.filter(({ fact }) => !stored.some((answer) => answer.id === fact.id && isSame(answer, fact)))
  const renamed = others.map(async (each) => ({
    ...each,
    fact: { ...each.fact, id: await idOfOther(visit, each.fact) },
  }))
  await keepUnderIds(visit, await Promise.all(renamed))
}

/** One round trip; gives what is stored under their ids, now or since before. */
async function keepUnderIds(visit: SignedInVisit, facts: readonly Fact[]): Promise<Answer[]> {
  if (facts.length === 0) return []

  const { db, catalogue, learner } = visit
  const ids = facts.map(({ fact }) => fact.id)
  const { stored } = await inBatch(db, {
    kept: facts.flatMap(({ fact, ...when }) => [
      ...factStatements(visit, findCourse(catalogue, fact.course), fact, when),
    ]),
    stored: selectAnswers(db, learner.id, ids),
  })
  return stored
}

function orRefusal(error: unknown): undefined {
  if (error instanceof Refusal && error.code !== 'unavailable') return undefined
  throw error
}
