declare module 'base58-universal' {
  /** Digits of the Bitcoin alphabet. */
  export function encode(bytes: Uint8Array): string
  /** Throws for anything else. */
  export function decode(text: string): Uint8Array
}

declare module 'jsonld' {
  interface CanonizeOptions {
    algorithm: 'RDFC-1.0'
    format: 'application/n-quads'
    /** Refuse terms that no context defines, instead of dropping them. */
    safe: true
    documentLoader(url: string): Promise<{ documentUrl: string; contextUrl: undefined; document: object }>
  }
  const jsonld: { canonize(document: object, options: CanonizeOptions): Promise<string> }
  export default jsonld
}
