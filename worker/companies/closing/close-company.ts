import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { mailMembers } from '../members/mail-members.ts'
import { offerToRest, whoWasAsked } from '../merger/store.ts'
import { reopenUntil } from './rules.ts'
import { closeCompanyRow, selectToClose, whoLeftWith } from './store.ts'

export interface CompanyToClose {
  id: string
  name: string
  members: number
  /** The name of the company that it is being merged into. */
  into: string | null
}

/** A company that the learner may close. Not found for whoever does not own it. */
export async function findToClose({ db, learner }: SignedInVisit, company: string): Promise<CompanyToClose> {
  const [found] = await selectToClose(db, company, learner.id)
  if (!found) throw new Refusal('not-found', 'company')
  return found
}

/**
 * Closes a company, by an owner who has shown to be the account's: everybody leaves at once, its codes end, and each is
 * told by mail. For 30 days those who owned it may open it again. Whoever was to move to another company is asked now
 * at the latest.
 */
export async function closeCompany(visit: SignedInVisit, company: string): Promise<void> {
  const { db, learner, now } = visit
  const { name, into } = await findToClose(visit, company)
  const until = reopenUntil(now)
  const { closed } = await inBatch(db, {
    offered: offerToRest(db, company, { by: learner.id, now }),
    asked: mailMembers(visit, {
      id: `merger-${now.getTime()}`,
      kind: 'merger-offer',
      recipients: whoWasAsked(company, now),
      values: { company: name, other: into ?? '' },
    }),
    ...closeCompanyRow(db, company, { by: learner.id, now, until }),
    entered: recordEntry(db, { company, by: learner.id, action: 'company-closed', now }),
    told: mailMembers(visit, {
      id: `company-closed-${now.getTime()}`,
      kind: 'company-closed',
      recipients: whoLeftWith(company, now),
      values: { company: name, until },
    }),
  })
  if (closed.length === 0) throw new Refusal('not-found', 'company')
  logEvent(visit, 'company-closed', { learner: learner.id })
  visit.later(sendMails(visit))
}
