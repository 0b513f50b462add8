import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'

import { erasure } from '../../../worker/reports/erasure.ts'
import { pseudonymOf } from '../../../worker/pseudonym.ts'
import { type Erasure, joined } from './journal-file.ts'
import { readErasures } from './keep-journal.ts'

/**
 * Erases again every account that a journal names and a database still, or again, has: with the product's own
 * statements, so that companies are inherited and badges revoked as they were then. Keeps the journal in the database.
 * @returns how many accounts were erased
 */
export async function replayErasures(
  client: Client,
  journal: Erasure[],
  { secret }: { secret: string | undefined },
): Promise<number> {
  const db = drizzle(client)
  const erasures = joined([journal, await readErasures(client)])
  let count = 0
  for (const { account } of erasures) {
    const { rows } = await client.execute({ sql: 'select 1 from users where id = ?', args: [account] })
    if (rows.length === 0) continue
    const who = secret === undefined ? undefined : await pseudonymOf(secret, 'who', account)
    await db.batch(erasure<never>(db, { learner: account, who }))
    count += 1
  }
  const kept = erasures.map(({ account, at }) => ({
    sql: 'insert into erasures (account, at) values (?, ?) on conflict (account) do update set at = excluded.at',
    args: [account, at],
  }))
  if (kept.length > 0) await client.batch(kept, 'write')
  return count
}
