import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'

import { writeMultikey } from '../../formats/credentials/multikey.ts'
import { SigningKeys, type SigningKey } from '../../worker/credentials/signing-keys.ts'

/**
 * What the next key of a file will be called: told by a dry run, and the same in the run. It follows from the keys that
 * are there, so that no name comes twice in a file.
 */
export function nextKeyId(file: string, known: SigningKey[], now: Date): string {
  const before = createHash('sha256').update(JSON.stringify([file, ...known.map(({ id }) => id)]))
  return `key-${now.toISOString().slice(0, 10)}-${before.digest('hex').slice(0, 6)}`
}

/** A new pair of keys: Ed25519 for Data Integrity proofs, P-256 for JWTs. */
export function makeKey(now: Date, id?: string): SigningKey {
  const created = now.toISOString().slice(0, 10)
  const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const multikey = (kind: 'public' | 'secret', text = '') => writeMultikey(kind, Buffer.from(text, 'base64url'))
  const { keys } = SigningKeys.parse({
    keys: [
      {
        id: id ?? `key-${created}-${randomBytes(3).toString('hex')}`,
        created,
        ed25519: {
          publicKeyMultibase: multikey('public', ed25519.x),
          secretKeyMultibase: multikey('secret', ed25519.d),
        },
        p256: { kty: 'EC', crv: 'P-256', x: p256.x, y: p256.y, d: p256.d },
      },
    ],
  })
  return keys[0]!
}

/** A key that signs no more: its public halves stay, so that what it signed can be checked. */
export function retired({ id, created, ed25519, p256 }: SigningKey): SigningKey {
  const { kty, crv, x, y } = p256
  return {
    id,
    created,
    ed25519: { publicKeyMultibase: ed25519.publicKeyMultibase },
    p256: { kty, crv, x, y },
  }
}
