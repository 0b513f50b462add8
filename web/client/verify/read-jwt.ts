import { credentialsContextV1 } from '../../../formats/credentials/contexts.ts'
import { type Fields, isObject, Reader } from './reader.ts'

/** The registered claims of a VC-JWT (RFC 7519, section 4.1). */
export interface Claims {
  iss?: string | undefined
  sub?: string | undefined
  jti?: string | undefined
  nbf?: Date | undefined
  exp?: Date | undefined
  iat?: Date | undefined
}

const registered = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat']

/**
 * A VC-JWT's claims and its credential: the payload itself, or its `vc` (VC data model 1.1, section 6.3.1), of which
 * what stands in a claim may be left out. `unread` are the claims that are not understood.
 */
export function readJwt(payload: Fields): { claims: Claims; document: Fields; unread: Set<string> } {
  const reader = new Reader(payload)
  const claims = {
    iss: reader.text('iss'),
    sub: reader.text('sub'),
    jti: reader.text('jti'),
    nbf: reader.seconds('nbf'),
    exp: reader.seconds('exp'),
    iat: reader.seconds('iat'),
  }
  const rest = Object.fromEntries(Object.entries(payload).filter(([name]) => !registered.includes(name)))
  const inner = reader.fields('vc')
  if (!inner) return { claims, document: rest, unread: reader.unread }

  reader.only(new Set([...registered, 'vc']))
  return { claims, document: filledIn(inner, claims), unread: reader.unread }
}

function filledIn(inner: Fields, { iss, jti, sub, nbf, exp }: Claims): Fields {
  const [first] = [inner['@context']].flat()
  const isV1 = first === credentialsContextV1
  const subject = inner.credentialSubject
  return {
    ...(iss === undefined ? {} : { issuer: iss }),
    ...(jti === undefined ? {} : { id: jti }),
    ...(nbf ? { [isV1 ? 'issuanceDate' : 'validFrom']: nbf.toISOString() } : {}),
    ...(exp ? { [isV1 ? 'expirationDate' : 'validUntil']: exp.toISOString() } : {}),
    ...inner,
    ...(sub !== undefined && isObject(subject) ? { credentialSubject: { id: sub, ...subject } } : {}),
  }
}
