import { dayOf } from '../../formats/day.ts'
import { longestSessionMs } from '../db/guard-session.ts'

const dayMs = 24 * 3_600_000
export const idleDays = 30
export const longestDays = longestSessionMs / dayMs
const idleMs = idleDays * dayMs

/** Until when a session may go on that is used now: thirty days, but never past its ninetieth. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + longestSessionMs))
}

/** Whether a session's ninety days are over, whatever its row says of when it ends. */
export function isWornOut(createdAt: Date, now: Date): boolean {
  return !(createdAt.getTime() + longestSessionMs > now.getTime())
}

/** Once a day a session that is used is written down as used, and goes on from there. */
export function isUnseenToday(usedAt: Date, now: Date): boolean {
  return dayOf(usedAt) !== dayOf(now)
}

/** Sessions that began before this are over. */
export function wornOutAt(now: Date): Date {
  return new Date(now.getTime() - longestSessionMs)
}
