import { eraseAbsent } from './erase-absent.ts'
import { type Run, writeFirstLetters, writeLastLetters } from './write-letters.ts'

/** The clock of absence: whoever came back in time meets none of it. Each step is bounded, and done again is done once. */
export async function runRetention(run: Run): Promise<void> {
  await writeFirstLetters(run)
  await writeLastLetters(run)
  await eraseAbsent(run)
}
