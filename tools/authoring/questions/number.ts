import { writeNumber } from '../../../worker/questions/number-answers.ts'
import type { NumberQuestion } from '../../../worker/questions/number.ts'
import { knownUnits, unitOf } from '../../../worker/questions/units.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import type { QuestionHead } from '../files/schemas.ts'
import { checkOutcomeFeedback } from './feedback-checks.ts'
import type { Placed } from '../files/yaml-source.ts'
import { readStem } from './read-parts.ts'
import type { Say, TypeAuthoring } from './type-authoring.ts'
import { feedbackPieces, feedbackSource, feedbackText, readWithFeedback, type WithFeedback } from './with-feedback.ts'

interface WrittenAmount {
  answer: number
  tolerance: number
  unit: string
}

export interface WrittenNumber extends WithFeedback {
  type: 'number'
  amount: WrittenAmount | undefined
}

const largest = 1e12

export const number: TypeAuthoring<WrittenNumber, NumberQuestion> = {
  keys: ['answer', 'tolerance', 'unit'],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn(head) {
    const answer = head.raw('answer')
    return answer !== undefined && !Array.isArray(answer)
  },
  follows: 'feedback',
  parts: 'options',
  read(source, problems) {
    const { body, feedback } = readWithFeedback(source, 'number', problems)
    const stem = readStem(body, source.place, problems)
    return { type: 'number', stem, amount: readAmount(source.head, problems), feedback }
  },
  check: () => undefined,
  teach: ({ feedback }, locale, problems) => checkOutcomeFeedback(feedback, locale, problems),
  parity({ sv, en }, say) {
    if (sv.amount && en.amount) compareAmounts(sv.amount, en.amount, en.head, say)
  },
  isWhole: ({ amount, feedback }) => amount !== undefined && feedback !== undefined,
  pieces: feedbackPieces,
  key: ({ amount }) => (amount ? [amount.answer, amount.tolerance] : []),
  ordinals: () => 0,
  source(question) {
    const { feedback, stem } = feedbackSource(question)
    return { feedback, items: [], stem, unit: question.amount!.unit }
  },
  compile({ amount }) {
    const { answer, tolerance } = amount!
    return { type: 'number', key: { answer, tolerance } }
  },
  text: (question, context) => ({ ...feedbackText(question, context), unit: question.amount!.unit }),
  asks: ({ amount }) => amount,
  wordsToRead: () => 0,
  cues: () => [],
  faulty: () => undefined,
  swapped: () => undefined,
  give: ({ key: { answer, tolerance } }, right, { locale }) =>
    writeNumber(right ? answer : answer + tolerance + 1, locale),
  export({ key, text }, locale) {
    const { stem, unit, feedback } = text[locale]
    return { form: 'amount', stem, ...key, unit, feedback }
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: calculation, answer: 3900, tolerance: 0, unit: kr } -->

En kund har köpt tre timmar, och varje timme kostar 1 300 kr. Vad blir summan?

> Rätt. Tre gånger 1 300 kr är 3 900 kr.

<!-- -->

> Räkna tre gånger 1 300 kr. Räkna alltid om det som en AI-tjänst har räknat ut.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: calculation, answer: 3900, tolerance: 0, unit: kr } -->

A customer has bought three hours, and each hour costs SEK 1,300. What is the sum?

> Right. Three hours at SEK 1,300 each make SEK 3,900.

<!-- -->

> Multiply SEK 1,300 by three. Always recalculate what an AI service has worked out.`,
  },
}

function compareAmounts(other: WrittenAmount, own: WrittenAmount, head: Placed<QuestionHead>, say: Say): void {
  if (own.answer !== other.answer) say(head.at('answer'), `answer ${own.answer}, but ${other.answer} in Swedish`)
  if (own.tolerance !== other.tolerance)
    say(head.at('tolerance'), `tolerance ${own.tolerance}, but ${other.tolerance} in Swedish`)
  if ((own.unit === '') !== (other.unit === ''))
    say(head.at('unit'), `a unit in ${own.unit ? 'English' : 'Swedish'} only`)
  else if (unitOf(own.unit) !== unitOf(other.unit))
    say(head.at('unit'), `unit ${own.unit}, but ${other.unit} in Swedish`)
}

/** `answer: 3900, tolerance: 0, unit: kr`; without a tolerance only the answer itself is right. */
function readAmount(head: Placed<QuestionHead>, problems: Problems): WrittenAmount | undefined {
  const [answer, tolerance = 0, unit = ''] = ['answer', 'tolerance', 'unit'].map((key) => head.raw(key))
  const say = (key: string, message: string) => problems.error('S38', head.at(key), message)
  const isNumber = typeof answer === 'number' && Math.abs(answer) <= largest
  const isTolerance = typeof tolerance === 'number' && tolerance >= 0 && tolerance <= largest
  const isUnit = typeof unit === 'string' && /^(?:[^\d\s.,+-].{0,19})?$/u.test(unit.trim())
  if (!isNumber)
    say('answer', `${shown('answer', answer)}; write digits, with a point for decimals and no unit: answer: 3900.5`)
  if (!isTolerance) say('tolerance', `${shown('tolerance', tolerance)} of 0 or more; write digits: tolerance: 0`)
  if (!isUnit) say('unit', 'a unit is a word of at most 20 characters that begins with no digit: unit: kr')
  if (isNumber && isTolerance && answer !== 0 && tolerance >= Math.abs(answer))
    say('tolerance', `a tolerance of ${tolerance} makes 0 right where the answer is ${answer}; write a smaller one`)
  if (isUnit && unit.trim() !== '' && !unitOf(unit)) {
    const near = didYouMean(unit.trim(), knownUnits)
    say(
      'unit',
      `"${unit.trim()}" is no unit that people's answers are read with${near}; add it to worker/questions/units.ts, or leave it out`,
    )
  }
  return isNumber && isTolerance && isUnit ? { answer, tolerance, unit: unit.trim() } : undefined
}

function shown(key: string, value: unknown): string {
  if (value === undefined) return `the ${key} is missing, or is no number`
  return `${key}: ${typeof value === 'string' ? `"${value.slice(0, 40)}"` : 'this'} is no number`
}
