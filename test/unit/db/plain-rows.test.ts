import { createClient } from '@libsql/client'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { expect, test } from 'vitest'

import type { Database } from '../../../worker/db/client.ts'
import { plainRows } from '../../../worker/db/plain-rows.ts'
import { memberships } from '../../../worker/db/schema/companies.ts'

const db = drizzle(createClient({ url: 'file::memory:' })) as unknown as Database

test('a column that is called otherwise, or is read otherwise than it is stored, is refused when the statement is built', () => {
  const name = sql<string>`${memberships.name}`.as('name')
  expect(() => plainRows(db, db.select({ name }).from(memberships))).not.toThrow()
  expect(() => plainRows(db, db.select({ other: name }).from(memberships))).toThrow('other is not read as it is stored')
  expect(() => plainRows(db, db.select({ name: memberships.name }).from(memberships))).toThrow('name is not')
  const joinedAt = sql`${memberships.joinedAt}`.mapWith(memberships.joinedAt).as('joinedAt')
  expect(() => plainRows(db, db.select({ joinedAt }).from(memberships))).toThrow('joinedAt is not')
})
