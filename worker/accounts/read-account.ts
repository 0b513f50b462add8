import type { OwnSession } from '../../web/pages/accounts/session-list.tsx'
import { dayInWords, dayOf } from '../../formats/day.ts'
import type { SignedInVisit } from '../visit.ts'
import { readDevice } from './device.ts'
import { selectAddresses, selectSessions } from './store.ts'

/** The addresses and sessions of the learner's account, for /me. One round trip. */
export async function readAccount(visit: SignedInVisit): Promise<{ addresses: string[]; sessions: OwnSession[] }> {
  const { db, learner, locale, now } = visit
  const [addresses, sessions] = await db.batch([selectAddresses(db, learner.id), selectSessions(db, learner.id, now)])
  return {
    addresses: addresses.map(({ email }) => email),
    sessions: sessions.map(({ id, token, device, usedAt }) => ({
      id,
      device: readDevice(device),
      day: dayInWords(dayOf(usedAt), locale),
      isHere: token === learner.sessionToken,
    })),
  }
}
