import { translator } from '../../web/messages/translate.ts'
import { tellAddresses, type Told } from '../accounts/tell-addresses.ts'
import { erasure } from './erasure.ts'

/**
 * Erases an account with everything in it and puts the last mail to its addresses into the outbox, in one batch.
 * Companies are told, badges said to be revoked and mails sent by whoever calls, or else by the scheduled run.
 */
export async function eraseAndTell(
  leaving: Told,
  { whos, text }: { whos: readonly string[] | undefined; text: 'mail.erased.text' | 'mail.erased.letter' },
): Promise<void> {
  const { db, learner, locale, now } = leaving
  const t = translator(locale)
  const farewell = tellAddresses(leaving, {
    kind: 'erased',
    subject: t('mail.erased.subject'),
    text: t(text),
    isLast: true,
  })
  await db.batch(erasure(db, { learner: learner.id, whos, farewell: [farewell], now }))
}
