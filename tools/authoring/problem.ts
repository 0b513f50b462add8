export type Severity = 'error' | 'warning'

/** One thing to mend, and where. Lines and columns count from 1. */
export interface Problem {
  path: string
  line: number
  column: number
  severity: Severity
  id: string
  message: string
}

export interface Place {
  path: string
  line: number
  column?: number
}

/** Gathers every problem of a run; nothing in the compiler throws for what an author wrote. */
export class Problems {
  readonly all: Problem[] = []

  error(id: string, place: Place, message: string): void {
    this.add('error', id, place, message)
  }

  warning(id: string, place: Place, message: string): void {
    this.add('warning', id, place, message)
  }

  /** Sorted by path, line and column. */
  sorted(): Problem[] {
    return this.all.toSorted(
      (a, b) => compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.id, b.id),
    )
  }

  private add(severity: Severity, id: string, { path, line, column = 1 }: Place, message: string): void {
    this.all.push({ path, line, column, severity, id, message })
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** `path:line:col severity ID message` */
export function lineOf({ path, line, column, severity, id, message }: Problem): string {
  return `${path}:${line}:${column} ${severity} ${id} ${message}`
}
