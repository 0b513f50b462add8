import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { type MessageKey, translator } from '../../web/messages/translate.ts'
import { urls } from '../../web/urls.ts'
import { deleteKeptAward, selectReturnable } from '../badges/store.ts'
import { randomId } from '../chance.ts'
import type { Settings } from '../env.ts'
import { logEvent } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { signLater } from './sign-later.ts'

/** An award's id, and the secret with which its badge is taken back without an account. */
export interface ReturnKey {
  award: string
  key: string
}

/** The key of each award; made here for those that have none, and kept by the batch that writes the link. */
export function returnKeys(awards: { id: string; returnKey: string | null }[]): ReturnKey[] {
  return awards.map(({ id, returnKey }) => ({ award: id, key: returnKey ?? randomId() }))
}

/** The words before the links with which each badge is taken back without an account, one a line; nothing for none. */
export function returnLinks(
  { BASE_URL }: Pick<Settings, 'BASE_URL'>,
  locale: Locale,
  keys: ReturnKey[],
  words: MessageKey,
): string {
  if (keys.length === 0) return ''
  const links = keys.map(({ award, key }) => BASE_URL + urls.badgeReturn(locale, award, key))
  return `\n${translator(locale)(words)}\n${links.join('\n')}\n`
}

/** What is kept of each key when the account goes, by the award's id. */
export function returnHashes(keys: ReturnKey[]): Promise<[string, string][]> {
  return Promise.all(keys.map(async ({ award, key }): Promise<[string, string]> => [award, await hashOf(key)]))
}

async function hashOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The badge that a link leads to; `isHeld`: its account is still there, and takes it back by itself. Not found for a
 * key that is not the badge's.
 */
export async function findReturnable(visit: Visit, award: string, key: string) {
  const [found] = await selectReturnable(visit.openDb, award)
  if (!found) throw noLink()
  const wanted = found.returnHash ?? (found.returnKey && (await hashOf(found.returnKey)))
  if (wanted !== (await hashOf(key))) throw noLink()
  return { isHeld: found.returnHash === null, name: found.achievement.name }
}

function noLink(): Refusal {
  return new Refusal('not-found', 'no such link')
}

/** Takes a badge back whose account is gone: its page and files go, and the status list says that it was revoked. */
export async function returnBadge(visit: Visit, award: string, key: string): Promise<void> {
  await deleteKeptAward(visit.openDb, award, await hashOf(key))
  logEvent(visit, 'badge-withdrawn')
  signLater(visit)
}
