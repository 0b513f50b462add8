import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { prepareDatabase } from '../../tools/database/prepare-database.ts'
import { seedDemo } from '../../tools/demo/seed-demo.ts'
import { makeKey } from '../../tools/keys/make-key.ts'
import { buildIfNeeded } from '../../tools/start/build-if-needed.ts'
import { startDatabase } from '../../tools/start/database-process.ts'
import { freePort } from '../../tools/start/free-port.ts'
import { serve } from '../../tools/start/serve.ts'

const root = join(import.meta.dirname, '../..')
const secret = 'a secret for journeys, long enough for anybody'

/** The built product with its demo, as `npm start` serves it, on a port and a data folder of its own. */
export default async function product(project: TestProject) {
  await buildIfNeeded(root, console.log)
  const folder = await mkdtemp(join(tmpdir(), 'navet-e2e-'))
  const database = await startDatabase(join(folder, 'navet.db'))
  const catalogue = readBuiltCatalogue(join(root, 'dist/catalogue'))
  await prepareDatabase(database.url, database.token, catalogue)
  await seedDemo({ url: database.url, token: database.token, secret, catalogue })
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const settings = {
    LIBSQL_URL: database.url,
    LIBSQL_AUTH_TOKEN: database.token,
    BASE_URL: baseUrl,
    SECRET: secret,
    SIGNING_KEYS: JSON.stringify({ keys: [makeKey(new Date())] }),
    DEMO: '1',
  }
  const databaseAddress = new URL(database.url).host
  const served = await serve({ root, host: '127.0.0.1', port, settings, databaseAddress, quiet: true })
  project.provide('baseUrl', baseUrl)
  project.provide('libsqlUrl', database.url)
  project.provide('libsqlToken', database.token)
  project.provide('databasePid', database.pid())

  return async () => {
    await served.stop()
    await database.stop()
    await rm(folder, { recursive: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
    databasePid: number
  }
}
