import { createHash } from 'node:crypto'

import type { Client } from '@libsql/client'

import type { Header, Secrets, TableEnd, Trailer } from '../format/parts.ts'
import { Problem } from '../../command/problem.ts'
import { rowsOf } from './rows.ts'
import { type Break, Snapshot } from './snapshot.ts'
import { readTables } from './tables.ts'

export interface Dump {
  version: string
  source: Header['source']
  secrets: Secrets
  now: Date
  /** Told after every page: rows so far, and how many there are in all. */
  tell?: (rows: number, all: number) => void
}

/** What became of it, filled in when the last line was given. */
export interface Dumped {
  tables: TableEnd[]
  breaks: Break[]
}

/**
 * The lines of a backup, read from one picture of the database as they are asked for: no more of it is in memory than
 * a page of rows. Throws a Problem where there is no database of Navet's.
 */
export async function* writeLines(client: Client, dump: Dump, dumped: Dumped): AsyncGenerator<string> {
  const snapshot = new Snapshot(client)
  try {
    const migrations = await readMigrations(snapshot)
    const tables = await readTables(await snapshot.transaction)
    const all = await countRows(
      snapshot,
      tables.map(({ name }) => name),
    )
    yield JSON.stringify({
      navet: 'backup',
      version: dump.version,
      at: dump.now.toISOString(),
      source: dump.source,
      migrations,
      tables: tables.map(({ name }) => name),
    } satisfies Header)
    yield JSON.stringify({ secrets: dump.secrets })

    let sofar = 0
    for (const table of tables) {
      yield JSON.stringify({ table: table.name, columns: table.columns })
      const hash = createHash('sha256')
      let rows = 0
      for await (const page of rowsOf(snapshot, table)) {
        for (const row of page) {
          const line = JSON.stringify(row)
          hash.update(line).update('\n')
          yield line
        }
        rows += page.length
        sofar += page.length
        dump.tell?.(sofar, all)
      }
      const end = { end: table.name, rows, hash: hash.digest('base64url') } satisfies TableEnd
      dumped.tables.push(end)
      yield JSON.stringify(end)
    }
    dumped.breaks = snapshot.breaks
    yield JSON.stringify({ done: true, at: new Date().toISOString(), breaks: snapshot.breaks } satisfies Trailer)
  } finally {
    snapshot.close()
  }
}

async function readMigrations(snapshot: Snapshot): Promise<Header['migrations']> {
  const known = await snapshot.execute("select 1 from sqlite_schema where name = '__drizzle_migrations'", 'migrations')
  const sql = 'select hash, created_at from __drizzle_migrations order by created_at'
  const { rows } = known.rows.length > 0 ? await snapshot.execute(sql, 'migrations') : { rows: [] }
  if (rows.length === 0) throw new Problem('the database is empty: Navet was never started on it')
  return rows.map(({ hash, created_at: when }) => ({ tag: String(hash), when: Number(when) }))
}

async function countRows(snapshot: Snapshot, tables: string[]): Promise<number> {
  const counts = tables.map((name) => `(select count(*) from "${name}")`)
  const { rows } = await snapshot.execute(`select ${counts.join(' + ')} as "all"`, 'tables')
  return Number(rows[0]?.all)
}
