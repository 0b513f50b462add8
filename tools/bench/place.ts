import type { Client } from '@libsql/client'

/** Where the product under load is, and how its database is reached directly. */
export interface Place {
  url: string
  db: Client
  secret: string
}

export async function countOf(db: Client, table: 'answers' | 'submissions'): Promise<number> {
  const { rows } = await db.execute(`select count(*) as n from ${table}`)
  return Number(rows[0]!.n)
}
