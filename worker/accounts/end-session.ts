import type { Settings } from '../env.ts'
import { choiceCookies } from '../http/choice-cookies.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { cookiePrefix } from './session-cookies.ts'
import { deleteOneSession, deleteOtherSessions, deleteSession, deleteSessions } from './store.ts'

/** Ends this browser's session. */
export async function endSession({ db, learner }: Visit): Promise<void> {
  if (learner) await deleteSession(db, learner.sessionToken)
}

/** Ends the learner's sessions everywhere; other devices' cookie caches hold for five minutes more at most. */
export async function endAllSessions({ db, learner }: SignedInVisit): Promise<void> {
  await deleteSessions(db, learner.id)
}

/** Ends the learner's sessions on every other device. */
export async function endOtherSessions({ db, learner }: SignedInVisit): Promise<void> {
  await deleteOtherSessions(db, learner.id, learner.sessionToken)
}

/** Ends one session of the learner's by its id, as /me lists it; one that is over already is no error. */
export async function endOneSession({ db, learner }: SignedInVisit, id: string): Promise<void> {
  await deleteOneSession(db, learner.id, id)
}

/** `Set-Cookie` values that make the browser forget the session, and with `andWho` whose it was, what it asked for and what was chosen. */
export function forgetfulCookies(settings: Settings, { andWho } = { andWho: true }): string[] {
  const secure = settings.BASE_URL.startsWith('https://') ? '; Secure' : ''
  const ofSession = ['session_token', 'session_data', 'dont_remember', ...(andWho ? ['who', 'browser', 'merger'] : [])]
  return [
    ...ofSession.map((name) => `${cookiePrefix(settings)}.${name}`),
    ...(andWho ? Object.values(choiceCookies) : []),
  ].map((name) => `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`)
}
