import type { Locale } from '../../formats/catalogue/catalogue.ts'
import type { Settings } from '../env.ts'

/** A mail on its way out. */
export interface OutgoingMail {
  /** With its angle brackets; the same at every try. */
  messageId: string
  to: string
  subject: string
  text: string
  locale: Locale
  at: Date
}

/** A way out of the house. Throws when the mail was not taken; it is then tried again. */
export interface Transport {
  send(mail: OutgoingMail): Promise<void>
}

/** The transport that MAIL_URL names; undefined for `outbox:`, where mails stay to be read until they expire. */
export function transportOf(settings: Pick<Settings, 'MAIL_URL'>): Transport | undefined {
  if (settings.MAIL_URL === 'outbox:') return undefined

  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(settings.MAIL_URL)?.[0] ?? 'a value without a scheme'
  throw new Error(`settings: MAIL_URL begins with ${scheme}, which Navet cannot send through; set outbox:`)
}
