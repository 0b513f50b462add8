import { z } from 'zod'

const Mailbox = z.object({ name: z.string(), email: z.string() })

/** A mail on its way out, as it is handed to whoever carries it. */
export const OutgoingMail = z.object({
  /** The same at every try: who is handed it twice can know. */
  id: z.string(),
  /** With its angle brackets, made of the id. */
  messageId: z.string(),
  lane: z.enum(['codes', 'notices', 'letters']),
  from: Mailbox,
  replyTo: z.string().optional(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Further header fields. */
  headers: z.record(z.string(), z.string()),
  /** When it was written, ISO 8601. */
  at: z.string(),
})
export type OutgoingMail = z.infer<typeof OutgoingMail>

/** Why a mail was not taken, in words of ours: they may stand in a log. */
const laterReasons = [
  /** User and password, or the key, do not hold. */
  'auth',
  /** No safe connection, or none that is trusted. */
  'tls',
  'connection',
  'timeout',
  /** Nobody was free to take it; nothing was tried. */
  'busy',
  /** The server asks to come again: greylisting, a full mailbox, its own trouble. */
  'deferred',
  /** The server does not send for this sender, or not to there. */
  'sender',
  /** So many may not be sent now. */
  'limit',
  'unknown',
] as const

/** Never: there is no such mailbox, or the mail itself is not wanted. */
const refusedReasons = ['mailbox', 'content'] as const

export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent') }),
  z.object({ kind: z.literal('later'), reason: z.enum(laterReasons) }),
  z.object({ kind: z.literal('refused'), reason: z.enum(refusedReasons) }),
])
export type Outcome = z.infer<typeof Outcome>
export type LaterReason = (typeof laterReasons)[number]

/** A way out of the house. What it throws is "later". */
export interface Transport {
  send(mail: OutgoingMail): Promise<Outcome>
}
