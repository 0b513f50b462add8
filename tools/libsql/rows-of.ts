import type Database from 'libsql'

import { HranaError } from './hrana.ts'
import type { SqlValue } from './values.ts'

type Statement = ReturnType<InstanceType<typeof Database>['prepare']>

/** The binding's iterator, with what it keeps between two calls: the rows it fetched, and which of them comes now. */
interface Rows {
  nextRows: (unknown[] | undefined)[]
  nextRowIndex: number
  next(): { value?: unknown[] }
}

const firstFetch = 16
const largestFetch = 100
const largeRows = 1024 * 1024
const longestMs = 10_000

/**
 * The rows of a statement. The binding fetches a hundred at a time, however large; here a few, and more while they are
 * small. Throws when they take over ten seconds, or the binding's error. A statement that is left early is reset.
 */
export function* rowsOf(statement: Statement, bound: SqlValue[]): Generator<unknown[]> {
  const rows = statement.iterate(bound) as unknown as Rows
  const end = performance.now() + longestMs
  let isOpen = false
  try {
    for (let size = firstFetch; ;) {
      rows.nextRows = Array.from<undefined>({ length: size })
      rows.nextRowIndex = largestFetch
      isOpen = false
      const { value: first } = rows.next()
      if (!first) return
      const fetched = [first, ...rows.nextRows.slice(1).filter((row) => row !== undefined)]
      isOpen = fetched.length === size
      yield* fetched
      if (!isOpen) return

      size = weightOf(fetched) > largeRows ? 1 : Math.min(size * 4, largestFetch)
      if (performance.now() > end) throw new HranaError('the statement ran for over ten seconds', 'SQLITE_INTERRUPT')
    }
  } finally {
    if (isOpen) reset(statement, bound)
  }
}

function weightOf(rows: unknown[][]): number {
  return rows.reduce((sum, [first]) => sum + (first instanceof Uint8Array ? first.length : 0), 0)
}

/** The binding has no reset of its own; `get` takes one row more and resets. */
function reset(statement: Statement, bound: SqlValue[]): void {
  try {
    statement.get(bound)
  } catch {
    // An error ends the statement as well.
  }
}
