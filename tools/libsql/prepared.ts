import type Database from 'libsql'

import type { Json } from './json.ts'
import { type Form, inJson } from './row-json.ts'
import { isChange, isRead, type SqlStatement } from './sql-statement.ts'

type Handle = InstanceType<typeof Database>

/** A statement that the binding has made ready. */
export interface Prepared {
  statement: ReturnType<Handle['prepare']>
  columns: { name: string; decltype: string | null }[]
  cols: Json
  /** Whether it gives rows; these come as JSON, or as the binding's values. */
  rows: 'none' | 'values' | Form
}

export function prepare(db: Handle, statement: SqlStatement): Prepared {
  const plain = db.prepare(statement.sql)
  const columns = plain.reader ? plain.columns().map(({ name, type }) => ({ name, decltype: type })) : []
  const cols = JSON.stringify(columns)
  if (columns.length === 0) return { statement: plain, columns, cols, rows: 'none' }
  if (statement.explains || !(isRead(statement) || isChange(statement))) {
    return { statement: plain.raw(true).safeIntegers(true), columns, cols, rows: 'values' }
  }
  const full = inFull(db, statement, { statement: plain, columns, cols, rows: 'full' })
  const short = inJson(statement, namesOf(full), 'short')
  return short === undefined ? full : { ...full, statement: db.prepare(short).raw(true), rows: 'short' }
}

/** The same, for rows that the short form does not hold. */
export function inFull(db: Handle, statement: SqlStatement, prepared: Prepared): Prepared {
  const sql = inJson(statement, namesOf(prepared), 'full')!
  return { ...prepared, statement: db.prepare(sql).raw(true), rows: 'full' }
}

function namesOf({ columns }: Prepared): string[] {
  return columns.map(({ name }) => name)
}
