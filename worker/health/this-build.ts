import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import about from '../../package.json' with { type: 'json' }
import { activeKey } from '../credentials/signing-keys.ts'
import type { Settings } from '../env.ts'

export const { version } = about

/** By the time in the journal of this build. */
export const newestMigration = Math.max(...journal.entries.map((entry) => entry.when))

export function hasKey({ SIGNING_KEYS }: Settings): boolean {
  return SIGNING_KEYS !== undefined && activeKey(SIGNING_KEYS) !== undefined
}
