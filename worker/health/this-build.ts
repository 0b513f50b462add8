import { isContract, knownMigrations } from '../../formats/migrations.ts'
import about from '../../package.json' with { type: 'json' }
import { activeKey } from '../credentials/signing-keys.ts'
import type { Settings } from '../env.ts'

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
