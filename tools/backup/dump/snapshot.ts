import { setTimeout as pause } from 'node:timers/promises'

import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'

/** A moment at which one picture of the database ended and another began. */
export interface Break {
  at: string
  /** What was being read. */
  table: string
}

const keepMs = 1500
const patienceMs = 30_000

/**
 * One picture of a database, in a read transaction that the server holds for as long as it is asked for: nobody's
 * writes come in between, and nobody waits for it. A server that ends it (Turso does after a while, and whichever is
 * started again) is asked for another one, and the moment is noted in `breaks`.
 */
export class Snapshot {
  readonly breaks: Break[] = []
  readonly #client: Client
  readonly #timer: NodeJS.Timeout
  #transaction: Transaction | undefined
  #hasRead = false

  constructor(client: Client) {
    this.#client = client
    // Whoever takes our rows may be slow, and a transaction that nobody asks for anything is rolled back.
    this.#timer = setInterval(() => void this.#transaction?.execute('select 1').catch(() => undefined), keepMs)
    this.#timer.unref()
  }

  /** `table`: what is being read, for the note of a break. Throws what the database says of the statement itself. */
  async execute(statement: InStatement, table: string): Promise<ResultSet> {
    const until = Date.now() + patienceMs
    for (;;) {
      try {
        const found = await (await this.#held()).execute(statement)
        this.#hasRead = true
        return found
      } catch (error) {
        if (!isLoss(error) || !this.#hasRead || Date.now() > until) throw error
        if (this.#transaction) this.breaks.push({ at: new Date().toISOString(), table })
        this.#transaction?.close()
        this.#transaction = undefined
        await pause(200)
      }
    }
  }

  async #held(): Promise<Transaction> {
    this.#transaction ??= await this.#client.transaction('read')
    return this.#transaction
  }

  get transaction(): Promise<Transaction> {
    return this.#held()
  }

  close(): void {
    clearInterval(this.#timer)
    this.#transaction?.close()
  }
}

/** The transaction or the server is gone, and not: the statement is wrong. */
function isLoss(error: unknown): boolean {
  const { code = '', message = '', cause } = error as { code?: string; message?: string; cause?: unknown }
  if (/^(SQLITE_|RESPONSE_TOO_LARGE|SERVER_ERROR_40[13])/.test(code) && !/^SQLITE_(BUSY|UNKNOWN)/.test(code))
    return false
  return (
    /STREAM|TRANSACTION|SQLITE_BUSY|HRANA_|SERVER_ERROR/.test(code) ||
    /fetch failed|expired|timed out|closed/i.test(message) ||
    (cause !== undefined && isLoss(cause))
  )
}
