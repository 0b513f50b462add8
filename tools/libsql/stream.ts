import type { Connection } from './connection.ts'
import {
  type Batch,
  type BatchCond,
  type BatchResult,
  HranaError,
  problemOf,
  type Stmt,
  type StmtResult,
  type StreamRequest,
} from './hrana.ts'
import type { WriteTurn } from './write-turn.ts'

/** Takes no write lock: reading, and the statements that begin, end or divide a transaction without writing. */
const readOnly =
  /^\s*(select|values|explain|commit|end|rollback|savepoint|release|begin\s*(deferred|transaction\b(?!\s*(immediate|exclusive))|;|$))/i

/** One Hrana stream: a connection of its own, the SQL texts it stored, and requests that run one after the other. */
export class Stream {
  readonly connection: Connection
  readonly #turn: WriteTurn
  readonly #texts = new Map<number, string>()
  #closed = false
  /** In the present transaction. */
  #wrote = false

  constructor(connection: Connection, turn: WriteTurn) {
    this.connection = connection
    this.#turn = turn
  }

  /** Answers one request; throws HranaError or the binding's error. */
  async answer(request: StreamRequest): Promise<{ type: string; [more: string]: unknown }> {
    switch (request.type) {
      case 'execute':
        return { type: 'execute', result: await this.#execute(request.stmt) }
      case 'batch':
        return { type: 'batch', result: await this.#batch(request.batch) }
      case 'sequence':
        await this.#inTurn(true, () => {
          this.#wrote = true
          this.connection.sequence(this.#textOf(request))
        })
        return { type: 'sequence' }
      case 'describe':
        return { type: 'describe', result: this.connection.describe(this.#textOf(request)) }
      case 'store_sql':
        return this.#store(request.sql_id, request.sql)
      case 'close_sql':
        this.#texts.delete(request.sql_id)
        return { type: 'close_sql' }
      case 'get_autocommit':
        return { type: 'get_autocommit', is_autocommit: !this.connection.inTransaction }
      case 'close':
        return { type: 'close' }
      default:
        throw new HranaError('unknown type of request', 'HRANA_PROTO_ERROR')
    }
  }

  /** Rolls back what is open and lets the next writer in. What still waits for its turn gives up. */
  end(): void {
    this.#closed = true
    this.connection.reset()
    this.#turn.settle(this, false)
  }

  #execute(stmt: Stmt): Promise<StmtResult> | StmtResult {
    const sql = this.#textOf(stmt)
    const mayWrite = !readOnly.test(sql)
    return this.#inTurn(mayWrite, () => {
      this.#wrote ||= mayWrite
      return this.connection.execute(stmt, sql)
    })
  }

  async #batch({ steps }: Batch): Promise<BatchResult> {
    const result: BatchResult = { step_results: [], step_errors: [] }
    for (const [i, { stmt, condition }] of steps.entries()) {
      result.step_results[i] = null
      result.step_errors[i] = null
      if (condition && !this.#holds(condition, result)) continue
      try {
        result.step_results[i] = await this.#execute(stmt)
      } catch (error) {
        result.step_errors[i] = problemOf(error)
      }
    }
    return result
  }

  #holds(condition: BatchCond, result: BatchResult): boolean {
    switch (condition.type) {
      case 'ok':
        return Boolean(result.step_results[condition.step])
      case 'error':
        return Boolean(result.step_errors[condition.step])
      case 'not':
        return !this.#holds(condition.cond, result)
      case 'and':
        return condition.conds.every((cond) => this.#holds(cond, result))
      case 'or':
        return condition.conds.some((cond) => this.#holds(cond, result))
      case 'is_autocommit':
        return !this.connection.inTransaction
      default:
        throw new HranaError('unknown type of condition', 'HRANA_PROTO_ERROR')
    }
  }

  /** Runs work that cannot write at once, and work that may when no other stream's transaction holds the lock. */
  #inTurn<T>(mayWrite: boolean, work: () => T): T | Promise<T> {
    if (!mayWrite) return this.#andSettle(work)
    const turn = this.#turn.take(this)
    return turn ? turn.then(() => this.#andSettle(work)) : this.#andSettle(work)
  }

  #andSettle<T>(work: () => T): T {
    try {
      if (this.#closed) throw new HranaError('the stream was closed while it waited to write', 'STREAM_EXPIRED')
      return work()
    } finally {
      this.#wrote &&= this.connection.inTransaction
      this.#turn.settle(this, this.#wrote)
    }
  }

  #store(id: number, sql: string) {
    if (this.#texts.has(id)) throw new HranaError(`SQL text ${id} is stored already`, 'SQL_STORE_DUPLICATE')
    if (this.#texts.size >= 1000) throw new HranaError('too many SQL texts are stored', 'SQL_STORE_TOO_LARGE')
    this.#texts.set(id, sql)
    return { type: 'store_sql' }
  }

  #textOf({ sql, sql_id: id }: { sql?: string | null; sql_id?: number | null }): string {
    const text = sql ?? (id === undefined || id === null ? undefined : this.#texts.get(id))
    if (typeof text !== 'string') throw new HranaError(`SQL text ${id ?? ''} was not stored`, 'SQL_NOT_FOUND')
    return text
  }
}
