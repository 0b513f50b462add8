import { type SQL, sql } from 'drizzle-orm'

import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Database } from '../../db/client.ts'
import { users } from '../../db/schema/accounts.ts'
import { noAddressDomain, noAddressOf } from './rules.ts'

/** Holds for an address that somebody has: not for what stands for none. */
export function isReal(email: SQL): SQL {
  return sql`${email} not like ${`%@${noAddressDomain}`}`
}

/** An account without an address, where a condition holds. */
export function recordUnreached(
  db: Database,
  { id, name, locale, at }: { id: string; name: string; locale: Locale; at: Date },
  where: SQL,
) {
  return db.run(sql`insert into ${users} (id, name, email, email_verified, locale, created_at, updated_at)
    select ${id}, ${name}, ${noAddressOf(id)}, 0, ${locale}, ${at.getTime()}, ${at.getTime()} where ${where}`)
}
