import { createServer } from 'node:net'
import { join } from 'node:path'

import { loadCatalogue } from './authoring/load-catalogue.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { buildIfNeeded } from './start/build-if-needed.ts'
import { openDataFolder } from './start/data-folder.ts'
import { type DatabaseProcess, startDatabase } from './start/database-process.ts'
import { serve, type Served } from './start/serve.ts'
import { readSettings } from '../worker/env.ts'

const root = join(import.meta.dirname, '..')
const { HOST: host = '127.0.0.1', PORT = '8787', DATA_DIR = '.data', DEMO = '1', MAIL_URL = 'outbox:' } = process.env
const port = Number(PORT)
const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host)
const say = (line: string) => console.log(line)

try {
  await start()
} catch (error) {
  // The database's process ends with ours: its standard input closes.
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(): Promise<void> {
  await refuseTakenPort()
  await buildIfNeeded(root, say)
  const database = process.env.LIBSQL_URL ? undefined : await openEmbedded()
  const settings = settingsFor(database)
  readSettings(settings)
  const served = await serve({
    root,
    host,
    port,
    settings,
    databaseAddress: database && new URL(database.process.url).host,
  })
  stopOnSignals(served, database?.process)
  greet(served, settings.DEMO === '1')
}

interface Embedded {
  process: DatabaseProcess
  secret: string
  signingKeys: string
  demo: boolean
}

async function openEmbedded(): Promise<Embedded> {
  const folder = await openDataFolder(DATA_DIR)
  const process = await startDatabase(folder.database)
  try {
    const catalogue = await loadCatalogue(join(root, 'courses'))
    await prepareDatabase(process.url, process.token, catalogue)
    const demo = DEMO !== '0' && isLoopback
    if (demo && folder.isNew) {
      say('Making the demo company and its people …')
      await seedDemo({ url: process.url, token: process.token, secret: folder.secret, catalogue })
    }
    return { process, secret: folder.secret, signingKeys: JSON.stringify(folder.signingKeys), demo }
  } catch (error) {
    await process.stop()
    throw error
  }
}

function settingsFor(database: Embedded | undefined): Record<string, string> {
  const {
    LIBSQL_URL = '',
    LIBSQL_AUTH_TOKEN = '',
    BASE_URL,
    SECRET,
    ISSUER_NAME,
    CONTROLLER_NAME,
    CONTACT_EMAIL,
  } = process.env
  const signingKeys = process.env.SIGNING_KEYS ?? database?.signingKeys
  const secret = SECRET ?? database?.secret
  if (!secret)
    throw new Error('Set SECRET (at least 32 characters): with LIBSQL_URL there is no data folder to keep one in.')

  return {
    LIBSQL_URL: database?.process.url ?? LIBSQL_URL,
    LIBSQL_AUTH_TOKEN: database?.process.token ?? LIBSQL_AUTH_TOKEN,
    BASE_URL: BASE_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    SECRET: secret,
    MAIL_URL,
    ...(signingKeys ? { SIGNING_KEYS: signingKeys } : {}),
    ...(ISSUER_NAME ? { ISSUER_NAME } : {}),
    ...(CONTROLLER_NAME ? { CONTROLLER_NAME } : {}),
    ...(CONTACT_EMAIL ? { CONTACT_EMAIL } : {}),
    DEMO: database?.demo ? '1' : '0',
  }
}

function refuseTakenPort(): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `port ${port} is taken: stop what uses it, or choose another with PORT=8788 npm start`
            : `cannot listen on ${host}:${port} (${error.code})`,
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function stopOnSignals(served: Served, database: DatabaseProcess | undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await served.stop()
      await database?.stop()
      process.exit(0)
    })
  }
}

function greet(served: Served, demo: boolean): void {
  say(`\nNavet is at ${served.url}`)
  if (demo) {
    say(`Demo people: sign in as amira@siljansplat.example (or anders@siljansplat.example, the owner);`)
    say(`the code is in the outbox: ${served.url}/dev/outbox`)
  } else if (MAIL_URL === 'outbox:') {
    say('No MAIL_URL: mails stay in the outbox; read sign-in codes with `npm run outbox`.')
  }
}
