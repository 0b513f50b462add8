import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { prepareDatabase } from '../database/prepare-database.ts'
import { startDatabase } from './database-process.ts'
import { freePort } from './free-port.ts'
import { serve, type Served } from './serve.ts'

/** Serves the built product as `npm start` does, on a free port, with an empty database that is gone afterwards. */
export async function serveForAWhile(root: string, catalogue: Catalogue): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'navet-while-'))
  const database = await startDatabase(join(folder, 'navet.db'))
  const port = await freePort()
  const clear = async () => {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(database.url, database.token, catalogue)
    const settings = {
      LIBSQL_URL: database.url,
      LIBSQL_AUTH_TOKEN: database.token,
      BASE_URL: `http://127.0.0.1:${port}`,
      SECRET: randomUUID() + randomUUID(),
    }
    const databaseAddress = new URL(database.url).host
    const served = await serve({ root, host: '127.0.0.1', port, settings, databaseAddress, quiet: true })
    return {
      url: served.url,
      async stop() {
        await served.stop()
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}
