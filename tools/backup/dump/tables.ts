import type { Client, Transaction } from '@libsql/client'

export interface Table {
  name: string
  columns: string[]
}

/** SQLite's own, the libraries', and what remembers migrations, which a backup says in its first line. */
const ours = ['sqlite_*', 'libsql_*', '_litestream*', '_cf_*', '__drizzle_migrations']
  .map((pattern) => `t.name not glob '${pattern}'`)
  .join(' and ')

/** Every table of Navet's in a database, those that others refer to first. */
export async function readTables(database: Client | Transaction): Promise<Table[]> {
  const { rows: columns } = await database.execute(`select t.name as "table", c.name as "column"
    from sqlite_schema t, pragma_table_xinfo(t.name) c where t.type = 'table' and ${ours} and c.hidden = 0
    order by t.name, c.cid`)
  const { rows: references } = await database.execute(`select distinct t.name as "table", r."table" as "to"
    from sqlite_schema t, pragma_foreign_key_list(t.name) r where t.type = 'table' and ${ours}`)
  const names = [...new Set(columns.map((row) => String(row.table)))]
  const parents = (name: string) =>
    references.filter((row) => row.table === name && row.to !== name).map((row) => String(row.to))
  return inOrder(names, parents).map((name) => ({
    name,
    columns: columns.filter((row) => row.table === name).map((row) => String(row.column)),
  }))
}

function inOrder(names: string[], parents: (name: string) => string[]): string[] {
  const ordered: string[] = []
  const place = (name: string, path: string[]) => {
    if (ordered.includes(name) || path.includes(name) || !names.includes(name)) return
    for (const parent of parents(name)) place(parent, [...path, name])
    ordered.push(name)
  }
  for (const name of names) place(name, [])
  return ordered
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
