import type { Visit } from '../../visit.ts'
import { codeFrom } from '../paper-code/rules.ts'
import { pseudonymOf } from '../../pseudonym.ts'

/**
 * The code of a card that is made in a browser at a moment. It is kept nowhere: as long as the browser has its mark, the
 * page that shows it makes it again, so that a reload, or an answer that got lost, costs nobody their card.
 */
export async function cardCodeOf({ settings }: Pick<Visit, 'settings'>, browser: string, at: Date): Promise<string> {
  const digits = await pseudonymOf(settings.SECRET, 'card', `${browser}\n${at.getTime()}`)
  return codeFrom(Uint8Array.from(digits.match(/../g)!, (byte) => Number.parseInt(byte, 16)))
}

/** The code of a card, for the browser in which it was made: that of another gets none. */
export async function codeOf(
  visit: Pick<Visit, 'settings'>,
  { codeHash, createdAt }: { codeHash: string; createdAt: Date },
  browser: string,
): Promise<string | undefined> {
  const code = await cardCodeOf(visit, browser, createdAt)
  return (await cardHashOf(code)) === codeHash ? code : undefined
}

export function isUnknown(code: string | undefined): boolean {
  return code === undefined
}

/** Not keyed: 80 random bits are found in no list, and a card lies in a drawer for longer than a SECRET holds. */
export async function cardHashOf(code: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`card ${code}`))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A new card's row, for the browser in which it is made. */
export async function newCard(visit: Pick<Visit, 'settings' | 'now'>, browser: string) {
  const code = await cardCodeOf(visit, browser, visit.now)
  return { hash: await cardHashOf(code), at: visit.now }
}
