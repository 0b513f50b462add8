import { inBatch } from '../db/in-batch.ts'
import type { SignedInVisit } from '../visit.ts'
import { companiesTogether, olderOf } from './rules.ts'
import { selectHoldings } from './store.ts'

export type Merging = NonNullable<Awaited<ReturnType<typeof readMerger>>>

/** What would be if the account of whoever is signed in became one with another of theirs. One round trip; undefined when either is gone. */
export async function readMerger({ db, learner }: SignedInVisit, other: string) {
  const read = await inBatch(db, selectHoldings(db, [learner.id, other]))
  const [one, two] = read.accounts
  const [twice] = read.twice
  if (!one || !two || !twice) return undefined

  const { stays, ends } = olderOf(one, two)
  const withAddresses = (account: typeof one) => ({
    ...account,
    addresses: read.addresses.filter((row) => row.account === account.id).map(({ email }) => email),
    isHere: account.id === learner.id,
  })
  return {
    stays: withAddresses(stays),
    ends: withAddresses(ends),
    twice,
    companies: companiesTogether(read.memberships),
  }
}
