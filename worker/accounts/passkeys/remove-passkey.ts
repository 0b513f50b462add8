import { lateWords } from '../../../web/messages/late.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import type { SignedInVisit } from '../../visit.ts'
import { isJustDone } from '../store.ts'
import { tellAddresses } from '../tell-addresses.ts'
import { deletePasskey } from './store.ts'

/** Takes a passkey from the account; every address is told. `last`: it is the only way in, and stays. */
export async function removePasskey(visit: SignedInVisit, id: string): Promise<'removed' | 'last'> {
  const { db, learner, locale } = visit
  const t = lateWords(locale)
  const { removed } = await inBatch(db, {
    removed: deletePasskey(db, learner.id, id),
    told: tellAddresses(visit, {
      kind: 'passkey-removed',
      subject: t('mail.passkey-removed.subject'),
      text: t('mail.passkey-removed.text'),
      where: isJustDone,
    }),
  })
  if (removed.length === 0) return 'last'
  logEvent(visit, 'passkey-removed', { learner: learner.id })
  visit.later(sendMails(visit))
  return 'removed'
}
