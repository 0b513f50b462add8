import { fillPlaceholders, type Placeholder, type Query, sql } from 'drizzle-orm'
import type { RunnableQuery } from 'drizzle-orm/runnable-query'

import type { Database } from './client.ts'

/** As the column takes it; where there is no column, text or a number. */
type Value = string | number | boolean | Date | object | null

/** Where a value goes, by its name. */
export type Slots<Name extends string> = Record<Name, Placeholder>

/** What a batch asks of a statement: its text with parameters, and rows from what came back. */
interface Prepared {
  getQuery(): Query
  mapResult(result: unknown, isFromBatch?: boolean): unknown
}

/**
 * A statement for batches that is built once per isolate and filled in at each use: building one costs more than
 * running it. `build` gets a slot per value.
 */
export function statement<Name extends string, Built extends RunnableQuery<unknown, 'sqlite'>>(
  names: readonly Name[],
  build: (db: Database, slots: Slots<Name>) => Built,
): (db: Database, values: Record<Name, Value>) => RunnableQuery<Built['_']['result'], 'sqlite'> {
  let built: Prepared | undefined

  return (db, values) => {
    built ??= prepare(build(db, slotsFor(names)))
    return bind(built, values) as unknown as RunnableQuery<Built['_']['result'], 'sqlite'>
  }
}

function slotsFor<Name extends string>(names: readonly Name[]): Slots<Name> {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder<string>(name)])) as Slots<Name>
}

/** The text is asked for once: a raw statement would write it anew each time. */
function prepare(query: unknown): Prepared {
  const prepared = (query as { _prepare(): Prepared })._prepare()
  const text = prepared.getQuery()
  return { getQuery: () => text, mapResult: (result, isFromBatch) => prepared.mapResult(result, isFromBatch) }
}

function bind(prepared: Prepared, values: Record<string, Value>) {
  const { sql: text, params } = prepared.getQuery()
  return {
    // Awaited by itself nothing would run, and nobody would know.
    // oxlint-disable-next-line unicorn/no-thenable
    then() {
      throw new Error('a statement that is built once runs in a batch')
    },
    _prepare: (): Prepared => ({
      getQuery: () => ({ sql: text, params: fillPlaceholders(params, values) }),
      mapResult: (result, isFromBatch) => prepared.mapResult(result, isFromBatch),
    }),
  }
}
