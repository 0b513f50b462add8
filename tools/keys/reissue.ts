import type { Client } from '@libsql/client'

import { dayOf, midnightOf } from '../../formats/day.ts'

/** Keys that the database knows of: they signed, or were revoked. None before Navet was ever started on it. */
export async function knownKeys(client: Client): Promise<string[]> {
  const { rows: tables } = await client.execute("select 1 from sqlite_master where name = 'revoked_keys'")
  if (tables.length === 0) return []
  const { rows } = await client.execute(
    'select key from credentials where key is not null union select key from revoked_keys order by key',
  )
  return rows.map(({ key }) => String(key))
}

/** Badges that a revoked key signed, or that name another address than this. */
export type Reissue = { revoked: string } | { address: string }

/**
 * Marks badges to be signed anew, and the status lists; what is marked already is not counted again. A revoked key is
 * noted, so that not even a worker that still has it may sign.
 * @returns how many badges are (or, dry, would be) issued anew
 */
export async function markForReissue(
  client: Client,
  which: Reissue,
  { now, isDry }: { now: Date; isDry: boolean },
): Promise<number> {
  const [condition, value] =
    'revoked' in which
      ? ['key = ?', which.revoked]
      : [`json is not null and json_extract(json, '$.id') <> ? || '/badges/' || award || '.json'`, which.address]
  const { rows } = await client.execute({
    sql: `select count(*) as count from credentials where ${condition}`,
    args: [value],
  })
  const count = Number(rows[0]?.count)
  if (isDry) return count

  await client.batch(
    [
      ...('revoked' in which
        ? [
            {
              sql: 'insert into revoked_keys (key, at) values (?, ?) on conflict do nothing',
              args: [value, now.getTime()],
            },
          ]
        : []),
      'update status_lists set revision = revision + 1',
      {
        sql: `update credentials set issue = issue + 1, valid_from = max(?, valid_from + 1000), key = null, json = null,
          jwt = null where ${condition}`,
        args: [midnightOf(dayOf(now)).getTime(), value],
      },
    ],
    'write',
  )
  return count
}
