import { getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as schema from '../../../worker/db/schema/index.ts'
import { bindings, database } from '../worker.ts'
import { ofNobody } from './marked-rows.ts'
import type { IsolationWorld, Viewer } from './world.ts'

const db = database(bindings())

const exported: unknown[] = Object.values(schema)

/** Every table of the schema. */
export const tables = exported.filter((each): each is SQLiteTable => is(each, SQLiteTable))
const personal = tables.filter((table) => !(getTableName(table) in ofNobody))

/** By table and number: what stands in the row. */
export type Rows = Map<string, string>

const columnsOf = (table: SQLiteTable) => Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))

/** Every row in which somebody of the world stands, or its company. */
export async function rowsIn({ ids, accounts, memberships }: IsolationWorld): Promise<Rows> {
  const marked = [ids, ids.removed].flatMap((each) => Object.values(each).filter((id) => typeof id === 'string'))
  const known = JSON.stringify([...marked, ...Object.values(accounts), ...Object.values(memberships)])
  const [first, ...others] = personal.map((table) => {
    const columns = columnsOf(table)
    const isKnown = columns.map((column) => sql`${column} in (select value from json_each(${known}))`)
    return db.all(sql`select ${getTableName(table)} || ' ' || rowid as name,
      json_array(${sql.join(columns, sql`, `)}) as row from ${table} where ${sql.join(isKnown, sql` or `)}`)
  })
  const lists = await db.batch([first!, ...others])
  return new Map((lists as { name: string; row: string }[][]).flat().map(({ name, row }) => [name, row]))
}

/** The tables of rows that came, went or changed and in which this viewer does not stand. */
export function changedFor(viewer: Viewer, world: IsolationWorld, { before, after }: { before: Rows; after: Rows }) {
  const own = [world.accounts[viewer], world.memberships[viewer]].filter((id) => id !== undefined)
  if (viewer === 'self') own.push(world.ids.award, world.ids.email)
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name))
  // Whoever joins has a membership from then on.
  for (const [name, row] of after)
    if (name.startsWith('memberships ') && row.includes(world.accounts[viewer] ?? '-')) own.push(JSON.parse(row)[0])
  const foreign = names.filter((name) => !own.some((id) => (before.get(name) ?? after.get(name))!.includes(id)))
  return [...new Set(foreign.map((name) => name.split(' ')[0]!))].toSorted()
}
