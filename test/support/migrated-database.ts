import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Client, createClient } from '@libsql/client/web'
import { afterAll, beforeAll } from 'vitest'

import { migrate } from '../../tools/database/migrate.ts'
import { startLibsqlServer } from '../../tools/libsql/server.ts'
import { lookingFetch } from './compared-with-itself.ts'

interface MigratedDatabase {
  folder: string
  url: string
  client: Client
}

export const token = 'test-token'

/** An embedded database with every table, in a folder of its own, for all tests of a file; it is there before the first. */
export function migratedDatabase(): MigratedDatabase {
  const own = {} as MigratedDatabase
  let server: Awaited<ReturnType<typeof startLibsqlServer>>

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'navet-test-'))
    server = await startLibsqlServer({ file: join(folder, 'navet.db'), token })
    Object.assign(own, {
      folder,
      url: server.url,
      client: createClient({ url: server.url, authToken: token, fetch: lookingFetch }),
    })
    await migrate(own.client)
  })

  afterAll(async () => {
    own.client.close()
    await server.close()
    await rm(own.folder, { recursive: true })
  })

  return own
}
