import type { Context } from 'hono'

import { readReadiness } from '../health/read-readiness.ts'
import { logDatabaseTrouble } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { App } from './open-visit.ts'

/** As SQLite says it: what a migration of this build brings, or a later one took away. */
const lacking = /no such (?:table|column)|has no column named/

/**
 * The refusal `unavailable` for an error that comes of a database on which this build cannot work, as /readyz says it of
 * the whole; undefined for every other, which is a bug. Errors of that kind alone cost a round trip.
 */
export async function refusalOfUnfitSchema(error: Error, c: Context<App>): Promise<Refusal | undefined> {
  if (!lacking.test(deepest(error).message)) return undefined

  const { migrations } = await readReadiness(c.env)
  if (migrations === 'ok') return undefined
  if (migrations !== 'unknown') logDatabaseTrouble(`MIGRATIONS_${migrations.toUpperCase()}`)
  return new Refusal('unavailable', `database: migrations ${migrations}`)
}

/** What the database said: whoever asked it wraps that. */
function deepest(error: Error): Error {
  let cause = error
  for (let depth = 0; cause.cause instanceof Error && depth < 8; depth += 1) cause = cause.cause
  return cause
}
