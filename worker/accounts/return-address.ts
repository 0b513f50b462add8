import { inBatch } from '../db/in-batch.ts'
import { translator } from '../../web/messages/translate.ts'
import { queueMails } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import type { Visit } from '../visit.ts'
import { withEachSecret } from '../former-secrets.ts'
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
  const found = await withEachSecret(visit, 'a-session', (each) => readRemoved(each, secret), isGone)
  return found?.removed.email
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
  const found = await withEachSecret(visit, 'a-session', (each) => readRemoved(each, secret), isGone)
  if (!found) return { kind: 'gone' }
  const { removed, hash } = found

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

async function readRemoved(visit: Visit, secret: string) {
  const hash = await hashOf(visit, secret)
  const [removed] = await selectRemoved(visit.db, hash, visit.now)
  return removed && { removed, hash }
}

function isGone(found: object | undefined): boolean {
  return found === undefined
}

function hashOf({ settings }: Visit, secret: string): Promise<string> {
  return pseudonymOf(settings.SECRET, 'return', secret)
}
