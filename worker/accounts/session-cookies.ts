import type { Settings } from '../env.ts'

export const cacheSeconds = 5 * 60
export const sessionSeconds = 30 * 24 * 60 * 60

/** `__Host-` binds the cookie to this host and to https; browsers refuse it on plain http. */
export function cookiePrefix(settings: Settings): string {
  return settings.BASE_URL.startsWith('https://') ? '__Host-navet' : 'navet'
}
