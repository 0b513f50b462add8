const encoder = new TextEncoder()
const keys = new Map<string, Promise<CryptoKey>>()

/** HMAC-SHA-256 with the server's secret: six digits, or a network's address, cannot be found by trying them all. */
export async function keyedHash(secret: string, ...parts: string[]): Promise<string> {
  const hash = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(parts.join('\n')))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = keys.get(secret) ?? crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  keys.set(secret, key)
  return key
}
