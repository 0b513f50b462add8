import { didKeyOf } from '../../formats/credentials/multikey.ts'
import type { Settings } from '../env.ts'
import { activeKey, type SigningKey, type SigningKeys } from './signing-keys.ts'

export interface Issuer {
  did: string
  name: string
  url: string
  /** Without https nobody can look the keys up: what is issued is a demo and says so. */
  isDemo: boolean
}

export const demoNotice = { sv: 'Demo, inte utfärdat av hubben', en: 'Demo, not issued by the hub' } as const

/**
 * Who issues at this address: `did:web` of an https host, otherwise the `did:key` of the signing key (did:web 1.0 asks
 * for https and excludes IP addresses).
 */
export function issuerOf(settings: { BASE_URL: string; ISSUER_NAME: string }, key: SigningKey): Issuer {
  const { protocol, host, hostname, origin } = new URL(settings.BASE_URL)
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  if (protocol === 'https:' && !isAddress) {
    return { did: `did:web:${host.replace(':', '%3A')}`, name: settings.ISSUER_NAME, url: origin, isDemo: false }
  }
  const { did } = didKeyOf(key.ed25519.publicKeyMultibase)
  return { did, name: `${settings.ISSUER_NAME} (${demoNotice.sv} / ${demoNotice.en})`, url: origin, isDemo: true }
}

/** Undefined where there are no keys: then nothing is issued. */
export function currentIssuer(
  settings: Pick<Settings, 'BASE_URL' | 'ISSUER_NAME' | 'SIGNING_KEYS'>,
): Issuer | undefined {
  const key = settings.SIGNING_KEYS && activeKey(settings.SIGNING_KEYS)
  return key && issuerOf(settings, key)
}

/**
 * Whose badges our verifier says yes to: our own names first, with those that a demo's earlier keys were, then the
 * issuers that this installation was told to accept.
 */
export function acceptedIssuers(
  settings: Pick<Settings, 'BASE_URL' | 'ISSUER_NAME' | 'SIGNING_KEYS' | 'TRUSTED_ISSUERS'>,
): string[] {
  const own = settings.SIGNING_KEYS?.keys.map((key) => issuerOf(settings, key).did) ?? []
  return [...new Set([...own, ...settings.TRUSTED_ISSUERS])]
}

/** A demo's picture says that it is one. */
export function pictureName(settings: Settings, picture: string): string {
  return currentIssuer(settings)?.isDemo === false ? picture : `demo-${picture}`
}

/** The full id of the key of a Data Integrity proof. */
export function proofKeyId(issuer: Issuer, key: SigningKey): string {
  return issuer.isDemo ? didKeyOf(key.ed25519.publicKeyMultibase).keyId : `${issuer.did}#${key.id}`
}

/** The full id of the key of a JWT; a did:key has no second key, so that the JWT carries its own. */
export function jwtKeyId(issuer: Issuer, key: SigningKey): string | undefined {
  return issuer.isDemo ? undefined : `${issuer.did}#${key.id}-jwt`
}

/**
 * The did:web document with every key that may still verify (Controlled Identifiers 1.0; badges.md, traps 5 and 7):
 * a key that is left out here fails all it ever signed.
 */
export function didDocument(issuer: Issuer, { keys }: SigningKeys) {
  const methods = keys.flatMap((key) => [
    {
      id: proofKeyId(issuer, key),
      type: 'Multikey',
      controller: issuer.did,
      publicKeyMultibase: key.ed25519.publicKeyMultibase,
    },
    { id: jwtKeyId(issuer, key)!, type: 'JsonWebKey', controller: issuer.did, publicKeyJwk: publicJwk(key) },
  ])
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: issuer.did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}

export function publicJwk({ p256: { kty, crv, x, y } }: SigningKey) {
  return { kty, crv, x, y }
}
