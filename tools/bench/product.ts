import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startDatabase } from '../start/database-process.ts'
import { prepareApart } from '../start/prepare-apart.ts'
import { serve } from '../start/serve.ts'

// The product under load, in a process of its own: started like `npm start`, on a database of its own. Says where it is.
const root = join(import.meta.dirname, '../..')
const secret = process.env.BENCH_SECRET ?? ''
const port = Number(process.env.BENCH_PORT)
const folder = await mkdtemp(join(tmpdir(), 'navet-bench-'))
const database = await startDatabase(join(folder, 'navet.db'))
await prepareApart({ url: database.url, token: database.token, catalogue: join(root, 'dist/catalogue') })
const settings = {
  LIBSQL_URL: database.url,
  LIBSQL_AUTH_TOKEN: database.token,
  BASE_URL: `http://127.0.0.1:${port}`,
  SECRET: secret,
}
const served = await serve({ root, host: '127.0.0.1', port, settings, databaseAddress: new URL(database.url).host })
console.log(JSON.stringify({ url: served.url, databaseUrl: database.url, token: database.token }))

process.stdin.resume().once('end', async () => {
  await served.stop()
  await database.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
})
