import { is, noopDecoder, SQL } from 'drizzle-orm'

import type { Database } from './client.ts'

interface Select<Row> extends PromiseLike<Row[]> {
  getSQL(): SQL
  _: { selectedFields: Record<string, unknown> }
}

/**
 * The rows of a query as they come from the database, for pages with hundreds of them: mapping them costs more than the
 * rest of the page. So each column must be called by its own name (`.as`) and be read as it is stored; throws if not.
 */
export function plainRows<Row>(db: Database, query: Select<Row>) {
  for (const [name, field] of Object.entries(query._.selectedFields)) {
    const isPlain = is(field, SQL.Aliased) && field.fieldAlias === name && decoderOf(field.sql) === noopDecoder
    if (!isPlain) throw new Error(`${name} is not read as it is stored`)
  }
  return db.all<Row>(query.getSQL())
}

function decoderOf(expression: SQL): unknown {
  return (expression as unknown as { decoder: unknown }).decoder
}
