import type { CheckId } from './checks.ts'

type Severity = 'error' | 'warning'

/** One thing to mend, and where. Lines and columns count from 1. */
export interface Problem {
  path: string
  line: number
  column: number
  severity: Severity
  id: CheckId
  message: string
  /** What courses:check --fix writes instead, at the place of the problem. */
  mend?: Mend
  /** Asked of courses of the second edition, which this one is not yet. */
  later?: true
}

export interface Mend {
  from: string
  to: string
}

export interface Place {
  path: string
  line: number
  column?: number
}

/** Gathers every problem of a run; nothing in the compiler throws for what an author wrote. */
export class Problems {
  readonly #all = new Map<string, Problem>()
  #errors = 0

  /** How many errors so far: a part that adds none is whole. */
  get errors(): number {
    return this.#errors
  }

  error(id: CheckId, place: Place, message: string, mend?: Mend): void {
    this.#add({ severity: 'error', id, message }, place, mend && { mend })
  }

  warning(id: CheckId, place: Place, message: string, mend?: Mend): void {
    this.#add({ severity: 'warning', id, message }, place, mend && { mend })
  }

  /** What is asked from the second edition on, of a course of before. */
  later(id: CheckId, place: Place, message: string): void {
    this.#add({ severity: 'warning', id, message }, place, { later: true })
  }

  /** Takes over what another part of the run has reported. */
  include(others: Problems): void {
    for (const { severity, id, message, mend, later, ...place } of others.all())
      this.#add({ severity, id, message }, place, { ...(mend ? { mend } : {}), ...(later ? { later } : {}) })
  }

  all(): Problem[] {
    return [...this.#all.values()]
  }

  #add(
    said: Pick<Problem, 'severity' | 'id' | 'message'>,
    { path, line, column = 1 }: Place,
    more: Pick<Problem, 'mend' | 'later'> = {},
  ): void {
    const problem = { path, line, column, ...said, message: onOneLine(said.message), ...more }
    const key = lineOf(problem)
    if (this.#all.has(key)) return

    this.#all.set(key, problem)
    if (said.severity === 'error') this.#errors += 1
  }
}

/** A message may quote what an author wrote, and a problem is one line; control characters have no business there. */
function onOneLine(message: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is to go
  return message.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}

/** By path, line and column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.id, b.id),
  )
}

/** `path:line:col severity ID message` */
export function lineOf({ path, line, column, severity, id, message }: Problem): string {
  return `${path}:${line}:${column} ${severity} ${id} ${message}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
