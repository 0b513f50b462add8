import { credentialsContext, UnknownContext } from '../../credentials/contexts.ts'
import { type Document, isProvenBy, type Proof } from '../../credentials/data-integrity.ts'
import { findKey, type FoundKey } from './find-key.ts'
import { fieldsOf, type Fields, listOf, textOf } from './read-credential.ts'
import type { Site } from './site.ts'
import { type Finding, found } from './verdict.ts'

export interface Signature {
  intact: Finding<'intact'>
  issuer: Finding<'issuer'>
}

/** Whether a document stands as it was signed (Verifiable Credential Data Integrity 1.0, section 4.4), and by whom. */
export async function checkProof(document: Fields, issuer: string, site: Site): Promise<Signature> {
  const { proof: signed, ...bare } = document
  const proofs = listOf(signed).map(fieldsOf)
  const [proof] = proofs
  if (!proof) return pointless(found('no-proof'))
  if (proofs.length > 1) return pointless(found('several-proofs'))
  if (!isOfOurKind(proof)) return pointless(found('proof-kind', textOf(proof.cryptosuite) || textOf(proof.type)))
  if (proof.proofPurpose !== 'assertionMethod') return pointless(found('other-purpose'))
  if (!isPlain(bare, true) || !isPlain(proof, false)) return pointless(found('odd-content'))

  const key = await findKey(textOf(proof.verificationMethod), issuer, site)
  return { intact: await compare(bare as Document, proof as unknown as Proof, key), issuer: key.issuer }
}

const members = new Set(['type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue'])

/** With nothing in it (an end, a domain, a chain of proofs) whose meaning we would pass over. */
function isOfOurKind(proof: Fields): boolean {
  const { type, cryptosuite } = proof
  return (
    type === 'DataIntegrityProof' &&
    cryptosuite === 'eddsa-rdfc-2022' &&
    Object.keys(proof).every((name) => members.has(name))
  )
}

function pointless(intact: Finding<'intact'>): Signature {
  return { intact, issuer: found('issuer-pointless') }
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
    return unknown ? found('unknown-context', unknown) : found('odd-content')
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

/**
 * Whether JSON says only what its statements say: contexts by address, no JSON-LD keyword and no name of a type (both
 * stand in for other names, as `Criteria` for `criteria`), no node named twice. Otherwise a signed document could be written so that it reads differently and proves the same.
 */
function isPlain(value: unknown, isTop: boolean): boolean {
  if (typeof value === 'string') return !value.startsWith('_:')
  if (Array.isArray(value)) return value.every((each) => isPlain(each, false))
  if (typeof value !== 'object' || value === null) return value !== null
  return Object.entries(value).every(([name, each]) => {
    if (name === '@context' && isTop) return isContextList(each)
    return /^[a-z]/.test(name) && isPlain(each, false)
  })
}

function isContextList(value: unknown): boolean {
  return Array.isArray(value) && value[0] === credentialsContext && value.every((each) => typeof each === 'string')
}
