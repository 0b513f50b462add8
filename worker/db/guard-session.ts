import type { Client, InStatement, ResultSet } from '@libsql/client/web'

import { Refusal } from '../refusal.ts'

/** A session as its cookies tell it; only the database knows whether it still lives. */
export interface ClaimedSession {
  token: string
  learner: string
  now: Date
}

/** However often a session is used, it ends this long after it began. */
export const longestSessionMs = 90 * 24 * 3_600_000

/** SQLite's own refusal of the text is what stops the batch: a select may not raise one of its own. */
const mustLive = `select case when exists (select 1 from sessions
  where token = ? and user_id = ? and expires_at > ? and created_at > ?) then 1 else json('session ended') end`

/** Ways of a client to reach the database that ask nothing first. */
const unguarded = new Set<string | symbol>(['transaction', 'executeMultiple', 'migrate', 'sync'])

/**
 * The same client for somebody who signed in: before anything runs, and in the same round trip, the database is asked
 * whether the session still lives. If it does not, nothing runs, and it is the refusal `signed-out`, `session ended`.
 * What is neither `execute` nor `batch` is not to be had, because it could not be guarded so.
 */
export function guardSession(client: Client, session: ClaimedSession): Client {
  const guarded = {
    batch: (statements: (InStatement | [string, unknown[]])[]) => runGuarded(client, session, statements),
    execute: async (statement: InStatement) => (await runGuarded(client, session, [statement]))[0]!,
  }
  return new Proxy(client, {
    get(target, name) {
      if (name === 'batch' || name === 'execute') return guarded[name]
      if (unguarded.has(name)) throw new Error(`a guarded client has no ${String(name)}`)
      return Reflect.get(target, name, target) as unknown
    },
  })
}

async function runGuarded(
  client: Client,
  { token, learner, now }: ClaimedSession,
  statements: (InStatement | [string, unknown[]])[],
): Promise<ResultSet[]> {
  const guard = { sql: mustLive, args: [token, learner, now.getTime(), now.getTime() - longestSessionMs] }
  const batch = [guard, ...statements] as InStatement[]
  try {
    // What may write takes its turn from the start: a transaction that has read first cannot always become one that writes.
    const [, ...results] = await client.batch(batch, batch.some(mayWrite) ? 'write' : 'deferred')
    return results
  } catch (error) {
    throw isGuards(error) ? new Refusal('signed-out', 'session ended') : error
  }
}

const writing = new Map<string, boolean>()
const mostKnown = 1000

/** By its text, which for most statements is one that came before. */
function mayWrite(statement: InStatement): boolean {
  const text = typeof statement === 'string' ? statement : statement.sql
  const known = writing.get(text)
  if (known !== undefined) return known

  const found = /\b(insert|update|delete|replace)\b/i.test(text)
  if (writing.size >= mostKnown) writing.clear()
  writing.set(text, found)
  return found
}

function isGuards(error: unknown): boolean {
  return error instanceof Error && 'statementIndex' in error && error.statementIndex === 0 && /JSON/.test(error.message)
}
