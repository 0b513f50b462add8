import { drizzle } from 'drizzle-orm/libsql/web'
import type { Client } from '@libsql/client'

import { selectOwner } from '../../worker/accounts/store.ts'
import { pseudonymOf } from '../../worker/pseudonym.ts'
import { Problem } from '../command/problem.ts'
import { knownSecret } from '../backup/known-secret.ts'

/** Whose address it is, be it the first or a further one. `who` is known where SECRET is. */
export async function findAccount(client: Client, email: string) {
  const db = drizzle(client)
  const [owner] = await selectOwner(db, email.trim().toLowerCase())
  if (!owner) throw new Problem(`nobody has the address ${email}`)

  const secret = await knownSecret()
  return { db, learner: owner.id, who: secret === null ? undefined : await pseudonymOf(secret, 'who', owner.id) }
}
