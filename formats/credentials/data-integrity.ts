import { decode, encode } from 'base58-universal'
import jsonld from 'jsonld'

import { loadContext } from './contexts.ts'

/** A JSON object with contexts, as signed and as served. */
export interface Document {
  '@context': unknown
  [name: string]: unknown
}

export interface Proof {
  type: 'DataIntegrityProof'
  cryptosuite: 'eddsa-rdfc-2022'
  /** XML Schema dateTime. */
  created: string
  /** The full id of the key: `did…#…`. */
  verificationMethod: string
  proofPurpose: 'assertionMethod'
  /** `z` and the base58btc of 64 bytes. */
  proofValue: string
}

type LoadDocument = typeof loadContext
type Signer = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

/**
 * Signs a document with `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.1).
 * @param sign makes the 64 bytes of an Ed25519 signature
 * @throws UnknownContext, or jsonld's error for a term that no context defines (safe mode): it would be signed by nobody
 */
export async function makeProof(
  document: Document,
  options: Pick<Proof, 'created' | 'verificationMethod'>,
  sign: Signer,
  load: LoadDocument = loadContext,
): Promise<Proof> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: options.created,
    verificationMethod: options.verificationMethod,
    proofPurpose: 'assertionMethod',
  } as const
  const signature = await sign(await bytesToSign(document, proof, load))
  return { ...proof, proofValue: `z${encode(signature)}` }
}

/**
 * Whether the proof was made over this document by this key (section 3.3.2). Who owns the key is another question.
 * @param document without its proof
 * @param publicKey 32 bytes
 * @throws UnknownContext, or jsonld's error for a term that no context defines
 */
export async function isProvenBy(
  document: Document,
  proof: Proof,
  publicKey: Uint8Array<ArrayBuffer>,
  load: LoadDocument = loadContext,
): Promise<boolean> {
  const signature = readProofValue(proof.proofValue)
  if (!signature) return false

  const { proofValue: _, ...options } = proof
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, await bytesToSign(document, options, load))
}

function readProofValue(proofValue: string): Uint8Array<ArrayBuffer> | undefined {
  // 64 bytes are at most 88 base58 digits; decoding takes time with the square of the length.
  if (!/^z[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(proofValue)) return undefined
  const bytes = Uint8Array.from(decode(proofValue.slice(1)))
  return bytes.length === 64 ? bytes : undefined
}

async function bytesToSign(document: Document, options: object, load: LoadDocument): Promise<Uint8Array<ArrayBuffer>> {
  const optionsHash = await canonicalHash({ '@context': document['@context'], ...options }, load)
  const documentHash = await canonicalHash(document, load)
  const bytes = new Uint8Array(64)
  bytes.set(optionsHash)
  bytes.set(documentHash, 32)
  return bytes
}

async function canonicalHash(document: object, load: LoadDocument): Promise<Uint8Array> {
  const canonical = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader: load,
  })
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical)))
}
