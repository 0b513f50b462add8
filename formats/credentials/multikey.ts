import { decode, encode } from 'base58-universal'

/** Multicodec prefixes of Controlled Identifiers 1.0, section 2.2.2 (Multikey). */
const codec = { public: [0xed, 0x01], secret: [0x80, 0x26] } as const

type Kind = keyof typeof codec

/** An Ed25519 key of 32 bytes as Multikey text: `z6Mk…` for a public key, `z3u2…` for a secret one. */
export function writeMultikey(kind: Kind, key: Uint8Array): string {
  const bytes = new Uint8Array(34)
  bytes.set(codec[kind])
  bytes.set(key, 2)
  return `z${encode(bytes)}`
}

/** The 32 bytes of an Ed25519 key, or undefined for anything else. */
export function readMultikey(kind: Kind, text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{40,50}$/.test(text)) return undefined
  const bytes = Uint8Array.from(decode(text.slice(1)))
  const [first, second] = codec[kind]
  return bytes.length === 34 && bytes[0] === first && bytes[1] === second ? bytes.slice(2) : undefined
}

/** The did:key of an Ed25519 Multikey, and the id of its only key. */
export function didKeyOf(publicKeyMultibase: string) {
  const did = `did:key:${publicKeyMultibase}`
  return { did, keyId: `${did}#${publicKeyMultibase}` }
}
