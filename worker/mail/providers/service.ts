import { z } from 'zod'

import { outcomeOfStatus, type Provider } from '../http-transport.ts'

/** What a service says of a mail that it will never take. */
const Refused = z.object({ refused: z.enum(['mailbox', 'content']) })

/**
 * A service that speaks our own JSON (docs/operate.md, "A service of your own"): for a provider nobody has written an
 * adapter for, and for a house that has its own way out.
 */
export function service(url: string, token: string | undefined): Provider {
  return {
    request: ({ id, ...mail }) => ({
      url,
      headers: { 'idempotency-key': id, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: { id, ...mail },
    }),
    outcomeOf(status, body) {
      const said = status === 422 ? Refused.safeParse(body) : undefined
      return said?.success ? { kind: 'refused', reason: said.data.refused } : outcomeOfStatus(status)
    },
  }
}
