import { isLackOfBrowser, type Signature } from './check-proof.ts'
import { findKey, type FoundKey, readJwk } from './find-key.ts'
import { type Credential, textOf } from './read-credential.ts'
import type { Jws } from './read-file.ts'
import type { Site } from './site.ts'
import { type Finding, found } from './verdict.ts'

/** Whether a VC-JWT stands as it was signed (Open Badges 3.0, section 8.2; RFC 7515), and by whom. */
export async function checkJwt(jws: Jws, credential: Credential, site: Site): Promise<Signature> {
  const { header } = jws
  const algorithm = textOf(header.alg)
  // Of the two that Open Badges allows, RS256 is nobody's whose keys we know.
  if (algorithm === 'RS256') return pointless(found('proof-kind', algorithm))
  if (algorithm !== 'ES256' || header.crit !== undefined || header.b64 !== undefined) {
    return pointless(found('jwt-algorithm', algorithm))
  }
  if (!claimsAgree(jws.payload, credential)) return pointless(found('claims-differ'))

  const key = await keyOf(header, credential.issuer.id, site)
  return { intact: await compare(jws, key), issuer: key.issuer }
}

function pointless(intact: Finding<'intact'>): Signature {
  return { intact, issuer: found('issuer-pointless') }
}

/** What is said twice must be said alike (section 8.2.4.1). */
function claimsAgree({ iss, jti, sub, nbf }: Record<string, unknown>, credential: Credential): boolean {
  const from = Math.floor(Date.parse(credential.validFrom) / 1000)
  return (
    iss === credential.issuer.id &&
    (jti ?? credential.id) === credential.id &&
    (sub ?? credential.subject) === credential.subject &&
    (nbf ?? from) === from
  )
}

/** By its id; or the one it brings along, which proves that nothing was changed, and nothing of who signed. */
async function keyOf(header: Record<string, unknown>, issuer: string, site: Site): Promise<FoundKey> {
  const kid = textOf(header.kid)
  if (kid) return findKey(kid, issuer, site)
  return { p256: readJwk(header.jwk), issuer: found('own-key', issuer) }
}

async function compare({ signature, signed }: Jws, { p256, issuer }: FoundKey): Promise<Finding<'intact'>> {
  if (p256?.kty !== 'EC' || p256.crv !== 'P-256') return found('key-out-of-reach', issuer.detail)
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  try {
    const key = await crypto.subtle.importKey('jwk', p256, algorithm, false, ['verify'])
    return (await crypto.subtle.verify(algorithm, key, signature, signed)) ? found('intact') : found('changed')
  } catch (error) {
    if (isLackOfBrowser(error)) throw error
    return found('changed')
  }
}
