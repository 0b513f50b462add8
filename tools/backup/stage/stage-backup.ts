import { chmod, open, rm, stat } from 'node:fs/promises'

import { createClient } from '@libsql/client/web'
import type { Client } from '@libsql/client'
import Database from 'libsql'

import { knownMigrations } from '../../../formats/migrations.ts'
import { migrate } from '../../database/migrate.ts'
import { startDatabase } from '../../start/database-process.ts'
import { unseal } from '../format/envelope.ts'
import { type Header, type Part, partOf } from '../format/parts.ts'
import { keepJournal } from '../journal/keep-journal.ts'
import { Problem } from '../../command/problem.ts'
import { type Loaded, loadRows } from './load.ts'

export interface Staged extends Loaded {
  file: string
  /** Rows that referred to what was written or deleted between two pictures of the database, and were left out. */
  orphans: number
}

/**
 * Makes a database file of a backup, as it was, and compares everything with what the backup says of itself. Throws a
 * Problem for whatever is wrong with it; then the file may be there, half made.
 */
export async function stageBackup(
  { bytes, passphrase, file }: { bytes: AsyncIterable<Uint8Array>; passphrase: string | undefined; file: string },
  tell: (rows: number) => void = () => undefined,
): Promise<Staged> {
  const parts = partsOf(unseal(bytes, passphrase))
  const { value: first } = await parts.next()
  if (first?.kind !== 'header') throw new Problem('the backup has no beginning')
  const header: Header = first
  refuseNewer(header)
  await removeStaged(file)
  await withStaged(file, async (client) => {
    await migrate(client, { only: ({ when }) => header.migrations.some((migration) => migration.when === when) })
    await keepJournal(client)
  })

  const db = new Database(file)
  try {
    db.exec('pragma journal_mode = memory; pragma synchronous = off; pragma foreign_keys = off')
    const triggers = db.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).raw().all() as [
      string,
      string,
    ][]
    for (const [name] of triggers) db.exec(`drop trigger "${name}"`)
    db.exec('begin')
    const loaded = await loadRows(db, first, parts, tell)
    db.exec('commit')
    for (const [, sql] of triggers) db.exec(sql)
    const orphans = leaveOrphansOut(db, loaded.trailer.breaks.length > 0)
    return { ...loaded, header: first, file, orphans }
  } finally {
    db.close()
    await chmod(file, 0o600)
  }
}

/**
 * Lets work be done on a database file that nobody else has open, as on any other. A process of its own, since the
 * binding keeps a file open in its process for longer than it says.
 */
export async function withStaged<T>(file: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { url, token, stop } = await startDatabase(file)
  const client = createClient({ url, authToken: token })
  try {
    return await work(client)
  } finally {
    client.close()
    await stop()
  }
}

/** The whole database is in the file, and the file on the disk, before anything is said or renamed. */
export async function toDisk(file: string): Promise<void> {
  const log = await stat(`${file}-wal`).catch(() => undefined)
  if (log && log.size > 0) throw new Problem('the restored database was not written to its end')
  for (const part of ['-wal', '-shm']) await rm(`${file}${part}`, { force: true })
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

async function removeStaged(file: string): Promise<void> {
  for (const part of ['', '-journal', '-wal', '-shm', '.new']) await rm(`${file}${part}`, { force: true })
}

async function* partsOf(lines: AsyncIterable<string>): AsyncGenerator<Part> {
  for await (const line of lines) yield partOf(line)
}

function refuseNewer({ migrations, version }: Header): void {
  const unknown = migrations.filter(({ when }) => !knownMigrations.some((migration) => migration.when === when))
  if (unknown.length === 0) return
  throw new Problem(
    `the backup is newer than this Navet: it was made by version ${version}, with the migration ${unknown.at(-1)!.tag}; update the code first`,
  )
}

/** A backup of one picture has none; one of several may hold rows whose others were not there yet, or no longer. */
function leaveOrphansOut(db: InstanceType<typeof Database>, isBroken: boolean): number {
  let count = 0
  for (;;) {
    const found = db.prepare('select distinct "table", rowid from pragma_foreign_key_check').raw().all() as [
      string,
      number,
    ][]
    if (found.length === 0) return count
    if (!isBroken) throw new Problem(`a row of the table ${found[0]![0]} refers to one that is not in the backup`)
    for (const [table, rowid] of found) db.prepare(`delete from "${table}" where rowid = ?`).run([rowid])
    count += found.length
  }
}
