const hourMs = 3_600_000
export const dayMs = 24 * hourMs
/** Nothing with persons is kept longer. */
export const longestKeptMs = 35 * dayMs

const days = 7
const weeks = 4

/**
 * Which of the backups, by the times they were made, are to go: of each of the last seven days with a backup the newest
 * stays, and of each of the last four weeks (Monday to Sunday, UTC). Older than 35 days goes in any case, the newest too.
 */
export function expired(made: readonly Date[], now: Date): Date[] {
  const young = made.filter((at) => now.getTime() - at.getTime() <= longestKeptMs)
  const kept = new Set([...newestOfEach(young, dayOf, days), ...newestOfEach(young, weekOf, weeks)])
  return made.filter((at) => !kept.has(at))
}

/** One a day, an hour early rather than a day late: whoever asks does so once an hour. */
export function isDue(made: readonly Date[], now: Date): boolean {
  return made.every((at) => now.getTime() - at.getTime() >= dayMs - hourMs)
}

function newestOfEach(made: readonly Date[], periodOf: (at: Date) => number, most: number): Date[] {
  const newest = new Map<number, Date>()
  for (const at of made) {
    const known = newest.get(periodOf(at))
    if (!known || at > known) newest.set(periodOf(at), at)
  }
  return [...newest.values()].sort((a, b) => b.getTime() - a.getTime()).slice(0, most)
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs)
}

/** The first of January 1970 was a Thursday. */
function weekOf(at: Date): number {
  return Math.floor((dayOf(at) + 3) / 7)
}
