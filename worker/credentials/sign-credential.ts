import { importJWK, SignJWT } from 'jose'
import * as base64url from 'jose/base64url'

import { type Document, makeProof } from '../../formats/credentials/data-integrity.ts'
import { readMultikey } from '../../formats/credentials/multikey.ts'
import { type Issuer, jwtKeyId, proofKeyId, publicJwk } from './issuer.ts'
import type { SigningKey } from './signing-keys.ts'

export interface SignedCredential {
  /** The bytes that are stored and served: compact, the proof in an array (badges.md, trap 1). */
  json: string
  /** The same claims as a VC-JWT with ES256. */
  jwt: string
}

/**
 * Signs a credential both ways. `created` is the credential's own validFrom: signing again gives the same proof.
 * @throws an Error where the key has no secret, and what makeProof throws
 */
export async function signCredential(document: Document, issuer: Issuer, key: SigningKey): Promise<SignedCredential> {
  return { json: await signDocument(document, issuer, key), jwt: await signJwt(document, issuer, key) }
}

/** Any credential of ours, as JSON with its Data Integrity proof. */
export async function signDocument(document: Document, issuer: Issuer, key: SigningKey): Promise<string> {
  const secret = await importEd25519(key)
  const proof = await makeProof(
    document,
    { created: String(document.validFrom), verificationMethod: proofKeyId(issuer, key) },
    async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', secret, bytes)),
  )
  return JSON.stringify({ ...document, proof: [proof] })
}

/** Open Badges 3.0, section 8.2.4: no `vc` wrapper, `iss`, `jti`, `nbf` and `sub` beside the credential's own members. */
async function signJwt(document: Document, issuer: Issuer, key: SigningKey): Promise<string> {
  const kid = jwtKeyId(issuer, key)
  const subject = document.credentialSubject as { id: string }
  return new SignJWT({ ...document })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...(kid ? { kid } : { jwk: publicJwk(key) }) })
    .setIssuer(issuer.did)
    .setJti(String(document.id))
    .setNotBefore(new Date(String(document.validFrom)))
    .setSubject(subject.id)
    .sign(await importP256(key))
}

async function importP256({ id, p256: { d, ...rest } }: SigningKey) {
  if (!d) throw new Error(`${id} has no P-256 secret`)
  return importJWK({ ...rest, d }, 'ES256')
}

const imported = new WeakMap<SigningKey, Promise<CryptoKey>>()

function importEd25519(key: SigningKey): Promise<CryptoKey> {
  const known = imported.get(key)
  if (known) return known

  const { publicKeyMultibase, secretKeyMultibase = '' } = key.ed25519
  const x = readMultikey('public', publicKeyMultibase)
  const d = readMultikey('secret', secretKeyMultibase)
  if (!x || !d) throw new Error(`${key.id} has no Ed25519 secret`)

  const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url.encode(x), d: base64url.encode(d) }
  const promise = crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign'])
  imported.set(key, promise)
  return promise
}
