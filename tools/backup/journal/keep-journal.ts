import type { Client } from '@libsql/client'

import type { Erasure } from './journal-file.ts'

/**
 * The journal of erasures: the random id of every account that was erased, whoever erased it and how. A trigger writes
 * it, so that it holds for every way there is and will be. Not in the migrations: like their own table it is the tools',
 * read by nothing but a restore.
 */
const statements = [
  'create table if not exists erasures (account text primary key not null, at integer not null)',
  `create trigger if not exists erasures_kept after delete on users begin
    insert into erasures (account, at) values (old.id, unixepoch() * 1000) on conflict do nothing;
  end`,
]

export async function keepJournal(client: Client): Promise<void> {
  await client.batch(statements, 'write')
}

/** What the database's own journal says; nothing where it has none yet. */
export async function readErasures(client: Client): Promise<Erasure[]> {
  const { rows: tables } = await client.execute(`select name from sqlite_schema where name in ('erasures', 'lapses')`)
  const has = (name: string) => tables.some((row) => row.name === name)
  if (!has('erasures')) return []
  // A database of before there were lapses has none.
  const lapsed = has('lapses') ? 'account in (select account from lapses)' : '0'
  const { rows } = await client.execute(`select account, at, ${lapsed} as lapsed from erasures order by at, account`)
  return rows.map((row) => ({
    account: String(row.account),
    at: Number(row.at),
    ...(Number(row.lapsed) === 1 ? { lapsed: true as const } : {}),
  }))
}
