import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { selectInvitingCompany, selectLink, selectOpen } from './store.ts'

/** The link of a company and a page of its open invitations, for those who run it. One round trip. */
export async function readInvitations({ db, learner, now }: SignedInVisit, company: string, page = 0) {
  const read = { viewer: learner.id, now }
  const { found, link, open } = await inBatch(db, {
    found: selectInvitingCompany(db, company, read),
    link: selectLink(db, company, read),
    open: selectOpen(db, company, { ...read, page }),
  })
  if (!found[0]) throw new Refusal('not-found', 'company')
  return { company: found[0], link: link[0], open }
}
