import type { Chance } from '../chance.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import type { DrawnQuestion } from '../db/schema/quizzes.ts'
import { rulesOf } from '../questions/registry.ts'
import { testLength } from './rules.ts'

/**
 * Draws a badge test: ten questions spread evenly over the course's outcomes, within each outcome those absent
 * from the last attempt first, then by chance. What does not divide evenly goes to the outcomes with most questions
 * that were absent; outcomes that are short of questions leave their share to the others.
 */
export function drawTest(pool: readonly Question[], last: ReadonlySet<string>, chance: Chance): DrawnQuestion[] {
  const drawn: Question[] = []
  let piles = pilesByOutcome(pool, last, chance)
  while (drawn.length < testLength && piles.length > 0) {
    const round = piles.toSorted((a, b) => absentIn(b, last) - absentIn(a, last)).slice(0, testLength - drawn.length)
    drawn.push(...round.map((pile) => pile.shift()!))
    piles = piles.filter((pile) => pile.length > 0)
  }

  return shuffle(drawn, chance).map((question) => ({
    question: question.id,
    version: question.version,
    order: rulesOf(question).order(question, (ordinals) => shuffle(ordinals, chance)),
  }))
}

function absentIn(pile: readonly Question[], last: ReadonlySet<string>): number {
  return pile.filter((question) => !last.has(question.id)).length
}

function pilesByOutcome(pool: readonly Question[], last: ReadonlySet<string>, chance: Chance): Question[][] {
  const outcomes = [...new Set(pool.map((question) => question.competence))]
  return shuffle(outcomes, chance).map((outcome) => {
    const pile = shuffle(
      pool.filter((question) => question.competence === outcome),
      chance,
    )
    return [...pile.filter((q) => !last.has(q.id)), ...pile.filter((q) => last.has(q.id))]
  })
}

/** Fisher–Yates. */
function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  const shuffled = [...items]
  for (let i = shuffled.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1))
    ;[shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!]
  }
  return shuffled
}
