import type { Visit } from '../../visit.ts'
import { codeHashOf, type CodeUse, placeOf } from './code-place.ts'
import { type CodeFault, codeTries, whyNot } from './rules.ts'
import { type CodePlace, guessCode, isUsedByDigits, selectCodes, useSiblings } from './store.ts'

type Guess = Awaited<ReturnType<typeof guessCode>>
type Rows = Awaited<ReturnType<typeof selectCodes>>

/** Uses a code where it holds, once; gives the address it was mailed to. One round trip. */
export async function useCode(
  visit: Visit,
  { code, ...use }: CodeUse & { code: string },
): Promise<{ email: string } | CodeFault> {
  const place = await placeOf(visit, use)
  const hash = await codeHashOf(visit, place, code)
  const [guess, , rows] = await visit.db.batch(guessStatements(visit, place, hash))
  return judgeGuess(visit, guess, rows)
}

/** The statements of one guess: takes it, gives back the places of what else was asked for, reads what there is. */
export function guessStatements({ db, now }: Visit, place: CodePlace, hash: string) {
  return [
    guessCode(db, place, hash, now),
    useSiblings(db, isUsedByDigits(place, hash, now), now),
    selectCodes(db, place, hash),
  ] as const
}

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
