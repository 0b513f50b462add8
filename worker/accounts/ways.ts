import { inBatch } from '../db/in-batch.ts'
import type { Database } from '../db/client.ts'
import { selectPasskeys } from './passkeys/store.ts'
import { selectCard } from './recovery/store.ts'
import { selectAddresses } from './store.ts'

/** What somebody can sign in with. */
export interface Ways {
  addresses: string[]
  passkeys: Awaited<ReturnType<typeof selectPasskeys>>
  card: { createdAt: Date; confirmedAt: Date | null } | undefined
}

/** Statements that read every way in to an account. */
export function selectWays(db: Database, learner: string) {
  return {
    addresses: selectAddresses(db, learner),
    passkeys: selectPasskeys(db, learner),
    cards: selectCard(db, learner),
  }
}

type Rows = { [Name in keyof ReturnType<typeof selectWays>]: Awaited<ReturnType<typeof selectWays>[Name]> }

export function waysIn({ addresses, passkeys, cards: [card] }: Rows): Ways {
  return { addresses: addresses.map(({ email }) => email), passkeys, card }
}

/** One round trip. */
export async function readWays(db: Database, learner: string): Promise<Ways> {
  return waysIn(await inBatch(db, selectWays(db, learner)))
}
