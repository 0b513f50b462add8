/** Awards that are signed between two looks at the database. */
export const signingBatch = 25

/** Random places tried for a credential: with a list four fifths full, all of them are taken once in a million times. */
export const placeCandidates = 64

/** A list counts as full at four fifths, so that free places stay easy to find and say nothing of when they were taken. */
export const fullAt = 0.8

/** What a badge says of its holder may be changed so often in a year: each change takes a place for ever. */
export const changesAYear = 10

const year = 365 * 24 * 3_600_000

/** Changes after this moment count. */
export function changesSince(now: Date): Date {
  return new Date(now.getTime() - year)
}

/** How many changes are left, and where there are none, when the next is allowed. `made` are those that count, oldest first. */
export function changesLeft(made: Date[]): { left: number; next?: Date } {
  const left = Math.max(0, changesAYear - made.length)
  const oldest = made.at(-changesAYear)
  return left === 0 && oldest ? { left, next: new Date(oldest.getTime() + year) } : { left }
}
