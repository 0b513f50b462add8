const hour = 3_600_000

/** Forms kept before this are of no more use to anybody. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - hour)
}
