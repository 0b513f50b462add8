import { readMultikey } from '../../credentials/multikey.ts'
import { fieldsOf, type Fields, listOf, textOf } from './read-credential.ts'
import type { Site } from './site.ts'
import { type Finding, found } from './verdict.ts'

/** The members of a public JSON Web Key on P-256 (RFC 7518, section 6.2.1); `''` for one that is missing. */
export interface P256Key {
  kty: string
  crv: string
  x: string
  y: string
}

/** A key, and what it says of the issuer. Without a key the issuer is all that can be spoken of. */
export interface FoundKey {
  ed25519?: Uint8Array<ArrayBuffer> | undefined
  p256?: P256Key | undefined
  issuer: Finding<'issuer'>
}

/**
 * The key by which `issuer` is said to have signed. A key that is not the issuer's is still given where it can be
 * read, so that "not intact" and "signed by somebody else" stay two answers.
 * @param keyId full id: `did:…#…`
 */
export async function findKey(keyId: string, issuer: string, site: Site): Promise<FoundKey> {
  const [did = ''] = keyId.split('#')
  if (did.startsWith('did:key:')) return keyOfDidKey(keyId, issuer)
  if (did !== issuer) return { issuer: found('key-of-another', keyId) }
  if (did !== site.did) return { issuer: found('elsewhere', issuer) }

  const read = await site.read('/.well-known/did.json')
  if (read === 'offline') return { issuer: found('keys-offline', issuer) }
  if (read === 'missing') return { issuer: found('keys-missing', issuer) }
  return keyOfDocument(fieldsOf(read.json), keyId, issuer)
}

/** The key is in the name itself (did:key 0.9, section 3.1); nothing has to be fetched. */
function keyOfDidKey(keyId: string, issuer: string): FoundKey {
  const [did = '', fragment = ''] = keyId.split('#')
  const multibase = did.slice('did:key:'.length)
  const ed25519 = readMultikey('public', multibase)
  if (did !== issuer || fragment !== multibase) return { ed25519, issuer: found('key-of-another', keyId) }
  return { ed25519, issuer: ed25519 ? found('did-key', issuer) : found('elsewhere', issuer) }
}

/** Controlled Identifiers 1.0, section 3.3: id and controller must be the issuer's, the key must be meant for assertions. */
function keyOfDocument(document: Fields, keyId: string, issuer: string): FoundKey {
  const method = listOf(document.verificationMethod)
    .map(fieldsOf)
    .find(({ id }) => id === keyId)
  if (document.id !== issuer || !method || method.controller !== issuer)
    return { issuer: found('key-not-listed', keyId) }

  const key = {
    ed25519: method.type === 'Multikey' ? readMultikey('public', textOf(method.publicKeyMultibase)) : undefined,
    p256: method.type === 'JsonWebKey' ? readJwk(method.publicKeyJwk) : undefined,
  }
  const isMeant = listOf(document.assertionMethod).includes(keyId)
  return { ...key, issuer: isMeant ? found('here', keyId) : found('key-withdrawn', keyId) }
}

export function readJwk(value: unknown): P256Key {
  const { kty, crv, x, y } = fieldsOf(value)
  return { kty: textOf(kty), crv: textOf(crv), x: textOf(x), y: textOf(y) }
}
