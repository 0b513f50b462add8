import { mendLastVisits } from '../accounts/store.ts'
import { eraseAbsent } from './erase-absent.ts'
import { type Run, writeFirstLetters, writeLastLetters } from './write-letters.ts'

/**
 * The clock of absence: whoever came back in time meets none of it. Each step is bounded, and done again is done once;
 * one that fails keeps no other. Throws what the first of them threw.
 */
export async function runRetention(run: Run): Promise<void> {
  const failed: unknown[] = []
  const mendVisits = async ({ openDb, now }: Run) => mendLastVisits(openDb, now)
  for (const step of [mendVisits, writeFirstLetters, writeLastLetters, eraseAbsent]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: a letter is written before anything goes by it
    await step(run).catch((error: unknown) => failed.push(error))
  }
  if (failed.length > 0) throw failed[0]
}
