import { type Column, type SQL, sql } from 'drizzle-orm'

/** A column of JSON as what it says; one that says nothing readable as the text that it is, instead of an error. */
export function readable(column: Column): SQL<unknown> {
  return sql`${column}`.mapWith((stored: string): unknown => {
    try {
      return JSON.parse(stored)
    } catch {
      return stored
    }
  })
}
