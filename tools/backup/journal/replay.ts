import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'

import { keepAwards, selectPublished } from '../../../worker/badges/store.ts'
import { returnHashes, returnKeys } from '../../../worker/credentials/return-badge.ts'
import { forgetReissues } from '../../../worker/credentials/store.ts'
import { erasure } from '../../../worker/reports/erasure.ts'
import { keptBadgeMonths, monthsAfter } from '../../../worker/retention/rules.ts'
import type { Database } from '../../../worker/db/client.ts'
import { recordLapse } from '../../../worker/retention/store.ts'
import { pseudonymOf } from '../../../worker/pseudonym.ts'
import { type Erasure, erasuresOf, joined, keptBadgesOf, type Noted } from './journal-file.ts'
import { readNoted } from './keep-journal.ts'

/**
 * Erases again every account that a journal names and a database still, or again, has: with the product's own
 * statements, so that companies are inherited and badges revoked as they were then. Keeps the journal in the database.
 * @returns how many accounts were erased
 */
export async function replayErasures(
  client: Client,
  journal: Noted[],
  { secret }: { secret: string | undefined },
): Promise<number> {
  const db = drizzle(client)
  const noted = joined([journal, await readNoted(client)])
  const erasures = erasuresOf(noted)
  const mailed = new Map(keptBadgesOf(noted).map(({ award, returnHash }) => [award, returnHash]))
  let count = 0
  for (const erased of erasures) {
    const { rows } = await client.execute({ sql: 'select 1 from users where id = ?', args: [erased.account] })
    if (rows.length === 0) continue
    await db.batch(await statementsFor(db, erased, { secret, mailed }))
    count += 1
  }
  // Who was here after the backup was made seems away: before such an account goes, it is written to once more.
  await client.execute('update absences set last_at = null')
  const kept = erasures.map(({ account, at }) => ({
    sql: 'insert into erasures (account, at) values (?, ?) on conflict (account) do update set at = excluded.at',
    args: [account, at],
  }))
  if (kept.length > 0) await client.batch(kept, 'write')
  return count
}

/** The same as then: of an account whose time ran out the published badges stay. */
async function statementsFor(
  db: Database,
  { account, at, lapsed }: Erasure,
  { secret, mailed }: { secret: string | undefined; mailed: Map<string, string> },
) {
  const whos = secret === undefined ? undefined : [await pseudonymOf(secret, 'who', account)]
  const [first, ...others] = erasure<never>(db, { learner: account, whos, now: new Date(at) })
  if (!lapsed) return [first, ...others] as const

  const published = await selectPublished(db, account)
  // Of the key that the backup has, unless it is known what was mailed in the end; without either there is no link.
  const own = await returnHashes(returnKeys(published.filter(({ returnKey }) => returnKey !== null)))
  const hashes = [...new Map([...own, ...published.flatMap(({ id }) => mailedOf(id, mailed))])]
  const until = monthsAfter(new Date(at), keptBadgeMonths)
  return [
    recordLapse(db, account, new Date(at)),
    forgetReissues(db, account),
    keepAwards(db, account, { until, hashes }),
    first,
    ...others,
  ] as const
}

function mailedOf(award: string, mailed: Map<string, string>): [string, string][] {
  const hash = mailed.get(award)
  return hash === undefined ? [] : [[award, hash]]
}
