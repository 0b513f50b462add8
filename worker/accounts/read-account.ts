import type { OwnSession } from '../../web/pages/accounts/session-list.tsx'
import type { UnreachedAddress } from '../../web/pages/accounts/unreached-addresses.tsx'
import { dayInWords, dayOf } from '../../formats/day.ts'
import { inBatch } from '../db/in-batch.ts'
import { selectBounces } from '../mail/store.ts'
import type { SignedInVisit } from '../visit.ts'
import { readDevice } from './device.ts'
import { emailsOf, selectAddresses, selectSessions } from './store.ts'

interface Account {
  addresses: string[]
  /** Those of them that mail does not reach. */
  unreached: UnreachedAddress[]
  sessions: OwnSession[]
}

/** The addresses and sessions of the learner's account, for /me. One round trip. */
export async function readAccount(visit: SignedInVisit): Promise<Account> {
  const { db, learner, locale, now } = visit
  const { addresses, bounces, sessions } = await inBatch(db, {
    addresses: selectAddresses(db, learner.id),
    bounces: selectBounces(db, emailsOf(learner.id)),
    sessions: selectSessions(db, learner.id, now),
  })
  return {
    addresses: addresses.map(({ email }) => email),
    unreached: bounces.map(({ email, kind, day }) => ({ email, kind, day: dayInWords(day, locale) })),
    sessions: sessions.map(({ id, token, device, usedAt }) => ({
      id,
      device: readDevice(device),
      day: dayInWords(dayOf(usedAt), locale),
      isHere: token === learner.sessionToken,
    })),
  }
}
