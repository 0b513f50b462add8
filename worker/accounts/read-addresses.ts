import type { Database } from '../db/client.ts'
import { selectAddresses } from './store.ts'

/** Every address that signs in to the account, the first one first. One round trip. */
export async function readAddresses(db: Database, learner: string): Promise<string[]> {
  const found = await selectAddresses(db, learner)
  return found.map(({ email }) => email)
}
