import type { Client } from '@libsql/client'

import type { Erasure, KeptBadge, Noted } from './journal-file.ts'

const note = (account: string) =>
  `insert into erasures (account, at) values (${account}, unixepoch() * 1000) on conflict do nothing;`

/**
 * The journal of erasures: the random id of every account that was erased, whoever erased it and how. Triggers write it,
 * so that it holds for every way there is and will be. Not in the migrations: like their own table they are the tools',
 * read by nothing but a restore. An account that became one with another is not erased by that: a backup of before has
 * both, and must give both back. It is erased with the one it went into.
 */
export async function keepJournal(client: Client): Promise<void> {
  const { rows } = await client.execute(`select 1 from sqlite_schema where name = 'account_mergers'`)
  // A database of before there were mergers, which is restored, has no table of them.
  const hasMergers = rows.length > 0
  const unlessMerged = hasMergers ? 'when not exists (select 1 from account_mergers where account = old.id)' : ''
  await client.batch(
    [
      'create table if not exists erasures (account text primary key not null, at integer not null)',
      'drop trigger if exists erasures_kept',
      `create trigger erasures_kept after delete on users ${unlessMerged} begin ${note('old.id')} end`,
      ...(hasMergers
        ? [
            `create trigger if not exists erasures_of_merged after delete on account_mergers begin ${note('old.account')} end`,
          ]
        : []),
    ],
    'write',
  )
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
