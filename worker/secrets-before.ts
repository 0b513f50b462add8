import { z } from 'zod'

import { longestSessionMs } from './db/guard-session.ts'

export const shortestSecret = 32
/** Each is tried where those before it miss. */
export const mostSecrets = 20
/** Clocks of two machines may differ. */
const clocksDifferMs = 3_600_000

/** What SECRET was before it was changed, the newest first, and when each was changed. */
export const SecretsBefore = z
  .array(z.object({ secret: z.string().min(shortestSecret), replaced: z.iso.datetime() }))
  .max(mostSecrets)

export type SecretsBefore = z.infer<typeof SecretsBefore>

/** One that was changed on a day to come would hold for as much longer: it does not hold at all. */
export function hasCome({ replaced }: SecretsBefore[number], now: Date): boolean {
  return Date.parse(replaced) <= now.getTime() + clocksDifferMs
}

/** Without those that nothing hangs on any more. */
export function stillOfUse(before: SecretsBefore, now: Date): SecretsBefore {
  return before.filter(({ replaced }) => Date.parse(replaced) + longestSessionMs > now.getTime())
}
