import { fillPlaceholders, type Placeholder, type Query, sql } from 'drizzle-orm'
import type { RunnableQuery } from 'drizzle-orm/runnable-query'

import type { Database } from './client.ts'

type Values = Record<string, string>

/** What a batch asks of a statement: its text with parameters, and rows from what came back. */
interface Prepared {
  getQuery(): Query
  mapResult(result: unknown, isFromBatch?: boolean): unknown
}

/**
 * A statement for batches that is built once per isolate and filled in at each use: building one costs more than
 * running it. `build` gets a slot per value; values are text.
 */
export function statement<Name extends string, Built extends RunnableQuery<unknown, 'sqlite'>>(
  names: readonly Name[],
  build: (db: Database, slots: Record<Name, Placeholder>) => Built,
): (db: Database, values: Record<Name, string>) => RunnableQuery<Built['_']['result'], 'sqlite'> {
  let built: Prepared | undefined

  return (db, values) => {
    built ??= prepare(build(db, slotsFor(names)))
    return bind(built, values) as unknown as RunnableQuery<Built['_']['result'], 'sqlite'>
  }
}

function slotsFor<Name extends string>(names: readonly Name[]): Record<Name, Placeholder> {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder<string>(name)])) as Record<Name, Placeholder>
}

function prepare(query: unknown): Prepared {
  return (query as { _prepare(): Prepared })._prepare()
}

function bind(prepared: Prepared, values: Values) {
  const { sql: text, params } = prepared.getQuery()
  return {
    _prepare: (): Prepared => ({
      getQuery: () => ({ sql: text, params: fillPlaceholders(params, values) }),
      mapResult: (result, isFromBatch) => prepared.mapResult(result, isFromBatch),
    }),
  }
}
