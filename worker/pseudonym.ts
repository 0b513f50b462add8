const keys = new Map<string, Promise<CryptoKey>>()

type Purpose =
  | 'log'
  | 'who'
  | 'browser'
  | 'source'
  | 'code'
  | 'link'
  | 'return'
  | 'answer'
  | 'merger'
  | 'off'
  | 'token'
  | 'settings'
  | 'card'
  | 'card-code'
  | 'challenge'

/**
 * A name for somebody or something that leads back to nothing without SECRET, and is another one for each purpose.
 * @returns 32 hexadecimal digits
 */
export async function pseudonymOf(secret: string, purpose: Purpose, named: string): Promise<string> {
  const encoder = new TextEncoder()
  const key = keys.get(secret) ?? importKey(new Uint8Array(encoder.encode(secret)))
  keys.set(secret, key)
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(`${purpose} ${named}`)))
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}
