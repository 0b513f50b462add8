import { UnknownContext } from '../../../formats/credentials/contexts.ts'
import { type Document, isProvenBy, type Proof } from '../../../formats/credentials/data-integrity.ts'
import { findKey, type FoundKey } from './find-key.ts'
import { hasOnlyNamedContexts, unreadIn } from './plain-terms.ts'
import { type Fields, isObject, Reader } from './reader.ts'
import type { Site } from './site.ts'
import { type Finding, found, placesIn } from './verdict.ts'

export interface Signature {
  intact: Finding<'intact'>
  issuer: Finding<'issuer'>
  /** The signature was worked out and is that of this key. */
  fits: boolean
}

/**
 * Whether a document stands as it was signed (Verifiable Credential Data Integrity 1.0, section 4.4), and by whom. What
 * is proven are its statements: that they are read as they were meant is for the reader (read-credential.ts).
 */
export async function checkProof(document: Fields, issuer: string, site: Site, now: Date): Promise<Signature> {
  const { proof: signed, ...bare } = document
  const [proof, ...others] = Array.isArray(signed) ? signed : signed == null ? [] : [signed]
  if (proof === undefined) return pointless(found('no-proof'))
  if (others.length > 0) return pointless(found('several-proofs'))
  if (!isObject(proof)) return pointless(found('words-unread', 'proof'))

  const fault = faultOf(new Reader(proof, new Set(), 'proof'), now)
  if (fault) return pointless(fault)
  if (!hasOnlyNamedContexts(bare)) return pointless(found('words-unread', '@context'))

  const key = await findKey(String(proof.verificationMethod), issuer, site)
  const intact = await compare(bare as Document, proof as unknown as Proof, key)
  // The statements are those that were signed, and may still read differently.
  const odd = unreadIn(document)
  const isOdd = intact.reason === 'intact' && odd.size > 0
  const fits = intact.reason === 'intact'
  return { intact: isOdd ? found('words-unread', placesIn(odd)) : intact, issuer: key.issuer, fits }
}

const members = new Set([
  'type',
  'cryptosuite',
  'created',
  'expires',
  'id',
  'verificationMethod',
  'proofPurpose',
  'proofValue',
])

/** Why a proof is not even worked out: of another kind, for something else, over, or with parts (a domain, a chain) whose meaning would be passed over. */
function faultOf(proof: Reader, now: Date): Finding<'intact'> | undefined {
  const [type, suite] = [proof.text('type'), proof.text('cryptosuite')]
  if (type !== 'DataIntegrityProof' || suite !== 'eddsa-rdfc-2022') return found('proof-kind', suite ?? type ?? '')

  const purpose = proof.text('proofPurpose')
  const expires = proof.time('expires')
  proof.time('created')
  proof.text('id')
  proof.text('proofValue')
  if (proof.text('verificationMethod') === undefined) proof.spoil('verificationMethod')
  proof.only(members)
  if (purpose !== undefined && purpose !== 'assertionMethod') return found('other-purpose')
  if (purpose === undefined) proof.spoil('proofPurpose')
  if (expires && expires.at <= now) return found('proof-expired', expires.text)
  return proof.unread.size > 0 ? found('words-unread', placesIn(proof.unread)) : undefined
}

export function pointless(intact: Finding<'intact'>): Signature {
  return { intact, issuer: found('issuer-pointless'), fits: false }
}

async function compare(document: Document, proof: Proof, key: FoundKey): Promise<Finding<'intact'>> {
  if (!key.ed25519) return found('key-out-of-reach', proof.verificationMethod)
  try {
    return (await isProvenBy(document, proof, key.ed25519))
      ? found('intact', proof.verificationMethod)
      : found('changed')
  } catch (error) {
    if (isLackOfBrowser(error)) throw error
    const unknown = unknownContextIn(error)
    return unknown ? found('unknown-context', unknown) : found('words-unread', termIn(error))
  }
}

/** A browser without Ed25519, or a page without https: neither says anything about the badge. */
export function isLackOfBrowser(error: unknown): boolean {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  return name === 'NotSupportedError' || crypto.subtle === undefined
}

/** jsonld wraps what our loader says. */
function unknownContextIn(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    if (cause instanceof UnknownContext) return cause.url
    cause = cause.cause ?? (cause as { details?: { cause?: unknown } }).details?.cause
  }
  return undefined
}

/** The word that no context defines, where jsonld tells it. */
function termIn(error: unknown): string {
  const { details } = error as { details?: { event?: { details?: Fields } } }
  const { property, expandedProperty, type, id, language, value } = details?.event?.details ?? {}
  const word = [property, type, id, language, value, expandedProperty].find((each) => typeof each === 'string')
  return typeof word === 'string' ? word : '@context'
}
