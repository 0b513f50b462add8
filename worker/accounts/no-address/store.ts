import { type SQL, sql } from 'drizzle-orm'

import { noAddressDomain } from './rules.ts'

/** Holds for an address that somebody has: not for what stands for none. */
export function isReal(email: SQL): SQL {
  return sql`${email} not like ${`%@${noAddressDomain}`}`
}
