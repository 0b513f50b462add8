import { translator } from '../../../web/messages/translate.ts'
import { inBatch } from '../../db/in-batch.ts'
import { queueMailOfEach } from '../../mail/queue-mail.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { newCode } from '../rules.ts'
import { invitationMail } from './invitation-mail.ts'
import { selectInvitingCompany, sendAgain, whomToMailAgain } from './store.ts'

/**
 * Mails an open invitation again. Whoever said no to it gets no mail, and nobody is told. `false`: it is too soon, too
 * often, or not open any more. Not found for whoever does not run the company.
 */
export async function mailAgain(visit: SignedInVisit, company: string, email: string): Promise<boolean> {
  const { db, learner, now, locale, settings } = visit
  const [place] = await selectInvitingCompany(db, company, { viewer: learner.id, now })
  if (!place) throw new Refusal('not-found', 'company')

  const { expiresAt } = newCode(new Uint8Array(16), now)
  const words = { company: place.name, viewerName: place.viewerName, expiresAt, now }
  const { sent } = await inBatch(db, {
    sent: sendAgain(db, company, { learner: learner.id, now, email, expiresAt }),
    entered: recordEntry(db, { company, by: learner.id, action: 'invitation-sent-again', now }),
    mailed: queueMailOfEach(db, {
      ...invitationMail(translator(locale), settings.BASE_URL, locale, words),
      recipients: whomToMailAgain(company, email, now),
      now,
    }),
  })
  if (sent.length > 0) visit.later(sendMails(visit))
  return sent.length > 0
}
