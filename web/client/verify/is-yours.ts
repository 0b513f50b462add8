import { isObject, Reader } from './reader.ts'

/**
 * Whether a credential's checksum is that of an address (Open Badges 3.0, IdentityObject): SHA-256 of the address in
 * lower case and the salt. `none` when the badge carries no checksum.
 */
export async function isYours(credential: unknown, email: string): Promise<'match' | 'other' | 'none'> {
  const hashes = new Reader(isObject(credential) ? credential : {})
    .object('credentialSubject')
    .objects('identifier')
    .filter((each) => each.text('identityType') === 'emailAddress' && each.flag('hashed') === true)
  if (hashes.length === 0) return 'none'

  for (const each of hashes) {
    const bytes = new TextEncoder().encode(email.trim().toLowerCase() + (each.text('salt') ?? ''))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    if (each.text('identityHash') === `sha256$${hex}`) return 'match'
  }
  return 'other'
}
