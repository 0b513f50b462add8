import type { Connection } from './connection.ts'
import { type Batch, type BatchCond, type BatchResult, HranaError, problemOf, type Stmt, type StmtResult, type StreamRequest } from './hrana.ts'
import type { WriteTurn } from './write-turn.ts'

/** One Hrana stream: a connection of its own, the SQL texts it stored, and requests that run one after the other. */
export class Stream {
  readonly connection: Connection
  readonly #turn: WriteTurn
  readonly #texts = new Map<number, string>()
  #closed = false

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
        await this.#patiently(() => this.connection.sequence(this.#textOf(request)))
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
    const held = this.connection.inTransaction
    this.connection.reset()
    if (held) this.#turn.release()
  }

  #execute(stmt: Stmt): Promise<StmtResult> | StmtResult {
    const sql = this.#textOf(stmt)
    return this.#patiently(() => this.connection.execute(stmt, sql))
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

  /**
   * Runs a piece of work at once; if another stream holds the write lock, again when that one is done. A transaction
   * whose snapshot is outdated (SQLITE_BUSY_SNAPSHOT) can never succeed: its client is told.
   */
  #patiently<T>(work: () => T): T | Promise<T> {
    let busy = false
    try {
      return work()
    } catch (error) {
      busy = isBusy(error)
      if (busy) return this.#whenFree(work)
      throw error
    } finally {
      if (!busy && !this.connection.inTransaction) this.#turn.release()
    }
  }

  async #whenFree<T>(work: () => T): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      await this.#turn.wait(tries > 0)
      if (this.#closed) {
        this.#turn.release()
        throw new HranaError('the stream was closed while it waited to write', 'STREAM_EXPIRED')
      }
      let busy = false
      try {
        return work()
      } catch (error) {
        busy = isBusy(error)
        if (!busy) throw error
      } finally {
        if (!busy && !this.connection.inTransaction) this.#turn.release()
      }
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

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}
