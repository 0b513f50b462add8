const dayMs = 24 * 3_600_000

/** An account goes so long after it was last used. */
export const absentMonths = 36
/** Practice answers go so long after the account was last used. */
export const answersMonths = 24
/** A published badge whose account ran out stays so long. */
export const keptBadgeMonths = 10 * 12

/** Days before an account goes at which its letters are written. */
export const letterDays = { first: 60, last: 14 } as const
/** However the clock stood still or was set, the first letter is at least so old. */
export const leastNoticeDays = 30

/** How much one run does; what is left is done by the next. */
export const perRun = { firstLetters: 500, lastLetters: 50, erased: 60, answersOf: 200 } as const
/** Accounts that are erased in one transaction. */
export const perBatch = 6

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMs)
}

/** The same time of day, so many calendar months later; a day that its month lacks is the month's last. */
export function monthsAfter(at: Date, months: number): Date {
  const moved = new Date(at)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay))
  return moved
}

/** Who was last here before this may be erased now, as far as that goes. */
export function absentSince(now: Date): Date {
  return monthsAfter(now, -absentMonths)
}

/** Who was last here before this is due for the first letter now. */
export function letterSince(now: Date): Date {
  return absentSince(daysAfter(now, letterDays.first))
}
