import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startDatabase } from '../start/database-process.ts'
import { prepareApart } from '../start/prepare-apart.ts'
import { serve } from '../start/serve.ts'

// The product under load, in a process of its own: started like `npm start`, on a database of its own, or on one that runs
// already. Says where it is.
const root = join(import.meta.dirname, '../..')
const secret = process.env.BENCH_SECRET ?? ''
const port = Number(process.env.BENCH_PORT)
const folder = await mkdtemp(join(tmpdir(), 'navet-bench-'))
const { BENCH_DATABASE_URL: given, BENCH_DATABASE_TOKEN: givenToken = '' } = process.env
const database = given ? undefined : await startDatabase(join(folder, 'navet.db'))
const { url: databaseUrl, token } = database ?? { url: given!, token: givenToken }
await prepareApart({ url: databaseUrl, token, catalogue: join(root, 'dist/catalogue') })
const settings = {
  LIBSQL_URL: databaseUrl,
  LIBSQL_AUTH_TOKEN: token,
  BASE_URL: `http://127.0.0.1:${port}`,
  SECRET: secret,
  ...(process.env.LIBSQL_WRITERS ? { LIBSQL_WRITERS: process.env.LIBSQL_WRITERS } : {}),
}
const databaseAddress = database && new URL(databaseUrl).host
const served = await serve({ root, host: '127.0.0.1', port, settings, databaseAddress })
console.log(JSON.stringify({ url: served.url, databaseUrl, token }))

process.stdin.resume().once('end', async () => {
  await served.stop()
  await database?.stop()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
})
