/** What the client is told when a request of the pipeline could not be done. */
export interface HranaProblem {
  message: string
  code: string
  /** SQLite's extended code, where there is one. */
  extended_code?: string
}

/** A no that the client is told in Hrana's own shape. */
export class HranaError extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** Primary codes by their number: https://www.sqlite.org/rescode.html */
const primaryCodes = (
  'OK ERROR INTERNAL PERM ABORT BUSY LOCKED NOMEM READONLY INTERRUPT IOERR CORRUPT NOTFOUND FULL CANTOPEN PROTOCOL ' +
  'EMPTY SCHEMA TOOBIG CONSTRAINT MISMATCH MISUSE NOLFS AUTH FORMAT RANGE NOTADB'
).split(' ')

/** What SQLite said (its primary code, as sqld sends it, and the extended one), or what we did; a bug is thrown on. */
export function problemOf(error: unknown): HranaProblem {
  if (error instanceof HranaError) return { message: error.message, code: error.code }
  if (!(error instanceof Error) || !('rawCode' in error) || typeof error.rawCode !== 'number') throw error

  const primary = primaryCodes[error.rawCode & 255]
  const extended = 'code' in error ? String(error.code) : ''
  return {
    message: `SQLite error: ${error.message}`,
    code: primary ? `SQLITE_${primary}` : 'SQLITE_UNKNOWN',
    ...(extended.startsWith(`SQLITE_${primary}_`) && { extended_code: extended }),
  }
}
