import type { Estimate, Locale } from '../../formats/catalogue/catalogue.ts'
import { guessAt } from '../../formats/catalogue/estimate-parts.ts'
import { amountIn } from '../questions/amount-in.ts'
import { readNumber } from '../questions/number-answers.ts'

/** An estimate as a page shows it: to be guessed, sent back with what is to be mended, or with the answer beside the guess. */
export type GuessView = { id: string; unit: string; typed: string } & (
  | { state: 'open'; fault?: GuessFault | undefined }
  | { state: 'guessed'; own: Amount; answer: Amount }
)

export type GuessFault = { reason: 'empty' | 'number' } | { reason: 'ambiguous'; readings: [string, string] }

/** Written out, and where its bar begins and ends, in hundredths of the scale that both stand on. */
interface Amount {
  words: string
  from: number
  to: number
}

const longest = 60
/** A bar that nothing is left of is a line still. */
const thinnest = 1

/**
 * The estimates of a lesson with what was guessed, by the names of their fields. Nothing of it is kept: a guess stands in
 * the address alone, so that going back, a reload and a page without scripts do what they always do.
 */
export function readGuesses(
  estimates: readonly Estimate[],
  sent: (name: string) => string | undefined,
  locale: Locale,
): GuessView[] {
  return estimates.map((estimate) => guessView(estimate, sent(guessAt(estimate.id)), locale))
}

function guessView({ id, answer, unit }: Estimate, sent: string | undefined, locale: Locale): GuessView {
  const own = { id, unit: unit[locale], typed: sent?.slice(0, longest) ?? '' }
  if (sent === undefined) return { ...own, state: 'open' }
  if (sent.trim() === '') return { ...own, state: 'open', fault: { reason: 'empty' } }

  const read = sent.length > longest ? { fault: 'number' as const } : readNumber(sent, locale, Object.values(unit))
  if ('number' in read) return { ...own, state: 'guessed', ...onOneScale(read.number, answer, unit[locale], locale) }
  const fault: GuessFault =
    read.fault === 'ambiguous' ? { reason: 'ambiguous', readings: read.readings } : { reason: 'number' }
  return { ...own, state: 'open', fault }
}

/** Both from nought, which lies within the scale where one of them is less. */
function onOneScale(guess: number, answer: number, unit: string, locale: Locale) {
  const [least, most] = [Math.min(0, guess, answer), Math.max(0, guess, answer)]
  const place = (number: number) => (most === least ? 0 : ((number - least) / (most - least)) * 100)
  const amount = (number: number): Amount => {
    const from = Math.min(place(0), place(number), 100 - thinnest)
    // A line may break before the unit, and never within a word of it.
    return { words: `${amountIn(locale, number, '')} ${unit}`, from, to: Math.max(place(0), place(number), from + thinnest) }
  }
  return { own: amount(guess), answer: amount(answer) }
}
