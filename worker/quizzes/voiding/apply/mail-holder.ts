import { holderOf } from '../../../badges/since/store.ts'
import type { InBoth } from '../../../../formats/catalogue/catalogue.ts'
import { queueMailToMany } from '../../../mail/queue-mail.ts'
import { voidingWords } from '../../../../web/messages/voiding.ts'
import type { Voiding } from './voiding.ts'

const expiresAfterMs = 30 * 24 * 3_600_000

interface Won {
  /** The award's id; nobody is mailed where the batch has not made it. */
  award: string
  badge: InBoth<string>
  at: Date
  reasons: readonly InBoth<string>[]
}

/** The statement that tells somebody of a badge they got since a question was voided. */
export function mailHolder({ db, now }: Pick<Voiding, 'db' | 'now'>, { award, badge, at, reasons }: Won) {
  return queueMailToMany(db, {
    kind: 'question-voided',
    id: 'voided',
    recipients: holderOf(award),
    words: { sv: wordsOf('sv'), en: wordsOf('en') },
    locale: 'sv',
    now,
    expiresAt: new Date(now.getTime() + expiresAfterMs),
  })

  function wordsOf(locale: 'sv' | 'en') {
    const t = voidingWords(locale)
    const reason = reasons.map((each) => each[locale]).join(' ')
    const values = { badge: badge[locale], day: at, reason }
    return {
      subject: t('mail.question-voided.subject', values),
      text: t('mail.question-voided.text', values),
    }
  }
}
