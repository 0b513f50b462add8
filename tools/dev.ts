import { join } from 'node:path'

import { createServer } from 'vite'

import { isBareCall } from './command/run-command.ts'
import type { Compilation } from './authoring/compile/compile.ts'
import { catalogueOf } from './authoring/compile/load-catalogue.ts'
import { catalogueApi } from './authoring/live/vite-plugin.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import type { Secrets } from './secret/secret-files.ts'
import { openDataFolder } from './start/data-folder.ts'
import { type DatabaseProcess, startDatabase } from './start/database-process.ts'
import { endWithNpm } from './start/end-with-npm.ts'
import { tieWorkerd } from './start/tie-workerd.ts'

const usage = `npm run dev

The same product as npm start, with live reload and the author's panel. It shares its data folder with npm start.

  PORT (8787)        where it listens, on this machine alone
  DATA_DIR (.data)   its folder
  COURSES (courses)  the courses folder it shows
  --help             this text

Exit codes: 0 stopped when told to, 1 could not start, 2 wrong call.`
const port = Number(process.env.PORT ?? 8787)
const root = join(import.meta.dirname, '..')

try {
  if (isBareCall(usage)) await develop()
} catch (error) {
  // The database's process ends with ours: its standard input closes.
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function develop(): Promise<void> {
  const folder = await openDataFolder(process.env.DATA_DIR ?? '.data')
  const database = await startDatabase(folder.database)
  await folder.lock.tell(database)
  tellVite(database, folder.secrets)
  const workerd = tieWorkerd()
  // Vite's plugin hands no environment on to workerd but our own.
  Object.assign(process.env, workerd.env)
  const server = await createServer({ root, server: { host: '127.0.0.1', port, strictPort: true } })
  const api = catalogueApi(server.config.plugins)
  // A question that was edited has a version of its own, which the database must know before it is answered.
  const prepare = async (shown: Compilation) => {
    await prepareDatabase(database.url, database.token, catalogueOf(shown))
  }
  await prepare((await api.live.state).served)
  api.beforeReload = prepare
  await server.listen()
  server.printUrls()
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.close()
    await workerd.drain(0)
    await database.stop()
    await folder.lock.release()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  endWithNpm(() => void stop())
}

/** Read by vite.config.ts. */
function tellVite(database: DatabaseProcess, secrets: Secrets): void {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  process.env.NAVET_DEV_VARS = JSON.stringify({
    LIBSQL_URL: database.url,
    LIBSQL_AUTH_TOKEN: database.token,
    BASE_URL: `http://127.0.0.1:${port}`,
    SECRET: secrets.secret,
    SECRETS_BEFORE: JSON.stringify(secrets.before),
    MAIL_URL: 'outbox:',
    DEMO: '0',
  })
}
