import type { Client } from '@libsql/client'
import { compactVerify, importJWK } from 'jose'
import { z } from 'zod'

import { isProvenBy, type Proof } from '../../../formats/credentials/data-integrity.ts'
import { readMultikey } from '../../../formats/credentials/multikey.ts'
import type { SigningKey, SigningKeys } from '../../../worker/credentials/signing-keys.ts'
import { Problem } from '../../command/problem.ts'

const Signed = z.looseObject({ '@context': z.unknown(), proof: z.tuple([z.custom<Proof>()]) })
const sample = new TextEncoder().encode('Navet')

/**
 * Whether signing keys are those of a database's badges: each key that signed one is there and verifies it both ways,
 * and each secret half fits its public one. Throws a Problem that names the key.
 * @returns how many badges were verified: the first of each key
 */
export async function checkKeys(client: Client, { keys }: SigningKeys): Promise<number> {
  for (const key of keys) {
    if (!(await isWhole(key)))
      throw new Problem(`the two halves of the key ${key.id} in the backup do not fit each other`)
  }
  const { rows } = await client.execute(
    'select key, json, jwt, min(award) from credentials where json is not null group by key',
  )
  for (const row of rows) {
    const key = keys.find(({ id }) => id === row.key)
    if (!key) throw new Problem(`the key ${String(row.key)}, which signed badges, is not in the backup`)
    if (!(await hasSigned(key, String(row.json), String(row.jwt)))) {
      throw new Problem(`the key ${key.id} in the backup opens no badge: it did not sign those that name it`)
    }
  }
  return rows.length
}

async function hasSigned(key: SigningKey, json: string, jwt: string): Promise<boolean> {
  try {
    const { proof, ...document } = Signed.parse(JSON.parse(json))
    await compactVerify(jwt, await importJWK(publicHalf(key), 'ES256'))
    return await isProvenBy({ ...document, '@context': document['@context'] }, proof[0], publicBytes(key))
  } catch {
    return false
  }
}

/** Retired keys have public halves alone. */
async function isWhole(key: SigningKey): Promise<boolean> {
  const { d, ...rest } = key.p256
  const secret = readMultikey('secret', key.ed25519.secretKeyMultibase ?? '')
  return (!d || (await fitsP256({ ...rest, d }))) && (!secret || (await fitsEd25519(secret, publicBytes(key))))
}

async function fitsP256({ d, ...open }: JsonWebKey): Promise<boolean> {
  const way = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  try {
    const secretKey = await crypto.subtle.importKey('jwk', { ...open, d: d! }, way, false, ['sign'])
    const publicKey = await crypto.subtle.importKey('jwk', open, way, false, ['verify'])
    return await crypto.subtle.verify(way, publicKey, await crypto.subtle.sign(way, secretKey, sample), sample)
  } catch {
    return false
  }
}

async function fitsEd25519(secret: Uint8Array, open: Uint8Array): Promise<boolean> {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: text(open) }
  try {
    const secretKey = await crypto.subtle.importKey('jwk', { ...jwk, d: text(secret) }, 'Ed25519', false, ['sign'])
    const publicKey = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify'])
    const signature = await crypto.subtle.sign('Ed25519', secretKey, sample)
    return await crypto.subtle.verify('Ed25519', publicKey, signature, sample)
  } catch {
    return false
  }
}

function publicHalf({ p256: { kty, crv, x, y } }: SigningKey) {
  return { kty, crv, x, y }
}

function publicBytes({ ed25519 }: SigningKey): Uint8Array<ArrayBuffer> {
  const bytes = readMultikey('public', ed25519.publicKeyMultibase)
  if (!bytes) throw new Problem('a key in the backup is no Ed25519 key')
  return bytes
}
