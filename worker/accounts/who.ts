import type { Settings } from '../env.ts'
import { formerSecrets } from '../former-secrets.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { cookiePrefix, sessionSeconds } from './session-cookies.ts'

/** By learner, so that a page costs a look-up and no signature. */
const knownUnder = new WeakMap<Settings, Map<string, string>>()
const mostKnown = 2000

/** Who a browser belonged to last, as a pseudonym that outlives the session: what was typed too late is kept for them. */
export async function whoOf(settings: Settings, learner: string): Promise<string> {
  const known = knownUnder.get(settings) ?? new Map<string, string>()
  knownUnder.set(settings, known)
  const found = known.get(learner)
  if (found) return found

  const who = await pseudonymOf(settings.SECRET, 'who', learner)
  if (known.size >= mostKnown) known.clear()
  known.set(learner, who)
  return who
}

/** The same, and the pseudonyms that a browser may still hold from before SECRET was changed. */
export async function whosOf(settings: Settings, learner: string, now: Date): Promise<string[]> {
  const former = formerSecrets(settings, 'a-day', now).map((secret) => pseudonymOf(secret, 'who', learner))
  return [await whoOf(settings, learner), ...(await Promise.all(former))]
}

/** The pseudonym that the browser's cookie holds. */
export function whoIn(headers: Headers, settings: Settings): string | undefined {
  const start = `${cookiePrefix(settings)}.who=`
  const pair = headers
    .get('cookie')
    ?.split(/; */)
    .find((part) => part.startsWith(start))
  const who = pair?.slice(start.length)
  return who && /^[0-9a-f]{32}$/.test(who) ? who : undefined
}

export function whoCookie(settings: Settings, who: string): string {
  const secure = settings.BASE_URL.startsWith('https://') ? '; Secure' : ''
  return `${cookiePrefix(settings)}.who=${who}; Max-Age=${sessionSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`
}
