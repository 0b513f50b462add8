import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { findDetails } from './find-details.ts'
import type { Contact } from './rules.ts'
import { updateContact } from './store.ts'

/** Says whom the company's people ask about AI, or nobody; by an owner or manager. */
export async function changeContact(
  visit: SignedInVisit,
  company: string,
  contact: Contact | undefined,
): Promise<void> {
  const { db, learner, now } = visit
  await findDetails(visit, company)
  const facts = { contact: contact ? 'named' : 'none' }
  await db.batch([
    updateContact(db, company, { by: learner.id, contact }),
    recordEntry(db, { company, by: learner.id, action: 'contact-changed', facts, now }),
  ])
}
