import Database from 'libsql'

import { HranaError } from './hrana.ts'
import { Permission } from './permission.ts'
import type { Stmt } from './pipeline.ts'
import { inFull, prepare, type Prepared } from './prepared.ts'
import type { Json } from './json.ts'
import { jsonOf } from './row-json.ts'
import { rowsOf } from './rows-of.ts'
import {
  isChange,
  isInsert,
  isRead,
  isReadonly,
  isSchemaChange,
  isTransaction,
  type SqlStatement,
} from './sql-statement.ts'
import { argumentsOf, rowInJson } from './values.ts'

type Handle = InstanceType<typeof Database>
type Statement = ReturnType<Handle['prepare']>

/** Of a statement that ran: Hrana's result, and how many characters its rows have. */
export interface Ran {
  result: Json
  size: number
}

/** Counts the changes of the schema, so that every connection reads it anew after another's change. */
export interface SchemaClock {
  now: number
}

const mostStatements = 200
const longestKept = 8192
/** Of all connections together: what no sane statement needs, and no blob of hundreds of megabytes gets. */
const mostMemory = 256 * 1024 * 1024
const settings =
  'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma defer_foreign_keys = off; ' +
  `pragma cache_size = -1000; pragma hard_heap_limit = ${mostMemory}`

/** One SQLite connection. It never waits for a lock: what is locked answers SQLITE_BUSY at once (see write-turn.ts). */
export class Connection {
  readonly #db: Handle
  readonly #clock: SchemaClock
  readonly #statements = new Map<string, Prepared>()
  readonly #changes: Statement
  #schema: number
  #hasChangedSchema = false
  #hasSettings = false

  constructor(file: string, clock: SchemaClock) {
    this.#db = new Database(file, { timeout: 0 })
    this.#clock = clock
    this.#schema = clock.now
    this.#db.exec(settings)
    this.#changes = this.#db.prepare('select changes(), last_insert_rowid()').raw(true).safeIntegers(true)
  }

  /** A statement was given up as busy and may still be open: no COMMIT succeeds beside it, so do not use it again. */
  isTainted = false

  get inTransaction(): boolean {
    return this.#db.inTransaction
  }

  /** What SQL may do on this binding. */
  permission(): Permission {
    const names = (sql: string) => (this.#db.prepare(sql).raw(true).all() as string[][]).map(([name]) => name!)
    return new Permission({
      functions: names('select distinct name from pragma_function_list'),
      modules: names('select name from pragma_module_list'),
    })
  }

  /**
   * Runs one statement that was found allowed. `room`: how many characters its rows may have as JSON.
   * Throws HranaError or the binding's error, with SQLite's extended code.
   */
  execute(statement: SqlStatement, stmt: Omit<Stmt, 'sql'>, room: number): Ran {
    try {
      return this.#run(statement, this.#prepared(statement), stmt, room)
    } catch (error) {
      this.isTainted ||= String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
      throw error
    } finally {
      this.#noteChanges(statement)
    }
  }

  #run(statement: SqlStatement, prepared: Prepared, stmt: Omit<Stmt, 'sql'>, room: number): Ran {
    const bound = argumentsOf(stmt, statement.parameters)
    if (prepared.rows === 'none') {
      const { changes, lastInsertRowid } = prepared.statement.run(bound)
      // The binding gives the id as a float: beyond 2^53 SQLite is asked.
      const rowid = Number.isSafeInteger(lastInsertRowid) ? lastInsertRowid : this.#changed()[1]
      return { result: resultInJson(statement, prepared.cols, [], [changes, rowid]), size: 0 }
    }

    const rows: Json[] = []
    let size = 0
    for (const row of rowsOf(prepared.statement, bound)) {
      const json = prepared.rows === 'values' ? rowInJson(row) : jsonOf((row as [Buffer | null])[0], prepared.rows)
      if (json === undefined) {
        return this.#run(statement, this.#keep(statement, inFull(this.#db, statement, prepared)), stmt, room)
      }
      size += json.length
      if (size > room) throw new HranaError('Response is too large', 'RESPONSE_TOO_LARGE')
      if (stmt.want_rows !== false) rows.push(json)
    }
    const changed: [bigint, bigint] = isChange(statement) ? this.#changed() : [0n, 0n]
    return { result: resultInJson(statement, prepared.cols, rows, changed), size }
  }

  /** How many rows the last change touched, and the id of the row that was inserted last. */
  #changed(): [bigint, bigint] {
    return this.#changes.get([]) as [bigint, bigint]
  }

  describe(statement: SqlStatement): Json {
    this.#followSchema()
    return JSON.stringify({
      params: statement.parameters.map((name) => ({ name })),
      cols: prepare(this.#db, statement).columns,
      is_explain: statement.explains !== undefined,
      is_readonly: isReadonly(statement),
    })
  }

  /** Ends whatever was left open and sets back what was set, so that the next stream finds a clean connection. */
  reset(): void {
    if (this.inTransaction) this.#db.exec('rollback')
    if (this.#hasChangedSchema) this.#tellSchema()
    if (this.#hasSettings) this.#db.exec(settings)
    this.#hasSettings = false
  }

  checkpoint(): void {
    this.#db.exec('pragma wal_checkpoint(truncate)')
  }

  close(): void {
    this.reset()
    this.#statements.clear()
    this.#db.close()
  }

  #noteChanges(statement: SqlStatement): void {
    this.#hasSettings ||= statement.verb === 'pragma'
    this.#hasChangedSchema ||= isSchemaChange(statement)
    if (this.#hasChangedSchema) this.#tellSchema()
  }

  /** At once, for this connection's own statements; and when its transaction ends, for everybody's. */
  #tellSchema(): void {
    this.#clock.now += 1
    this.#hasChangedSchema = this.inTransaction
  }

  /** A read of the schema makes SQLite look whether its own copy still holds; in a transaction it must. */
  #followSchema(): void {
    if (this.#schema === this.#clock.now) return
    this.#statements.clear()
    if (this.inTransaction) return
    this.#db.prepare('select 1 from sqlite_schema limit 1').raw(true).all()
    this.#schema = this.#clock.now
  }

  #prepared(statement: SqlStatement): Prepared {
    if (statement.explains === 'code') {
      throw new HranaError('EXPLAIN gives byte code with raw bytes in it; use EXPLAIN QUERY PLAN', 'SQLITE_AUTH')
    }
    this.#followSchema()
    return this.#statements.get(statement.sql) ?? this.#keep(statement, prepare(this.#db, statement))
  }

  #keep(statement: SqlStatement, prepared: Prepared): Prepared {
    const mayStay = isRead(statement) || isChange(statement) || isTransaction(statement)
    if (!mayStay || statement.sql.length > longestKept) return prepared
    if (this.#statements.size >= mostStatements) this.#statements.clear()
    this.#statements.set(statement.sql, prepared)
    return prepared
  }
}

function resultInJson(
  statement: SqlStatement,
  cols: Json,
  rows: Json[],
  [changes, rowid]: [number | bigint, number | bigint],
): Json {
  const touched = isChange(statement) ? changes : 0
  const last = isInsert(statement) ? `"${rowid}"` : 'null'
  return `{"cols":${cols},"rows":[${rows.join()}],"affected_row_count":${touched},"last_insert_rowid":${last}}`
}
