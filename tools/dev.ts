import { join } from 'node:path'

import { createServer } from 'vite'

import { loadCatalogue } from './authoring/load-catalogue.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import { openDataFolder } from './start/data-folder.ts'
import { startDatabase } from './start/database-process.ts'

// `npm run dev`: the same product with live reload, for authors and developers. It shares .data/ with `npm start`.
const port = Number(process.env.PORT ?? 8787)
const folder = await openDataFolder(process.env.DATA_DIR ?? '.data')
const database = await startDatabase(folder.database)
const root = join(import.meta.dirname, '..')
await prepareDatabase(database.url, database.token, await loadCatalogue(join(root, 'courses')))

process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
process.env.NAVET_DEV_VARS = JSON.stringify({
  LIBSQL_URL: database.url,
  LIBSQL_AUTH_TOKEN: database.token,
  BASE_URL: `http://127.0.0.1:${port}`,
  SECRET: folder.secret,
  MAIL_URL: 'outbox:',
  DEMO: '0',
})
const server = await createServer({ root, server: { host: '127.0.0.1', port, strictPort: true } })
await server.listen()
server.printUrls()
// A question that was edited has a version of its own, which the database must know before it is answered.
server.watcher.on('all', async (_event, file) => {
  if (!file.startsWith(join(root, 'courses'))) return
  await loadCatalogue(join(root, 'courses'))
    .then((catalogue) => prepareDatabase(database.url, database.token, catalogue))
    .catch(() => undefined)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await server.close()
    await database.stop()
    process.exit(0)
  })
}
