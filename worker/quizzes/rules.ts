import type { Chance } from '../chance.ts'
import type { Question } from '../courses/catalogue.ts'
import type { DrawnQuestion } from '../db/schema/quizzes.ts'

export const testLength = 10
export const passMark = 8
export const openHours = 24
export const waitMinutes = 10
const minute = 60_000

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
    order: orderShown(question, (ordinals) => shuffle(ordinals, chance)),
  }))
}

/**
 * The order in which the parts of a question are shown, as ordinals. The sentences of a passage stay as they stand
 * there; the items of an order never come in the right one; what is typed has no parts.
 */
export function orderShown(question: Question, shuffled: (ordinals: number[]) => number[]): number[] {
  const ordinals = [...Array(countParts(question)).keys()]
  if (question.type === 'spot') return ordinals

  const order = shuffled(ordinals)
  const isTelling = question.type === 'order' && order.every((ordinal, place) => ordinal === place)
  return isTelling ? [...order.slice(1), order[0]!] : order
}

/** Options, sentences or items; none for what is typed. */
export function countParts(question: Question): number {
  if (question.type === 'text' || question.type === 'number') return 0
  return question.type === 'order' ? question.text.sv.items.length : question.text.sv.options.length
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

/** An attempt that was never submitted closes 24 hours after it was opened; that is no failure. */
export function hasLapsed(openedAt: Date, now: Date): boolean {
  return now >= closesAt(openedAt)
}

export function closesAt(openedAt: Date): Date {
  return new Date(openedAt.getTime() + openHours * 60 * minute)
}

/** No browser can have kept an answer before there was anything to answer. */
const earliestKept = Date.UTC(2026, 10, 23)

/** What a browser's clock may say: no day before the first, nothing that is still to come. */
export function clampKept(at: Date, now: Date): Date {
  const said = Number.isNaN(at.getTime()) ? earliestKept : at.getTime()
  return new Date(Math.min(Math.max(said, earliestKept), now.getTime()))
}

/** When the next test may be drawn, or undefined when now. */
export function nextDrawAt(lastSubmittedAt: Date | undefined, now: Date): Date | undefined {
  if (!lastSubmittedAt) return undefined
  const wait = waitMinutes * minute
  // A submission far ahead of the clock: the clock was set back, and says nothing of how long ago it was.
  if (lastSubmittedAt.getTime() - now.getTime() > wait) return undefined
  const at = new Date(lastSubmittedAt.getTime() + wait)
  return at > now ? at : undefined
}
