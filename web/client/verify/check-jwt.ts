import { isLackOfBrowser, pointless, type Signature } from './check-proof.ts'
import { findKey, type FoundKey } from './find-key.ts'
import type { Jws } from './read-file.ts'
import type { Claims } from './read-jwt.ts'
import type { Credential } from './read-credential.ts'
import { type Fields, isObject, Reader } from './reader.ts'
import type { Site } from './site.ts'
import { type Finding, found, placesIn } from './verdict.ts'

const headerMembers = new Set(['alg', 'typ', 'cty', 'kid', 'jwk', 'iss'])

/** Whether a VC-JWT stands as it was signed (Open Badges 3.0, section 8.2; RFC 7515), and by whom. */
export async function checkJwt(jws: Jws, claims: Claims, credential: Credential, site: Site): Promise<Signature> {
  const header = new Reader(jws.header, new Set(), 'header')
  const [algorithm = '', kid, jwk] = [header.text('alg'), header.text('kid'), header.fields('jwk')]
  header.only(headerMembers)
  // Without a key of its own kind a signature proves nothing to anybody: `none`, and shared secrets.
  if (algorithm === 'none' || algorithm.startsWith('HS')) return pointless(found('jwt-algorithm', algorithm))
  if (!Object.hasOwn(algorithms, algorithm)) return pointless(found('proof-kind', algorithm))
  if (header.unread.size > 0) return pointless(found('words-unread', placesIn(header.unread)))
  if (!doAgree(claims, credential)) return pointless(found('claims-differ'))

  const key = kid ? await findKey(kid, credential.issuer.id, site) : brought(jwk, credential.issuer.id)
  const intact = await compare(jws, algorithms[algorithm]!, key)
  return { intact, issuer: key.issuer, fits: intact.reason === 'intact' }
}

/** What is said twice must be said alike (section 8.2.4.1). What is said once is read where it stands. */
function doAgree({ iss, jti, sub, nbf, exp }: Claims, { id, issuer, subject, from, until }: Credential): boolean {
  const seconds = (time: Date | undefined) => time && Math.floor(time.getTime() / 1000)
  return (
    (iss ?? issuer.id) === issuer.id &&
    (jti ?? id) === id &&
    (sub ?? subject) === subject &&
    (!nbf || !from || seconds(nbf) === seconds(from.at)) &&
    (!exp || !until || seconds(exp) === seconds(until.at))
  )
}

/** The key it brings along proves that nothing was changed, and nothing of who signed. */
function brought(jwk: Fields | undefined, issuer: string): FoundKey {
  return { jwk, issuer: issuer ? found('own-key', issuer) : found('issuer-unread') }
}

interface Algorithm {
  isKey(jwk: Fields): boolean
  import: { name: string; namedCurve: string } | { name: string; hash: string }
  verify: { name: string } | { name: string; hash: string }
}

/** The two that Open Badges allows (section 8.2.2). */
const algorithms: Record<string, Algorithm> = {
  ES256: {
    isKey: ({ kty, crv }) => kty === 'EC' && crv === 'P-256',
    import: { name: 'ECDSA', namedCurve: 'P-256' },
    verify: { name: 'ECDSA', hash: 'SHA-256' },
  },
  RS256: {
    // 2048 bits are 342 digits of base64url (RFC 7518, section 3.3).
    isKey: ({ kty, n }) => kty === 'RSA' && typeof n === 'string' && n.length >= 342,
    import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verify: { name: 'RSASSA-PKCS1-v1_5' },
  },
}

async function compare(
  { signature, signed }: Jws,
  algorithm: Algorithm,
  { jwk, issuer }: FoundKey,
): Promise<Finding<'intact'>> {
  if (!isObject(jwk) || !algorithm.isKey(jwk)) return found('key-out-of-reach', issuer.detail)
  const { kty, crv, x, y, n, e } = jwk
  try {
    const publicKey = (kty === 'EC' ? { kty, crv, x, y } : { kty, n, e }) as JsonWebKey
    const key = await crypto.subtle.importKey('jwk', publicKey, algorithm.import, false, ['verify'])
    return (await crypto.subtle.verify(algorithm.verify, key, signature, signed)) ? found('intact') : found('changed')
  } catch (error) {
    if (isLackOfBrowser(error)) throw error
    return found('changed')
  }
}
