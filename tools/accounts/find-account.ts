import { drizzle } from 'drizzle-orm/libsql/web'
import type { Client } from '@libsql/client'

import { selectById, selectOwner } from '../../worker/accounts/store.ts'
import { pseudonymOf } from '../../worker/pseudonym.ts'
import { Problem } from '../command/problem.ts'
import { knownSecrets } from '../secret/known-secrets.ts'
import type { Secrets } from '../secret/secret-files.ts'

/** Whose address it is, be it the first or a further one, or whose account's number. `whos` are known where SECRET is. */
export async function findAccount(client: Client, email: string) {
  const db = drizzle(client)
  const [owner] = email.includes('@') ? await selectOwner(db, email.trim().toLowerCase()) : await selectById(db, email)
  if (!owner) throw new Problem(`nobody has the address ${email}`)

  const secrets = await knownSecrets()
  return {
    db,
    learner: owner.id,
    whos: secrets ? await pseudonymsOf(owner.id, secrets) : undefined,
  }
}

function pseudonymsOf(learner: string, { secret, before }: Secrets): Promise<string[]> {
  return Promise.all([secret, ...before.map((each) => each.secret)].map((each) => pseudonymOf(each, 'who', learner)))
}
