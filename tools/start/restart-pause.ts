/** Milliseconds before the next try after so many starts that failed: longer each time, half a minute at most. */
export function pauseAfter(failures: number): number {
  return Math.min(250 * 2 ** failures, 30_000)
}

/** The first, second, fourth, eighth …: often enough for whoever reads the log, and it stays readable. */
export function isWorthSaying(failures: number): boolean {
  return Number.isInteger(Math.log2(failures))
}
