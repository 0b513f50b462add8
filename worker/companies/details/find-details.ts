import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { type CompanyDetails, selectDetails } from './store.ts'

/** A company's details, for those who run it. Not found for anybody else, whether or not it exists. */
export async function findDetails({ db, learner }: SignedInVisit, company: string): Promise<CompanyDetails> {
  const [details] = await selectDetails(db, company, learner.id)
  if (!details) throw new Refusal('not-found', 'company')
  return details
}

/** The same for what owners alone do. */
export async function findDetailsAsOwner(visit: SignedInVisit, company: string): Promise<CompanyDetails> {
  const details = await findDetails(visit, company)
  if (details.role !== 'owner') throw new Refusal('not-found', 'company')
  return details
}
