import { readMultikey } from '../../../formats/credentials/multikey.ts'
import { type Fields, isObject, Reader } from './reader.ts'
import type { Site } from './site.ts'
import { type Finding, found } from './verdict.ts'

/** A key, and what it says of the issuer. Without a key the issuer is all that can be spoken of. */
export interface FoundKey {
  ed25519?: Uint8Array<ArrayBuffer> | undefined
  jwk?: Fields | undefined
  issuer: Finding<'issuer'>
}

/**
 * The key by which `issuer` is said to have signed. A key that is not the issuer's is still given where it can be
 * read, so that "not intact" and "signed by somebody else" stay two answers.
 * @param keyId full id: `did:…#…`
 */
export async function findKey(keyId: string, issuer: string, site: Site): Promise<FoundKey> {
  if (!issuer) return { issuer: found('issuer-unread') }
  const [did = ''] = keyId.split('#')
  if (did.startsWith('did:key:')) return keyOfDidKey(keyId, issuer, site)
  if (did !== issuer) return { issuer: strangerTo(issuer, did, keyId) }
  if (did !== site.did) return { issuer: found('elsewhere', issuer) }

  const read = await site.read('/.well-known/did.json')
  if (read === 'offline') return { issuer: found('keys-offline', issuer) }
  if (read === 'missing' || !isObject(read.json)) return { issuer: found('keys-missing', issuer) }
  return keyOfDocument(new Reader(read.json), keyId, issuer, site)
}

/** Names that are no DIDs say nothing of each other: an issuer's address may list a key anywhere. */
function strangerTo(issuer: string, did: string, keyId: string): Finding<'issuer'> {
  const areDids = issuer.startsWith('did:') && did.startsWith('did:')
  return areDids ? found('key-of-another', keyId) : found('elsewhere', issuer)
}

/**
 * The key is in the name itself (did:key 0.9, section 3.1); nothing has to be fetched. Anybody can make such a name:
 * only one on the site's list says whose it is.
 */
function keyOfDidKey(keyId: string, issuer: string, { issuers }: Site): FoundKey {
  const [did = '', fragment = ''] = keyId.split('#')
  const multibase = did.slice('did:key:'.length)
  const ed25519 = readMultikey('public', multibase)
  if (did !== issuer || fragment !== multibase) return { ed25519, issuer: strangerTo(issuer, did, keyId) }
  if (!ed25519) return { issuer: found('elsewhere', issuer) }
  return { ed25519, issuer: issuers.includes(did) ? found('listed', did) : found('did-key', did) }
}

/** Controlled Identifiers 1.0, section 3.3: id and controller must be the issuer's, the key must be meant for assertions. */
function keyOfDocument(document: Reader, keyId: string, issuer: string, { issuers }: Site): FoundKey {
  const method = document.objects('verificationMethod').find((each) => each.text('id') === keyId)
  const isTheirs = document.text('id') === issuer && method?.text('controller') === issuer
  if (!method || !isTheirs) return { issuer: found('key-not-listed', keyId) }

  const type = method.text('type')
  const key = {
    ed25519: type === 'Multikey' ? readMultikey('public', method.text('publicKeyMultibase') ?? '') : undefined,
    jwk: type === 'JsonWebKey' ? method.fields('publicKeyJwk') : undefined,
  }
  // A key that ends, or has ended, is in no document of ours: what says so is not passed over.
  const isOver = method.has('revoked') || method.has('expires')
  const isMeant = document.texts('assertionMethod').includes(keyId) && !isOver
  if (!isMeant) return { ...key, issuer: found('key-withdrawn', keyId) }
  return { ...key, issuer: issuers.includes(issuer) ? found('here', keyId) : found('elsewhere', issuer) }
}
