import { type Client, createClient } from '@libsql/client/web'

import { openDataFolder } from '../start/data-folder.ts'
import { startDatabase } from '../start/database-process.ts'

/** Runs a command on the database of LIBSQL_URL, or on the embedded one of DATA_DIR. */
export async function withDatabase<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, DATA_DIR = '.data' } = process.env
  const embedded = LIBSQL_URL ? undefined : await startDatabase((await openDataFolder(DATA_DIR)).database)
  const client = createClient({
    url: LIBSQL_URL ?? embedded!.url,
    authToken: LIBSQL_AUTH_TOKEN ?? embedded?.token ?? '',
  })
  try {
    return await work(client)
  } finally {
    client.close()
    await embedded?.stop()
  }
}
