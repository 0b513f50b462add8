import { translator } from '../../web/messages/translate.ts'
import { inBatch } from '../db/in-batch.ts'
import { queueMails } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import { deleteBounce, selectBounceOf } from '../mail/store.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { anHour } from './codes/rules.ts'
import { countUse } from './limits.ts'
import { isOfAccount } from './store.ts'
import { whoOf } from './who.ts'

const hour = 3_600_000

/**
 * Mails a test to an address of one's own that mail did not reach, and counts it as reached until it fails again. An
 * address that is reached, or somebody else's, gets nothing. Refuses more in an hour than there are codes.
 */
export async function mailTrial(visit: SignedInVisit, email: string): Promise<void> {
  const { db, learner, locale, now } = visit
  const t = translator(locale)
  const tries = await countUse(db, `trial by ${await whoOf(visit.settings, learner.id)}`, hour, now)
  if (tries > anHour.asked) throw new Refusal('too-many', 'tests of addresses')

  const where = isOfAccount(email, learner.id)
  await inBatch(db, {
    told: queueMails(db, {
      kind: 'trial',
      recipients: selectBounceOf(email, where),
      subject: t('mail.trial.subject'),
      text: t('mail.trial.text', { email }),
      locale,
      owner: learner.id,
      now,
      expiresAt: new Date(now.getTime() + hour),
    }),
    forgotten: deleteBounce(db, email, where),
  })
  visit.later(sendMails(visit))
}
