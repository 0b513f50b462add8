import { pseudonymOf } from '../pseudonym.ts'

/**
 * Whether an Authorization header shows a token. The scheme's name is in any case, one space or more after it (RFC 9110,
 * 11.1 and 11.4). Keyed hashes are compared: how long that takes tells nothing of the token.
 */
export async function bearsToken(header: string | undefined, token: string, secret: string): Promise<boolean> {
  const shown = /^bearer +(.+)$/i.exec(header ?? '')?.[1]
  if (shown === undefined) return false
  const [given, wanted] = await Promise.all([shown, token].map((text) => pseudonymOf(secret, 'token', text)))
  return given === wanted
}
