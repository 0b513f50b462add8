import type { SQL } from 'drizzle-orm'

import type { Visit } from '../visit.ts'
import { codeExpiry, codeTries } from './rules.ts'
import { countGuess, selectGuesses } from './store.ts'

/** Why a code does not hold. `gone`: never asked for, used, or replaced by a newer one. */
export type CodeFault = { fault: 'wrong'; left: number } | { fault: 'expired' | 'too-many' | 'gone' }

/** Uses up one of a code's five guesses before anything looks at the code itself. */
export async function takeGuess({ db, now }: Visit, identifier: SQL): Promise<{ left: number } | CodeFault> {
  const [[counted], [guesses]] = await db.batch([countGuess(db, identifier), selectGuesses(db, identifier)])
  if (!guesses) return { fault: 'gone' }
  if (codeExpiry(guesses.sentAt) <= now) return { fault: 'expired' }
  return counted ? { left: codeTries - counted.tries } : { fault: 'too-many' }
}
