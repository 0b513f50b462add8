import { inBatch } from '../../db/in-batch.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { holdingOf, type Version } from './rules.ts'
import { selectAccepted, selectOwned, selectVersions } from './store.ts'

export interface CompanyTerms {
  /** The company's name. */
  name: string
  /** The oldest first, with how many members each holds for. */
  versions: (Version & { at: Date; members: number })[]
  newest: Version & { at: Date; members: number }
  members: number
  /** How many members accepted which version. */
  accepted: { version: number; members: number }[]
}

/** A company's terms, for an owner. Not found for anybody else. */
export async function readTerms({ db, learner }: SignedInVisit, company: string): Promise<CompanyTerms> {
  const { owned, stored, accepted } = await inBatch(db, {
    owned: selectOwned(db, company, learner.id),
    stored: selectVersions(db, company, learner.id),
    accepted: selectAccepted(db, company, learner.id),
  })
  const holding = holdingOf(stored, accepted)
  const versions = stored.map((each) => ({ ...each, members: holding.get(each.version) ?? 0 }))
  const newest = versions.at(-1)
  if (!owned[0] || !newest) throw new Refusal('not-found', 'company')
  const members = accepted.reduce((sum, group) => sum + group.members, 0)
  return { name: owned[0].name, versions, newest, members, accepted }
}
