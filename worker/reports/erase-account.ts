import { whosOf } from '../accounts/who.ts'
import { tellCompanies } from '../companies/events/tell-companies.ts'
import { signLater } from '../credentials/sign-later.ts'
import { sendMails } from '../mail/send-mails.ts'
import type { SignedInVisit } from '../visit.ts'
import { eraseAndTell } from './erase-and-tell.ts'

/**
 * Erases the learner's account with everything in it, and tells its addresses. Its badges are revoked: the pages are
 * gone at once, and the status lists say so as soon as they are signed. A company whose only owner goes is inherited
 * by its longest-serving manager or closes, and its people are told.
 */
export async function eraseAccount(visit: SignedInVisit): Promise<void> {
  const whos = await whosOf(visit.settings, visit.learner.id, visit.now)
  await eraseAndTell(visit, { whos, text: 'mail.erased.text' })
  visit.later(tellCompanies(visit).then(() => sendMails(visit)))
  signLater(visit)
}
