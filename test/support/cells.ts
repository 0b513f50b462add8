import { sql } from 'drizzle-orm'

import type { Database } from '../../worker/db/client.ts'

/** The tables in which some cell holds one of the texts, be it within a longer one. */
export async function tablesWith(db: Database, texts: string[]): Promise<string[]> {
  const tables = await db.all<{
    name: string
    columns: string
  }>(sql`select t.name, group_concat(quote(c.name)) as columns
    from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' group by t.name`)
  const found: string[] = []
  for (const { name, columns } of tables) {
    const row = columns
      .split(',')
      .map((column) => `coalesce("${column.slice(1, -1)}", '')`)
      .join(" || ' ' || ")
    const conditions = texts.map((text) => sql`instr(${sql.raw(row)}, ${text}) > 0`)
    const [{ rows } = { rows: 0 }] = await db.all<{ rows: number }>(
      sql`select count(*) as rows from ${sql.raw(`"${name}"`)} where ${sql.join(conditions, sql` or `)}`,
    )
    if (rows > 0) found.push(name)
  }
  return found.toSorted()
}
