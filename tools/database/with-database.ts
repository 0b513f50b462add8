import { type Client, createClient } from '@libsql/client/web'

import { mayEnd } from '../command/stop.ts'
import { withEmbedded } from './with-embedded.ts'

/** Runs a command on the database of LIBSQL_URL, or on the embedded one of DATA_DIR, whether or not Navet runs. */
export async function withDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const done = await withDatabaseIfAny(async (client) => ({ result: await work(client) }))
  if (!done) throw new Error('there is no database: set LIBSQL_URL, or start Navet once')
  return done.result
}

/** The same, for what can do without: undefined where there is no database. */
export async function withDatabaseIfAny<T>(work: (client: Client) => Promise<T>): Promise<T | undefined> {
  return mayEnd(() => onDatabase(work))
}

async function onDatabase<T>(work: (client: Client) => Promise<T>): Promise<T | undefined> {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, DATA_DIR = '.data' } = process.env
  if (!LIBSQL_URL) return withEmbedded(DATA_DIR, work)

  const client = createClient({ url: LIBSQL_URL, ...(LIBSQL_AUTH_TOKEN ? { authToken: LIBSQL_AUTH_TOKEN } : {}) })
  try {
    return await work(client)
  } finally {
    client.close()
  }
}
