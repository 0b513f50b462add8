import type { Client, InStatement } from '@libsql/client'

import { rowsOf } from '../dump/rows.ts'
import { Snapshot } from '../dump/snapshot.ts'
import { quoted, readTables, type Table } from '../dump/tables.ts'
import { boundOf, type Cell } from '../format/cells.ts'
import { Problem } from '../../command/problem.ts'

/** While it is there, a restore is under way or was stopped, and the database is nobody's yet. */
const mark = 'navet_restore'
const largestBatch = 100

/**
 * Copies a staged database into an empty one elsewhere. What says that the database is Navet's (the migrations) comes
 * last, in one transaction: until then no Navet takes it for whole, and another restore begins anew. Throws a Problem
 * where the database is not empty.
 */
export async function copyOntoServer(
  { staged, client }: { staged: Client; client: Client },
  tell: (rows: number) => void,
  signal: AbortSignal,
): Promise<void> {
  await clear(client)
  await client.execute(`create table ${mark} (at integer)`)
  const snapshot = new Snapshot(staged)
  try {
    const tables = await readTables(staged)
    const { rows: schema } = await staged.execute('select type, name, sql from sqlite_schema where sql is not null')
    const sqlOf = (type: string) => schema.filter((row) => row.type === type && isOurs(String(row.name)))
    const created = sqlOf('table').map(({ sql }) => String(sql))
    await client.batch(created, 'write')

    let count = 0
    for (const table of tables) {
      for await (const page of rowsOf(snapshot, table)) {
        for (let from = 0; from < page.length; from += largestBatch) {
          signal.throwIfAborted()
          await client.batch(
            page.slice(from, from + largestBatch).map((row) => insertion(table, row)),
            'write',
          )
        }
        count += page.length
        tell(count)
      }
    }
    await refuseFewer(client, staged, tables)
    await client.batch(
      [...sqlOf('index'), ...sqlOf('trigger')].map(({ sql }) => String(sql)),
      'write',
    )
    await client.batch([...(await migrationsOf(staged)), `drop table ${mark}`], 'write')
  } finally {
    snapshot.close()
  }
}

function isOurs(name: string): boolean {
  return !/^(sqlite_|libsql_|_litestream|_cf_|__drizzle_migrations)/.test(name)
}

function insertion({ name, columns }: Table, row: Cell[]): InStatement {
  const bound = row.map(boundOf)
  return {
    sql: `insert into ${quoted(name)} (${columns.map(quoted).join()}) values (${bound.map(({ sql }) => sql).join()})`,
    args: bound.map(({ value }) => value),
  }
}

async function clear(client: Client): Promise<void> {
  const { rows } = await client.execute(`select name from sqlite_schema where type = 'table'`)
  const names = rows.map(({ name }) => String(name))
  const tables = (await readTables(client)).map(({ name }) => name)
  if (names.includes('__drizzle_migrations') || (tables.length > 0 && !names.includes(mark))) {
    throw new Problem(
      'the database at LIBSQL_URL is not empty: make a new one, restore into that, and let Navet use it from then on',
    )
  }
  // Those that refer to others go first, and the mark last.
  const order = [...tables.filter((name) => name !== mark).toReversed(), ...tables.filter((name) => name === mark)]
  for (const name of order) await client.execute(`drop table ${quoted(name)}`)
}

async function refuseFewer(client: Client, staged: Client, tables: Table[]): Promise<void> {
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*) as rows from ${quoted(name)}`)
  const [there, here] = await Promise.all([countsIn(client, counts), countsIn(staged, counts)])
  const differing = here.filter((count, i) => count !== there[i])
  if (differing.length > 0) throw new Problem(`rows were lost on the way: ${differing.join(', ')}`)
}

async function countsIn(client: Client, counts: string[]): Promise<string[]> {
  const results = await client.batch(counts, 'read')
  return results.map(({ rows }) => `${String(rows[0]?.name)} ${String(rows[0]?.rows)}`)
}

async function migrationsOf(staged: Client): Promise<InStatement[]> {
  const { rows: schema } = await staged.execute(
    `select sql from sqlite_schema where tbl_name = '__drizzle_migrations' and sql is not null order by type desc`,
  )
  const { rows } = await staged.execute('select hash, created_at from __drizzle_migrations order by created_at')
  return [
    ...schema.map(({ sql }) => String(sql)),
    ...rows.map(({ hash, created_at: at }) => ({
      sql: 'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
      args: [String(hash), Number(at)],
    })),
  ]
}
