/**
 * The parts of Hrana 2 over HTTP, JSON encoding, that clients send and get.
 * Source: tursodatabase/libsql docs/HRANA_2_SPEC.md and HTTP_V2_SPEC.md.
 */
export type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

export interface Stmt {
  sql?: string | null
  sql_id?: number | null
  args?: Value[]
  named_args?: { name: string; value: Value }[]
  want_rows?: boolean
}

export type BatchCond =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: BatchCond }
  | { type: 'and'; conds: BatchCond[] }
  | { type: 'or'; conds: BatchCond[] }
  | { type: 'is_autocommit' }

export interface Batch {
  steps: { stmt: Stmt; condition?: BatchCond | null }[]
}

export type StreamRequest =
  | { type: 'close' }
  | { type: 'execute'; stmt: Stmt }
  | { type: 'batch'; batch: Batch }
  | { type: 'sequence'; sql?: string | null; sql_id?: number | null }
  | { type: 'describe'; sql?: string | null; sql_id?: number | null }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'get_autocommit' }

export interface StmtResult {
  cols: { name: string | null; decltype: string | null }[]
  rows: Value[][]
  affected_row_count: number
  last_insert_rowid: string | null
}

export interface HranaProblem {
  message: string
  code: string
}

export interface BatchResult {
  step_results: (StmtResult | null)[]
  step_errors: (HranaProblem | null)[]
}

export interface PipelineRequest {
  baton?: string | null
  requests: StreamRequest[]
}

export type StreamResult =
  | { type: 'ok'; response: { type: string; [more: string]: unknown } }
  | { type: 'error'; error: HranaProblem }

/** A no that the client is told in Hrana's own shape. */
export class HranaError extends Error {
  readonly code: string

  constructor(message: string, code: string) {
    super(message)
    this.code = code
  }
}

/** What SQLite said, or what we did; anything else is a bug and is thrown on. */
export function problemOf(error: unknown): HranaProblem {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return { message: error.message, code: error.code }
  }
  throw error
}
