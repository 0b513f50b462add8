import { parseSigned, serializeSigned } from 'hono/utils/cookie'

import type { Settings } from '../env.ts'
import { formerSecrets } from '../former-secrets.ts'

/**
 * A session's cookie that a former SECRET signed, signed with SECRET. Hono signs cookies as better-auth does.
 * @param value the cookie's value as it came
 * @returns the value as it should be; undefined for what no former SECRET signed that still holds for sessions
 */
export async function signedAnew(value: string, settings: Settings, now: Date): Promise<string | undefined> {
  const read = formerSecrets(settings, 'a-session', now).map((secret) =>
    parseSigned(`session=${value}`, secret, 'session'),
  )
  const token = (await Promise.all(read)).map(({ session }) => session).find(Boolean)
  if (!token) return undefined
  const [cookie = ''] = (await serializeSigned('session', token, settings.SECRET)).split(';')
  return cookie.slice('session='.length)
}
