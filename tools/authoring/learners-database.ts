import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { type Client, createClient } from '@libsql/client/web'

import { startDatabase } from '../start/database-process.ts'

/**
 * Does some reading in the database of LIBSQL_URL, or in the embedded one when there is one. Returns undefined when
 * there is no database; throws what the database says.
 */
export async function withLearners<T>(work: (client: Client) => Promise<T>): Promise<T | undefined> {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, DATA_DIR = '.data' } = process.env
  if (LIBSQL_URL)
    return closing(
      createClient({ url: LIBSQL_URL, ...(LIBSQL_AUTH_TOKEN ? { authToken: LIBSQL_AUTH_TOKEN } : {}) }),
      work,
    )

  const file = join(resolve(DATA_DIR), 'navet.db')
  if (!existsSync(file)) return undefined
  const database = await startDatabase(file)
  try {
    return await closing(createClient({ url: database.url, authToken: database.token }), work)
  } finally {
    await database.stop()
  }
}

async function closing<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await work(client)
  } finally {
    client.close()
  }
}
