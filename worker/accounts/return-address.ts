import { inBatch } from '../db/in-batch.ts'
import { translator } from '../../web/messages/translate.ts'
import { queueMails } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import type { Visit } from '../visit.ts'
import { pseudonymOf } from '../pseudonym.ts'
import { returnUntil } from './rules.ts'
import {
  deleteReturned,
  emailsOfReturned,
  recordReturn,
  selectOwner,
  selectRemoved,
  endSessionsOfReturned,
} from './store.ts'

/** The address that a mailed way back would put back; undefined when it leads nowhere any more. */
export async function readReturn(visit: Visit, secret: string): Promise<string | undefined> {
  const [removed] = await selectRemoved(visit.db, await hashOf(visit, secret), visit.now)
  return removed?.email
}

/**
 * Puts a removed address back, for whoever reads its mail, and ends every session of the account: somebody was in it
 * who should not have been. `taken`: it signs in to another account by now.
 */
export async function returnAddress(
  visit: Visit,
  secret: string,
): Promise<{ kind: 'returned'; learner: string } | { kind: 'taken' | 'gone' }> {
  const { db, now, locale } = visit
  const t = translator(locale)
  const hash = await hashOf(visit, secret)
  const [removed] = await selectRemoved(db, hash, now)
  if (!removed) return { kind: 'gone' }

  const { owners } = await inBatch(db, {
    returned: recordReturn(db, hash, now),
    sessionsEnded: endSessionsOfReturned(db, hash),
    told: queueMails(db, {
      kind: 'returned',
      recipients: emailsOfReturned(hash),
      subject: t('mail.returned.subject'),
      text: t('mail.returned.text', { email: removed.email }),
      locale,
      now,
      expiresAt: returnUntil(now),
    }),
    owners: selectOwner(db, removed.email),
    forgotten: deleteReturned(db, hash),
  })
  visit.later(sendMails(visit))
  const { learner } = removed
  return owners.some(({ id }) => id === learner) ? { kind: 'returned', learner } : { kind: 'taken' }
}

function hashOf({ settings }: Visit, secret: string): Promise<string> {
  return pseudonymOf(settings.SECRET, 'return', secret)
}
