import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from '@libsql/client'

import { isContract, knownMigrations, type Migration } from '../../formats/migrations.ts'

const folder = join(import.meta.dirname, '../../migrations')

/** The database was written by a newer Navet than this one. */
class DatabaseIsNewer extends Error {}

/**
 * Brings a database up to the newest migration: each one in a transaction of its own together with the row that
 * remembers it, so that a second start, or two at once, change nothing. Keeps drizzle-kit's own table.
 * `only`: which migrations, where not all: for rows that are of another time. `servedBy`: up to where the build that serves
 * knows the database; what it may still need is not taken away.
 * Returns the names of the migrations that were applied; throws DatabaseIsNewer.
 */
export async function migrate(
  client: Client,
  { only = () => true, servedBy }: { only?: (migration: Migration) => boolean; servedBy?: number | undefined } = {},
): Promise<string[]> {
  await client.execute(`create table if not exists __drizzle_migrations
    (id integer primary key, hash text not null, created_at numeric not null)`)
  await client.execute(
    'create unique index if not exists __drizzle_migrations_once on __drizzle_migrations (created_at)',
  )
  const isHeld = await heldIn(client, servedBy)

  const applied: string[] = []
  for (const { tag, when } of knownMigrations.filter((migration) => only(migration) && !isHeld(migration))) {
    if (await applyOnce(client, tag, when)) applied.push(tag)
  }
  return applied
}

/** The names of the migrations that `migrate` would apply now. Writes nothing; throws DatabaseIsNewer. */
export async function pendingIn(client: Client, { servedBy }: { servedBy?: number | undefined }): Promise<string[]> {
  const { rows: tables } = await client.execute("select 1 from sqlite_master where name = '__drizzle_migrations'")
  if (tables.length === 0) return knownMigrations.map(({ tag }) => tag)

  const isHeld = await heldIn(client, servedBy)
  const { rows } = await client.execute('select created_at as at from __drizzle_migrations')
  const applied = new Set(rows.map(({ at }) => Number(at)))
  return knownMigrations.filter((migration) => !applied.has(migration.when) && !isHeld(migration)).map(({ tag }) => tag)
}

/** A database in which nothing is serves nobody. */
async function heldIn(client: Client, servedBy: number | undefined): Promise<(migration: Migration) => boolean> {
  const newest = await newestIn(client)
  return newest === 0 || servedBy === undefined ? () => false : heldWhile(servedBy)
}

/** Whether a migration waits while a build serves that knows the database up to `schema`. */
export function heldWhile(schema: number): (migration: Migration) => boolean {
  return ({ tag, when }) => isContract(tag) && when > schema
}

/** Its time, 0 where there is none. */
async function newestIn(client: Client): Promise<number> {
  const { rows } = await client.execute('select max(created_at) as newest from __drizzle_migrations')
  const newest = Number(rows[0]?.newest ?? 0)
  if (newest > Math.max(...knownMigrations.map(({ when }) => when))) {
    throw new DatabaseIsNewer(
      'the database was made by a newer version of Navet; update the code, or choose another DATA_DIR',
    )
  }
  return newest
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
