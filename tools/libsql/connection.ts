import Database from 'libsql'

import type { Stmt, StmtResult } from './hrana.ts'
import { argumentsOf, fromSql } from './values.ts'

type Handle = InstanceType<typeof Database>
type Statement = ReturnType<Handle['prepare']>

const mostStatements = 200
const writes = /^\s*(insert|update|delete|replace|with)\b/i

/** One SQLite connection. It never waits for a lock: what is locked answers SQLITE_BUSY at once (see write-turn.ts). */
export class Connection {
  readonly #db: Handle
  readonly #statements = new Map<string, Statement>()
  readonly #changes

  constructor(file: string) {
    this.#db = new Database(file, { timeout: 0 })
    this.#db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
    this.#changes = this.#prepare('select changes(), last_insert_rowid()')
  }

  /** A statement was given up as busy and may still be open: no COMMIT succeeds beside it, so do not use it again. */
  isTainted = false

  get inTransaction(): boolean {
    return this.#db.inTransaction
  }

  /** Runs one statement. Throws the binding's error, with SQLite's extended code. */
  execute(stmt: Stmt, sql: string): StmtResult {
    try {
      return this.#run(stmt, sql)
    } catch (error) {
      this.isTainted ||= String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
      throw error
    }
  }

  #run(stmt: Stmt, sql: string): StmtResult {
    const statement = this.#cached(sql)
    const bound = argumentsOf(stmt)
    if (!statement.reader) {
      const { changes, lastInsertRowid } = statement.run(bound)
      return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) }
    }

    const rows = statement.all(bound) as unknown[][]
    const [changes, rowid] = writes.test(sql) ? (this.#changes.all([])[0] as bigint[]) : [0n, undefined]
    return {
      cols: statement.columns().map(({ name, type }) => ({ name, decltype: type })),
      rows: stmt.want_rows === false ? [] : rows.map((row) => row.map(fromSql)),
      affected_row_count: Number(changes),
      last_insert_rowid: rowid === undefined ? null : rowid.toString(),
    }
  }

  /** Runs any number of statements without results. */
  sequence(sql: string): void {
    this.#db.exec(sql)
  }

  describe(sql: string) {
    const statement = this.#prepare(sql)
    return {
      params: parametersOf(sql).map((name) => ({ name })),
      cols: statement.reader ? statement.columns().map(({ name, type }) => ({ name, decltype: type })) : [],
      is_explain: /^\s*explain\b/i.test(sql),
      is_readonly: /^\s*(select|explain|values|pragma)\b/i.test(sql),
    }
  }

  /** Ends whatever was left open, so that the next stream finds a clean connection. */
  reset(): void {
    if (this.inTransaction) this.#db.exec('rollback')
  }

  checkpoint(): void {
    this.#db.exec('pragma wal_checkpoint(truncate)')
  }

  close(): void {
    this.reset()
    this.#statements.clear()
    this.#db.close()
  }

  #cached(sql: string) {
    const known = this.#statements.get(sql)
    if (known) return known

    if (this.#statements.size >= mostStatements) this.#statements.clear()
    const statement = this.#prepare(sql)
    if (/^\s*(select|insert|update|delete|replace|with)\b/i.test(sql)) this.#statements.set(sql, statement)
    return statement
  }

  #prepare(sql: string) {
    const statement = this.#db.prepare(sql)
    if (statement.reader) statement.raw(true)
    statement.safeIntegers(true)
    return statement
  }
}

/** Names of a statement's parameters in order of first use; null for `?`. Strings, comments and quoted names are passed over. */
function parametersOf(sql: string): (string | null)[] {
  const bare = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
  const names: (string | null)[] = []
  for (const [found] of bare.matchAll(/\?\d*|[:@$][A-Za-z_]\w*/g)) {
    if (found.startsWith('?')) names.push(null)
    else if (!names.includes(found)) names.push(found)
  }
  return names
}
