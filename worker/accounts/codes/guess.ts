import type { Visit } from '../../visit.ts'
import { type CodeFault, codeTries, whyNot } from './rules.ts'
import { type CodePlace, guessCode, isUsedByDigits, selectCodes, useSiblings } from './store.ts'

type Guess = Awaited<ReturnType<typeof guessCode>>
type Rows = Awaited<ReturnType<typeof selectCodes>>

/** The statements of one guess: takes it, gives back the places of what else was asked for, reads what there is. */
export function guessStatements({ db, now }: Visit, place: CodePlace, hash: string) {
  return [
    guessCode(db, place, hash, now),
    useSiblings(db, isUsedByDigits(place, hash, now), now),
    selectCodes(db, place, hash),
  ] as const
}

/** What became of it: the address the code was mailed to, or why it does not hold. */
export function judgeGuess({ now }: Visit, [guess]: Guess, [newest, ...older]: Rows): { email: string } | CodeFault {
  if (guess?.usedAt) return { email: guess.email }
  if (!guess)
    return whyNot(
      newest,
      older.some(({ isTyped }) => isTyped === 1),
      now,
    )
  return guess.tries < codeTries ? { fault: 'wrong', left: codeTries - guess.tries } : { fault: 'too-many' }
}
