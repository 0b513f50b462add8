import { isContract, knownMigrations } from '../../formats/migrations.ts'
import about from '../../package.json' with { type: 'json' }
import { activeKey } from '../credentials/signing-keys.ts'
import type { Settings } from '../env.ts'
import { pseudonymOf } from '../pseudonym.ts'

export const { version } = about

/** By its time in the journal. */
export const newestKnown = Math.max(...knownMigrations.map(({ when }) => when))

const known = new Set(knownMigrations.map(({ tag }) => tag))

/** Whether a migration took something away after this build was made. */
export function tookAway(tag: string): boolean {
  return isContract(tag) && !known.has(tag)
}

export function hasKey({ SIGNING_KEYS }: Settings): boolean {
  return SIGNING_KEYS !== undefined && activeKey(SIGNING_KEYS) !== undefined
}

/**
 * The same for two versions that were told the same secrets, database and address; leads back to nothing without all of
 * those secrets. Every secret that `npx wrangler secret` keeps belongs in it: a rollback to a former one is refused by it.
 */
export function markOf(settings: Settings): Promise<string> {
  const { SECRET, SECRETS_BEFORE, SIGNING_KEYS, LIBSQL_URL, LIBSQL_AUTH_TOKEN, BASE_URL } = settings
  const { MAIL_TOKEN, MAIL_EVENTS_TOKEN, METRICS_TOKEN } = settings
  const tokens = { LIBSQL_AUTH_TOKEN, MAIL_TOKEN, MAIL_EVENTS_TOKEN, METRICS_TOKEN }
  return pseudonymOf(
    SECRET,
    'settings',
    JSON.stringify({ LIBSQL_URL, BASE_URL, SECRETS_BEFORE, SIGNING_KEYS, ...tokens }),
  )
}
