import type { Connection } from './connection.ts'
import { HranaError, problemOf } from './hrana.ts'
import type { Permission } from './permission.ts'
import type { Batch, BatchCond, Stmt, StreamRequest } from './pipeline.ts'
import type { Json } from './json.ts'
import { isReadonly, type SqlStatement, statementsOf } from './sql-statement.ts'
import type { WriteTurn } from './write-turn.ts'

interface StepResults {
  results: (Json | null)[]
  errors: (Json | null)[]
}

const mostTexts = 1000
/** Of all rows that one answer holds, as JSON. */
const largestAnswer = 32 * 1024 * 1024

/** One Hrana stream: a connection of its own, the SQL texts it stored, and requests that run one after the other. */
export class Stream {
  readonly connection: Connection
  readonly #turn: WriteTurn
  readonly #permission: Permission
  readonly #texts = new Map<number, string>()
  #room = largestAnswer
  /** In the present transaction. */
  #wrote = false
  #isClosed = false

  constructor(connection: Connection, turn: WriteTurn, permission: Permission) {
    this.connection = connection
    this.#turn = turn
    this.#permission = permission
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  /** A pipeline begins, and with it an answer. */
  begin(): void {
    this.#room = largestAnswer
  }

  /** Answers one request with the response's JSON; throws HranaError or the binding's error. */
  async answer(request: StreamRequest): Promise<Json> {
    if (this.#isClosed) throw new HranaError('the stream is closed', 'STREAM_CLOSED')
    switch (request.type) {
      case 'execute':
        return `{"type":"execute","result":${await this.#execute(request.stmt)}}`
      case 'batch':
        return `{"type":"batch","result":${await this.#batch(request.batch)}}`
      case 'sequence':
        await this.#sequence(this.#textOf(request))
        return '{"type":"sequence"}'
      case 'describe':
        return `{"type":"describe","result":${this.connection.describe(this.#permission.statementOf(this.#textOf(request)))}}`
      case 'store_sql':
        this.#store(request.sql_id, request.sql)
        return '{"type":"store_sql"}'
      case 'close_sql':
        this.#texts.delete(request.sql_id)
        return '{"type":"close_sql"}'
      case 'get_autocommit':
        return `{"type":"get_autocommit","is_autocommit":${!this.connection.inTransaction}}`
      case 'close':
        this.#isClosed = true
        return '{"type":"close"}'
    }
  }

  /** Rolls back what is open and lets the next writer in. */
  end(): void {
    this.#isClosed = true
    this.connection.reset()
    this.#turn.settle(this, false)
  }

  #execute(stmt: Stmt): Promise<Json> | Json {
    const statement = this.#permission.statementOf(this.#textOf(stmt))
    return this.#inTurn([statement], () => this.#run(statement, stmt))
  }

  /** All in one turn; nothing of it runs when one of its statements is not allowed. */
  async #sequence(sql: string): Promise<void> {
    const statements = statementsOf(sql)
    for (const statement of statements) this.#permission.check(statement)
    await this.#inTurn(statements, () => {
      for (const statement of statements) this.#run(statement, { want_rows: false })
    })
  }

  #run(statement: SqlStatement, stmt: Omit<Stmt, 'sql'>): Json {
    const { result, size } = this.connection.execute(statement, stmt, this.#room)
    if (stmt.want_rows !== false) this.#room -= size
    return result
  }

  /** Work that cannot write is done at once; what may write, in its turn. */
  #inTurn<T>(statements: SqlStatement[], work: () => T): T | Promise<T> {
    if (!statements.every(isReadonly)) {
      const write = () => {
        this.#wrote = true
        return work()
      }
      return this.#turn.take(this, write, () => this.#holds())
    }
    try {
      return work()
    } finally {
      this.#turn.settle(this, this.#holds())
    }
  }

  /** Whether this stream's transaction holds the lock. */
  #holds(): boolean {
    this.#wrote &&= this.connection.inTransaction
    return this.#wrote
  }

  async #batch({ steps }: Batch): Promise<Json> {
    const { results, errors }: StepResults = { results: [], errors: [] }
    for (const [i, { stmt, condition }] of steps.entries()) {
      results[i] = null
      errors[i] = null
      if (condition && !this.#isMet(condition, { results: results.slice(0, i), errors })) continue
      try {
        results[i] = await this.#execute(stmt)
      } catch (error) {
        errors[i] = JSON.stringify(problemOf(error))
      }
    }
    return `{"step_results":[${results.map(String).join()}],"step_errors":[${errors.map(String).join()}]}`
  }

  /** `done`: the steps before the one that the condition is of. */
  #isMet(condition: BatchCond, done: StepResults): boolean {
    switch (condition.type) {
      case 'ok':
      case 'error': {
        const step = (condition.type === 'ok' ? done.results : done.errors)[condition.step]
        if (condition.step >= done.results.length) throw new HranaError('no such step before', 'HRANA_PROTO_ERROR')
        return Boolean(step)
      }
      case 'not':
        return !this.#isMet(condition.cond, done)
      case 'and':
        return condition.conds.every((cond) => this.#isMet(cond, done))
      case 'or':
        return condition.conds.some((cond) => this.#isMet(cond, done))
      case 'is_autocommit':
        return !this.connection.inTransaction
    }
  }

  #store(id: number, sql: string): void {
    if (this.#texts.has(id)) throw new HranaError(`SQL text ${id} is stored already`, 'SQL_STORE_DUPLICATE')
    if (this.#texts.size >= mostTexts) throw new HranaError('too many SQL texts are stored', 'SQL_STORE_TOO_LARGE')
    this.#texts.set(id, sql)
  }

  #textOf({ sql, sql_id: id }: { sql?: string | null | undefined; sql_id?: number | null | undefined }): string {
    const text = sql ?? (id === undefined || id === null ? undefined : this.#texts.get(id))
    if (text === undefined) throw new HranaError(`SQL text ${id ?? ''} was not stored`, 'SQL_NOT_FOUND')
    return text
  }
}
