import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'libsql'

const fixture = join(import.meta.dirname, '../fixtures/first-release')

/** What test/fixtures/first-release/README.md says of them. */
export const made = JSON.parse(readFileSync(join(fixture, 'people.json'), 'utf8')) as {
  award: string
  test: string
  company: string
  invitation: string
  cookie: Record<string, string>
}

/** Its own time is in the signed file as well. */
const keepsItsTime = new Set(['"__drizzle_migrations"', '"credentials"'])
const isTime = (column: string) => `typeof(${column}) = 'integer' and ${column} between 1500000000000 and 2500000000000`

/**
 * The data folder that the first release left, in a temporary place. It was stopped `agoMs` before now: every time in its
 * rows is moved by as much, so that a test means the same in any year.
 */
export function firstRelease({ agoMs }: { agoMs: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'navet-first-'))
  execFileSync('tar', ['-xzf', join(fixture, 'data.tar.gz'), '-C', folder])
  const database = new Database(join(folder, 'navet.db'))
  const { last } = database.prepare('select max(updated_at) as last from sessions').get() as { last: number }
  const moved = tablesOf(database).filter(({ name }) => !keepsItsTime.has(name))
  for (const { name, columns } of moved)
    for (const column of columns)
      database.exec(`update ${name} set ${column} = ${column} + ${Date.now() - agoMs - last} where ${isTime(column)}`)
  database.close()
  return folder
}

interface Table {
  /** Both as SQL writes them. */
  name: string
  columns: string[]
}

/** Each row of each table, as the text of its values. */
export interface Kept extends Table {
  rows: string[]
}

/** Everything that lies in a data folder in which no Navet runs. */
export function keptIn(folder: string): Kept[] {
  const database = new Database(join(folder, 'navet.db'))
  const kept = tablesOf(database).map(({ name, columns }) => {
    const rows = database
      .prepare(`select ${columns.join(', ')} from ${name}`)
      .raw()
      .all()
    return { name, columns, rows: rows.map((row) => JSON.stringify(row)) }
  })
  database.close()
  return kept
}

function tablesOf(database: Database.Database): Table[] {
  const names = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
    .raw()
    .all() as [string][]
  return names.map(([table]) => ({
    name: quoted(table),
    columns: (database.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map(({ name }) => quoted(name)),
  }))
}

function quoted(name: string): string {
  return `"${name}"`
}

export function secretOf(folder: string): string {
  return readFileSync(join(folder, 'secret'), 'utf8').trim()
}
