import { translator } from '../../web/messages/translate.ts'
import { eraseAccount as erasure } from '../accounts/store.ts'
import { tellAddresses } from '../accounts/tell-addresses.ts'
import { forgetInviter, leavesNobodyStranded } from '../companies/store.ts'
import { signLater } from '../credentials/sign-later.ts'
import { sendMails } from '../mail/send-mails.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'

/**
 * Erases the learner's account with everything in it, and tells its addresses. Its badges are revoked: the pages are
 * gone at once, and the status lists say so as soon as they are signed. The only owner of a company with others in it
 * stays: `conflict`.
 */
export async function eraseAccount(visit: SignedInVisit): Promise<void> {
  const { db, learner, locale } = visit
  const t = translator(locale)
  const isAllowed = leavesNobodyStranded(learner.id)
  const farewell = tellAddresses(visit, {
    subject: t('mail.erased.subject'),
    text: t('mail.erased.text'),
    where: isAllowed,
    isLast: true,
  })
  const [, , , erased] = await db.batch([
    ...erasure(db, learner.id, isAllowed, farewell),
    ...forgetInviter(db, learner.id),
  ])
  if (erased.length === 0) throw new Refusal('conflict', 'a company would be left without an owner')
  visit.later(sendMails(visit))
  signLater(visit)
}
