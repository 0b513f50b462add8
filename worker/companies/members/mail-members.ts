import type { SQL } from 'drizzle-orm'

import { translator } from '../../../web/messages/translate.ts'
import type { InBoth } from '../../../formats/catalogue/catalogue.ts'
import { queueMailToMany } from '../../mail/queue-mail.ts'
import type { Visit } from '../../visit.ts'

type Kind =
  | 'member-removed'
  | 'restored'
  | 'owner'
  | 'made-owner'
  | 'unmade-owner'
  | 'closing'
  | 'staying'
  | 'company-closed'
  | 'company-reopened'
  | 'merger-offer'

interface MemberMail {
  /** What happened: with the member's id it names the mail. */
  id: string
  kind: Kind
  recipients: SQL
  values: Record<string, string | Date>
}

const day = 24 * 3_600_000

/** The statement that tells members what happened to them; for the batch in which it happened. */
export function mailMembers(
  { db, now, locale }: Pick<Visit, 'db' | 'now' | 'locale'>,
  { id, kind, recipients, values }: MemberMail,
) {
  const words = { sv: wordsOf('sv'), en: wordsOf('en') } satisfies InBoth<object>
  const expiresAt = new Date(now.getTime() + 7 * day)
  return queueMailToMany(db, { kind, id, recipients, words, locale, now, expiresAt })

  function wordsOf(language: 'sv' | 'en') {
    const t = translator(language)
    return { subject: t(`mail.${kind}.subject`, values), text: t(`mail.${kind}.text`, values) }
  }
}
