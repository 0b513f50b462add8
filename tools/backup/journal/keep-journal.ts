import type { Client } from '@libsql/client'

import type { Erasure, KeptBadge, Noted } from './journal-file.ts'

/**
 * The journal of erasures: the random id of every account that was erased, whoever erased it and how. A trigger writes
 * it, so that it holds for every way there is and will be. An account that became one with another is not erased by
 * that: a backup of before has both, and must give both back. It is erased with the one it went into. Not in the migrations: like their own table it is the tools',
 * read by nothing but a restore.
 */
const statements = [
  'create table if not exists erasures (account text primary key not null, at integer not null)',
  'drop trigger if exists erasures_kept',
  `create trigger erasures_kept after delete on users
    when not exists (select 1 from account_mergers where account = old.id) begin
    insert into erasures (account, at) values (old.id, unixepoch() * 1000) on conflict do nothing;
  end`,
  `create trigger if not exists erasures_of_merged after delete on account_mergers begin
    insert into erasures (account, at) values (old.account, unixepoch() * 1000) on conflict do nothing;
  end`,
]

export async function keepJournal(client: Client): Promise<void> {
  await client.batch(statements, 'write')
}

/** What the database itself says of all that a journal notes; nothing where it has none yet. */
export async function readNoted(client: Client): Promise<Noted[]> {
  return [...(await readErasures(client)), ...(await readKeptBadges(client))]
}

export async function readErasures(client: Client): Promise<Erasure[]> {
  const has = await tablesOf(client)
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

/** The badges that stay by themselves, as a journal notes them; for whoever has no client of the library's, too. */
export const keptBadgesSql = `select id, return_hash from awards where kept_until is not null
  and length(return_hash) = 64 and return_hash not glob '*[^0-9a-f]*'`

/** Those that stay by themselves; before there were lapses none did. */
async function readKeptBadges(client: Client): Promise<KeptBadge[]> {
  const has = await tablesOf(client)
  if (!has('lapses')) return []
  const { rows } = await client.execute(keptBadgesSql)
  return rows.map(({ id, return_hash: returnHash }) => ({ award: String(id), returnHash: String(returnHash) }))
}

async function tablesOf(client: Client): Promise<(name: string) => boolean> {
  const { rows } = await client.execute(`select name from sqlite_schema where name in ('erasures', 'lapses')`)
  return (name) => rows.some((row) => row.name === name)
}
