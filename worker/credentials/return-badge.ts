import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { type MessageKey, translator } from '../../web/messages/translate.ts'
import { urls } from '../../web/urls.ts'
import { deleteKeptAward, selectReturnable } from '../badges/store.ts'
import type { Settings } from '../env.ts'
import { logEvent } from '../log.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { withEachSecret } from '../former-secrets.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { signLater } from './sign-later.ts'

/** The words before the links with which each badge is taken back without an account, one a line; nothing for none. */
export async function returnLinks(
  settings: Pick<Settings, 'SECRET' | 'BASE_URL'>,
  locale: Locale,
  awards: string[],
  words: MessageKey,
): Promise<string> {
  if (awards.length === 0) return ''
  const links = awards.map(
    async (award) => settings.BASE_URL + urls.badgeReturn(locale, award, await secretOf(settings, award)),
  )
  return `\n${translator(locale)(words)}\n${(await Promise.all(links)).join('\n')}\n`
}

/** What is kept of each secret when the account goes: another SECRET later makes no link wrong. */
export function returnHashes(settings: Pick<Settings, 'SECRET'>, awards: string[]): Promise<[string, string][]> {
  return Promise.all(
    awards.map(async (award): Promise<[string, string]> => [award, await hashOf(await secretOf(settings, award))]),
  )
}

function secretOf({ SECRET }: Pick<Settings, 'SECRET'>, award: string): Promise<string> {
  return pseudonymOf(SECRET, 'badge', award)
}

async function hashOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The badge that a link leads to; `isHeld`: its account is still there, and takes it back by itself. Not found for a
 * secret that is not the badge's.
 */
export async function findReturnable(visit: Visit, award: string, secret: string) {
  const [found] = await selectReturnable(visit.openDb, award)
  const isRight = found?.returnHash
    ? found.returnHash === (await hashOf(secret))
    : await withEachSecret(
        visit,
        'a-day',
        async ({ settings }) => secret === (await secretOf(settings, award)),
        (isSame) => !isSame,
      )
  if (!found || !isRight) throw new Refusal('not-found', 'no such link')
  return { isHeld: found.returnHash === null, name: found.achievement.name }
}

/** Takes a badge back whose account is gone: its page and files go, and the status list says that it was revoked. */
export async function returnBadge(visit: Visit, award: string, secret: string): Promise<void> {
  await deleteKeptAward(visit.openDb, award, await hashOf(secret))
  logEvent(visit, 'badge-withdrawn')
  signLater(visit)
}
