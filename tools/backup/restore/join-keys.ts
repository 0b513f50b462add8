import type { SigningKeys } from '../../../worker/credentials/signing-keys.ts'

/**
 * The signing keys after a restore: those of the backup and those that are there, so that every badge that was ever
 * given can be checked. What is there comes last, for it is newer, and wins where a key is in both: it may have been
 * rotated away since. A key that was revoked since the backup stays away.
 */
export function joinKeys(
  backup: SigningKeys | null,
  present: SigningKeys | undefined,
  revoked: readonly string[],
): SigningKeys | undefined {
  const there = present?.keys ?? []
  const earlier = (backup?.keys ?? []).filter(({ id }) => !there.some((key) => key.id === id))
  const keys = [...earlier, ...there].filter(({ id }) => !revoked.includes(id))
  return keys.length > 0 ? { keys } : undefined
}
