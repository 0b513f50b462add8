import { openDatabase } from '../db/client.ts'
import { type Bindings, readSettings } from '../env.ts'
import { readReadiness } from '../health/read-readiness.ts'
import { isInSchema, type Lacking } from '../health/store.ts'
import { logDatabaseTrouble } from '../log.ts'
import { Refusal } from '../refusal.ts'

/** As SQLite says it: what a migration of this build brings, or a later one took away. */
const sayings = [
  /no such table: "?(?:main\.)?(?<table>\w+)/,
  /no such column: "?(?:(?<table>\w+)"?\."?)?(?<column>\w+)/,
  /table "?(?<table>\w+)"? has no column named "?(?<column>\w+)/,
]

/** When it was first seen in the database that something is there which a statement had lacked: named by our own code. */
const seenAt = new Map<string, number>()

/**
 * The refusal `unavailable` for an error that comes of a database on which this build cannot work, as /readyz says it of
 * the whole, or could not: a migration may have ended since the statement failed. Undefined for every other, which is a
 * bug. `began`: when the request did. Errors of that kind alone cost a round trip or two.
 */
export async function refusalOfUnfitSchema(
  error: Error,
  { bindings, began }: { bindings: Bindings; began: Date },
): Promise<Refusal | undefined> {
  const lacking = lackingIn(deepest(error).message)
  if (!lacking) return undefined

  const { migrations } = await readReadiness(bindings)
  if (migrations === 'unknown') return unfit(migrations)
  if (migrations === 'ok' && !(await cameMeanwhile(lacking, bindings, began))) return undefined
  const state = migrations === 'ok' ? 'just_ended' : migrations
  logDatabaseTrouble(`MIGRATIONS_${state.toUpperCase()}`)
  return unfit(state)
}

function unfit(migrations: string): Refusal {
  return new Refusal('unavailable', `database: migrations ${migrations}`)
}

function lackingIn(message: string): Lacking | undefined {
  for (const saying of sayings) {
    const { table, column } = saying.exec(message)?.groups ?? {}
    if (table || column) return { table, column }
  }
  return undefined
}

/**
 * Whether what was lacking is there now. A statement that names what is there in the wrong place fails for ever: of one
 * that began after it was seen there, the lack is no migration's doing.
 */
async function cameMeanwhile(lacking: Lacking, bindings: Bindings, began: Date): Promise<boolean> {
  const name = JSON.stringify(lacking)
  const seen = seenAt.get(name)
  if (seen !== undefined && began.getTime() > seen) return false

  if (!(await isInSchema(openDatabase(readSettings(bindings), bindings).db, lacking))) return false
  seenAt.set(name, seen ?? Date.now())
  return true
}

/** What the database said: whoever asked it wraps that. */
function deepest(error: Error): Error {
  let cause = error
  for (let depth = 0; cause.cause instanceof Error && depth < 8; depth += 1) cause = cause.cause
  return cause
}
