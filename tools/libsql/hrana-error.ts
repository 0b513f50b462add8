import Database from 'libsql'

/** An expected no, in Hrana's own form: a client sees `message` and `code`; `status` counts where HTTP itself must say it. */
export class HranaError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** What a client may know of an error. SQLite's codes keep their extended form (`SQLITE_CONSTRAINT_UNIQUE`). */
export function toHranaError(error: unknown): HranaError {
  if (error instanceof HranaError) return error
  if (error instanceof Database.SqliteError) return new HranaError(error.code, `SQLite error: ${error.message}`)

  console.error(error)
  return new HranaError('INTERNAL_ERROR', 'the libSQL server met a bug of its own; its log says more', 500)
}

/** Whether another connection holds the lock, so that the same statement may succeed later.
 * A stale snapshot (`SQLITE_BUSY_SNAPSHOT`) never gets better by waiting and is no such case. */
export function isLocked(error: unknown): boolean {
  return error instanceof Database.SqliteError && (error.code === 'SQLITE_BUSY' || error.code === 'SQLITE_BUSY_RECOVERY')
}

export function encodeError({ message, code }: HranaError): string {
  return JSON.stringify({ message, code })
}
