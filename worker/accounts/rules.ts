const minute = 60_000

export const hourMs = 60 * minute
const dayMs = 24 * hourMs
const nameLength = 80
/** Longest e-mail address that can be delivered to (RFC 5321). */
export const addressLength = 254

/** Sessions end after so many days without a visit, and after so many in all. */
export const session = { idleDays: 30, mostDays: 90 } as const

/** Until when a session may go on that is used now. */
export function sessionEnd(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + session.idleDays * dayMs, lastEnd(createdAt)))
}

/** Whether a session's ninety days are over, whatever its row says of when it ends. */
export function isWornOut(createdAt: Date, now: Date): boolean {
  return lastEnd(createdAt) <= now.getTime()
}

function lastEnd(createdAt: Date): number {
  return createdAt.getTime() + session.mostDays * dayMs
}

/** For so many days a removed address may be put back by who reads its mail. */
export const returnDays = 7

export function returnUntil(removedAt: Date): Date {
  return new Date(removedAt.getTime() + returnDays * dayMs)
}

/** An address that has long been the account's vouches for good: a former employer's mailbox cannot put itself back. */
export function mayReturn(vouchedSince: Date, now: Date): boolean {
  return now.getTime() - vouchedSince.getTime() <= returnDays * dayMs
}

/**
 * A path of this site to go on to, or undefined. Printable ASCII only: browsers drop tabs and line breaks, read `\` as
 * `/`, and take `//` for another host.
 */
export function safeNext(text: string | undefined): string | undefined {
  if (!text || text.length > 2000) return undefined
  return /^\/[\x21-\x7e]*$/.test(text) && !text.includes('//') && !text.includes('\\') ? text : undefined
}

export type NameFault = 'required' | 'too-long' | 'odd-characters'

/** Control characters, and those that turn the direction of text or are not to be seen. */
const odd = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u

/** A name without the space around it, or what is wrong with it. */
export function readName(text: string): { name: string } | { fault: NameFault } {
  if (odd.test(text)) return { fault: 'odd-characters' }

  const name = text.trim().normalize('NFC')
  if (name === '') return { fault: 'required' }
  return [...name].length > nameLength ? { fault: 'too-long' } : { name }
}
