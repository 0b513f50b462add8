import type { users } from '../db/schema/accounts.ts'
import { logEvent } from '../log.ts'
import type { Visit } from '../visit.ts'
import { deviceOf, writeDevice } from './device.ts'
import { deleteSession } from './store.ts'

export type SignedIn = { setCookies: string[] }

/** The cookies of a new session. Whoever was signed in here before is not any more. */
export async function openSession(visit: Visit, user: typeof users.$inferSelect | undefined): Promise<SignedIn> {
  if (!user) throw new Error('a way in was used and opened no account')

  const setCookies = await newSession(visit, user)
  if (visit.learner) visit.later(deleteSession(visit.db, visit.learner.sessionToken).run())
  return { setCookies }
}

/** The cookies of a new session of an account. */
export async function newSession(visit: Visit, user: typeof users.$inferSelect): Promise<string[]> {
  const { authOf } = await import('./auth.ts')
  const { headers } = await authOf(visit.bindings).api.openSession({
    body: { user },
    headers: new Headers({ 'user-agent': writeDevice(deviceOf(visit.headers.get('user-agent') ?? '')) }),
    returnHeaders: true,
  })
  logEvent(visit, 'signed-in', { learner: user.id })
  return headers.getSetCookie()
}
