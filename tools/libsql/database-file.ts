import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'

import Database from 'libsql'

const mode = 0o600

/**
 * Makes the database's file when there is none, whole or not at all, and keeps it and what SQLite lays beside it for
 * its owner alone: SQLite gives `-wal` and `-shm` the mode of the file itself. Throws for an empty file: SQLite would
 * take it for a new database, while what was in it is lost.
 */
export function prepareFile(file: string): void {
  if (!existsSync(file)) create(file)
  if (statSync(file).size === 0) {
    throw new Error('it is empty (0 bytes): put a backup in its place, or remove it to begin anew')
  }
  for (const part of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(part)) chmodSync(part, mode)
}

function create(file: string): void {
  const made = `${file}.new`
  // A log whose file is gone would be read into the new one.
  for (const part of [made, `${made}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true })
  const db = new Database(made)
  // Writes the first page.
  db.exec('pragma user_version = 0')
  db.close()
  chmodSync(made, mode)
  renameSync(made, file)
}
