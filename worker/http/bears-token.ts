import { pseudonymOf } from '../pseudonym.ts'

/** Whether an Authorization header shows a token. Keyed hashes are compared: how long that takes tells nothing of the token. */
export async function bearsToken(header: string | undefined, token: string, secret: string): Promise<boolean> {
  const [given, wanted] = await Promise.all(
    [header ?? '', `Bearer ${token}`].map((text) => pseudonymOf(secret, 'token', text)),
  )
  return given === wanted
}
