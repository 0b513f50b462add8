import { createHash, type Hash } from 'node:crypto'

import Database from 'libsql'

import { boundOf } from '../format/cells.ts'
import type { Header, Part, Secrets, Trailer } from '../format/parts.ts'
import { Problem } from '../../command/problem.ts'
import { quoted } from '../dump/tables.ts'

type Handle = InstanceType<typeof Database>
type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>

/** What a backup held, besides its rows. */
export interface Loaded {
  header: Header
  secrets: Secrets
  trailer: Trailer
  rows: number
  /** Tables with rows that are none of Navet's, and were left out. */
  foreign: string[]
}

/**
 * Puts the rows of a backup into a database whose tables are as they were then, and no others. All of it is compared with
 * what the backup says of itself. Throws a Problem for a table or column too few, rows too few, or another hash.
 * `tell`: after every thousand rows.
 */
export async function loadRows(
  db: Handle,
  header: Header,
  parts: AsyncIterator<Part>,
  tell: (rows: number) => void,
): Promise<Omit<Loaded, 'header'>> {
  const loading = new Loading(db, header, tell)
  for (let next = await parts.next(); !next.done; next = await parts.next()) loading.take(next.value)
  return loading.result()
}

class Loading {
  readonly #db: Handle
  readonly #left: Set<string>
  readonly #tables: Map<string, string[]>
  readonly #tell: (rows: number) => void
  readonly #statements = new Map<string, ReturnType<Handle['prepare']>>()
  readonly #foreign: string[] = []
  #table: { name: string; columns: string[]; isOurs: boolean; rows: number; hash: Hash } | undefined
  #secrets: Secrets | undefined
  #trailer: Trailer | undefined
  #rows = 0

  constructor(db: Handle, header: Header, tell: (rows: number) => void) {
    this.#db = db
    this.#tell = tell
    this.#left = new Set(header.tables)
    this.#tables = tablesOf(db)
    const missing = [...this.#tables.keys()].filter((name) => name !== 'erasures' && !this.#left.has(name))
    if (missing.length > 0) throw new Problem(`the backup lacks the table ${missing.join(', ')}`)
    // What a migration put there is in the backup as it was, or not at all.
    for (const name of this.#tables.keys()) db.exec(`delete from ${quoted(name)}`)
  }

  take(part: Part): void {
    if (this.#trailer) throw new Problem('the backup goes on after its end')
    if (part.kind === 'row') return this.#row(part)
    if (part.kind === 'table') return this.#start(part)
    if (part.kind === 'end') return this.#end(part)
    if (this.#table) throw new Problem(`the table ${this.#table.name} has no end in the backup`)
    if (part.kind === 'header') throw new Problem('the backup has two beginnings')
    if (part.kind === 'secrets') this.#secrets = part
    else this.#trailer = part
  }

  result(): Omit<Loaded, 'header'> {
    const [missing] = this.#left
    if (missing !== undefined) throw new Problem(`the backup lacks the rows of the table ${missing}`)
    if (!this.#trailer || !this.#secrets) throw new Problem('the backup has no end')
    return { secrets: this.#secrets, trailer: this.#trailer, rows: this.#rows, foreign: this.#foreign }
  }

  #start({ table: name, columns }: PartOf<'table'>): void {
    if (this.#table || !this.#left.delete(name))
      throw new Problem(`the table ${name} is in the backup where it should not be`)
    const known = this.#tables.get(name)
    const differing = known ? differenceOf(known, columns) : []
    if (differing.length > 0)
      throw new Problem(`the table ${name} has other columns in the backup: ${differing.join(', ')}`)
    this.#table = { name, columns, isOurs: known !== undefined, rows: 0, hash: createHash('sha256') }
  }

  #row({ cells, line }: PartOf<'row'>): void {
    const table = this.#table
    if (!table || cells.length !== table.columns.length) throw new Problem('a row of the backup fits no table')
    table.rows += 1
    table.hash.update(line).update('\n')
    if (!table.isOurs) return

    const bound = cells.map(boundOf)
    const sql = `insert into ${quoted(table.name)} (${table.columns.map(quoted).join()}) values (${bound.map((each) => each.sql).join()})`
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql)
    this.#statements.set(sql, statement)
    statement.run(bound.map(({ value }) => value))
    this.#rows += 1
    if (this.#rows % 1000 === 0) this.#tell(this.#rows)
  }

  #end({ end, rows, hash }: PartOf<'end'>): void {
    const table = this.#table
    if (table?.name !== end || table.rows !== rows || table.hash.digest('base64url') !== hash) {
      throw new Problem(`the rows of the table ${end} are not those that the backup was made of`)
    }
    if (!table.isOurs && table.rows > 0) this.#foreign.push(end)
    this.#table = undefined
    this.#statements.clear()
  }
}

function tablesOf(db: Handle): Map<string, string[]> {
  const rows = db
    .prepare(
      `select t.name, c.name from sqlite_schema t, pragma_table_xinfo(t.name) c
      where t.type = 'table' and c.hidden = 0 and t.name not glob 'sqlite_*' and t.name <> '__drizzle_migrations'`,
    )
    .raw()
    .all() as [string, string][]
  const tables = new Map<string, string[]>()
  for (const [table, column] of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

function differenceOf(some: string[], others: string[]): string[] {
  return [...some.filter((name) => !others.includes(name)), ...others.filter((name) => !some.includes(name))]
}
