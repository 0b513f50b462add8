import type { Client } from '@libsql/client/web'

/** What a column is called that says who somebody is, whether or not it is a foreign key. */
const naming =
  /^(learner|user|user_id|who|account|owner|email|recipient|holder|member|membership|created_by|removed_by|actor|award|cursor)$/

interface Table {
  columns: string[]
  refersTo: string[]
}

/** Every table of a database, with its columns and the tables it refers to. */
export async function tablesOf(client: Client): Promise<Map<string, Table>> {
  const { rows } =
    await client.execute(`select t.name as name, c.name as col from sqlite_schema t, pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite_%' order by 1, c.cid`)
  const { rows: keys } = await client.execute(`select t.name as name, k."table" as at
    from sqlite_schema t, pragma_foreign_key_list(t.name) k where t.type = 'table'`)
  const tables = new Map<string, Table>()
  for (const { name, col } of rows) {
    const known = tables.get(String(name)) ?? { columns: [], refersTo: [] }
    tables.set(String(name), { ...known, columns: [...known.columns, String(col)] })
  }
  for (const { name, at } of keys) tables.get(String(name))?.refersTo.push(String(at))
  return tables
}

/** Tables that name a person: by a column, or by a row that leads to an account. */
export function personal(tables: Map<string, Table>): string[] {
  const found = new Set(
    [...tables]
      .filter(([name, { columns }]) => name === 'users' || columns.some((column) => naming.test(column)))
      .map(([name]) => name),
  )
  for (let before = 0; before !== found.size;) {
    before = found.size
    for (const [name, { refersTo }] of tables) if (refersTo.some((at) => found.has(at))) found.add(name)
  }
  return [...found].toSorted()
}
