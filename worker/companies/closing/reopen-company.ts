import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { mailMembers } from '../members/mail-members.ts'
import { type ClosedCompany, reopenCompanyRow, restoreMemberships, selectClosedCompany, whoIsBack } from './store.ts'

/** A company for those who owned it when it was closed, or own it since it is open again. Not found for anybody else. */
export async function findClosedCompany({ db, learner }: SignedInVisit, company: string): Promise<ClosedCompany> {
  const [found] = await selectClosedCompany(db, company, learner.id)
  if (!found) throw new Refusal('not-found', 'company')
  return found
}

/**
 * Opens a company again within its 30 days, by somebody who owned it: whoever belonged to it then does again, on the
 * terms they had, and is told. Links that ended stay ended. A second press changes nothing; later it is too late
 * (`conflict`, `too-late`).
 */
export async function reopenCompany(visit: SignedInVisit, company: string): Promise<void> {
  const { db, learner, now } = visit
  const { name, closedAt } = await findClosedCompany(visit, company)
  if (!closedAt) return
  const { opened } = await inBatch(db, {
    opened: reopenCompanyRow(db, company, { by: learner.id, now }),
    entered: recordEntry(db, { company, by: learner.id, action: 'company-reopened', now }),
    ...restoreMemberships(db, company, now),
    told: mailMembers(visit, {
      id: `company-reopened-${now.getTime()}`,
      kind: 'company-reopened',
      recipients: whoIsBack(company, learner.id),
      values: { company: name },
    }),
  })
  if (opened.length === 0) {
    const again = await findClosedCompany(visit, company)
    if (!again.closedAt) return
    throw new Refusal('conflict', 'too-late')
  }
  logEvent(visit, 'company-reopened', { learner: learner.id })
  visit.later(sendMails(visit))
}
