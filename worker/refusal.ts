/** Every expected no. One table in http/answer-errors turns the code into a status. */
export type RefusalCode =
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'invalid'
  | 'too-many'
  | 'unavailable'

/** An expected no. The reason is a message key or a plain word for logs and the API; it never holds what somebody typed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly reason: string
  /** Which fields of the request were wrong, and how (`too-long`, `required` …). */
  readonly fields: Record<string, string>

  constructor(code: RefusalCode, reason: string, fields: Record<string, string> = {}) {
    super(`${code}: ${reason}`)
    this.name = 'Refusal'
    this.code = code
    this.reason = reason
    this.fields = fields
  }
}

/** The refusal somewhere in an error's chain of causes: Drizzle and the client wrap what the database said. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; cause = cause.cause, depth += 1) {
    if (cause instanceof Refusal) return cause
  }
  return undefined
}

/** Why something expected was refused; undefined for a bug. */
export function reasonIn(error: unknown): string | undefined {
  return refusalIn(error)?.reason
}

export function isUnavailable(error: unknown): boolean {
  return refusalIn(error)?.code === 'unavailable'
}
