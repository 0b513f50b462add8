import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from '@libsql/client'

export interface Migration {
  tag: string
  when: number
}

interface Journal {
  entries: (Migration & { idx: number })[]
}

const folder = join(import.meta.dirname, '../../migrations')

/** The database was written by a newer Navet than this one. */
class DatabaseIsNewer extends Error {}

/**
 * Brings a database up to the newest migration: each one in a transaction of its own together with the row that
 * remembers it, so that a second start, or two at once, change nothing. Keeps drizzle-kit's own table.
 * `until`: no migration later than this one, for rows that are of that time.
 * Returns the names of the migrations that were applied; throws DatabaseIsNewer.
 */
export async function migrate(client: Client, { until = Number.POSITIVE_INFINITY } = {}): Promise<string[]> {
  await client.execute(`create table if not exists __drizzle_migrations
    (id integer primary key, hash text not null, created_at numeric not null)`)
  await client.execute(
    'create unique index if not exists __drizzle_migrations_once on __drizzle_migrations (created_at)',
  )
  const migrations = await knownMigrations()
  await refuseNewer(client, migrations)

  const applied: string[] = []
  for (const { tag, when } of migrations.filter((migration) => migration.when <= until)) {
    if (await applyOnce(client, tag, when)) applied.push(tag)
  }
  return applied
}

/** Every migration of this build, the oldest first. */
export async function knownMigrations(): Promise<Migration[]> {
  const { entries }: Journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'))
  return entries.map(({ tag, when }) => ({ tag, when }))
}

async function refuseNewer(client: Client, migrations: Migration[]): Promise<void> {
  const { rows } = await client.execute('select max(created_at) as newest from __drizzle_migrations')
  const newest = Number(rows[0]?.newest ?? 0)
  if (newest > Math.max(...migrations.map(({ when }) => when))) {
    throw new DatabaseIsNewer(
      'the database was made by a newer version of Navet; update the code, or choose another DATA_DIR',
    )
  }
}

async function applyOnce(client: Client, tag: string, when: number): Promise<boolean> {
  const statements = (await readFile(join(folder, `${tag}.sql`), 'utf8')).split('--> statement-breakpoint')
  const transaction = await client.transaction('write')
  try {
    const { rows } = await transaction.execute({
      sql: 'select 1 from __drizzle_migrations where created_at = ?',
      args: [when],
    })
    if (rows.length > 0) return false

    for (const statement of statements) await transaction.execute(statement)
    await transaction.execute({
      sql: 'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
      args: [tag, when],
    })
    await transaction.commit()
    return true
  } finally {
    transaction.close()
  }
}
