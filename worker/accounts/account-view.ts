import type { OwnSession } from '../../web/pages/accounts/session-list.tsx'
import { dayInWords, dayOf } from '../../formats/day.ts'
import type { SignedInVisit } from '../visit.ts'
import { readDevice } from './device.ts'
import type { selectAddresses, selectSessions } from './store.ts'

interface AccountRows {
  addresses: Awaited<ReturnType<typeof selectAddresses>>
  sessions: Awaited<ReturnType<typeof selectSessions>>
}

/** The addresses of the learner's account, and where it is signed in. */
export function accountView(
  { addresses, sessions }: AccountRows,
  { learner, locale }: Pick<SignedInVisit, 'learner' | 'locale'>,
): { addresses: string[]; sessions: OwnSession[] } {
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
