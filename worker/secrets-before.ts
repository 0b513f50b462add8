import { z } from 'zod'

import { longestSessionMs } from './db/guard-session.ts'

/** What SECRET was before it was changed, the newest first, and when each was changed. */
export const SecretsBefore = z.array(z.object({ secret: z.string().min(32), replaced: z.iso.datetime() }))

export type SecretsBefore = z.infer<typeof SecretsBefore>

/** Without those that nothing hangs on any more. */
export function stillOfUse(before: SecretsBefore, now: Date): SecretsBefore {
  return before.filter(({ replaced }) => Date.parse(replaced) + longestSessionMs > now.getTime())
}
