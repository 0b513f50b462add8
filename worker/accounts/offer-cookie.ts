import type { Settings } from '../env.ts'
import { cookiePrefix } from './session-cookies.ts'
import { whoIn, whoOf } from './who.ts'

const yearSeconds = 365 * 24 * 3600

/** Whether whoever is signed in here has said no to a second way in: they are asked once. */
export function isOfferDeclined(headers: Headers, settings: Settings): boolean {
  const who = whoIn(headers, settings)
  return who !== undefined && (headers.get('cookie') ?? '').split(/; */).includes(`${nameOf(settings)}=${who}`)
}

/** Remembers the no, for this person in this browser. */
export async function declinedCookie(settings: Settings, learner: string): Promise<string> {
  const secure = settings.BASE_URL.startsWith('https://') ? '; Secure' : ''
  return `${nameOf(settings)}=${await whoOf(settings, learner)}; Max-Age=${yearSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}

function nameOf(settings: Settings): string {
  return `${cookiePrefix(settings)}.one-way`
}
