import { flushCompileCache } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { buildIfNeeded, privateFolder } from './start/build-if-needed.ts'
import { outliveReader } from './start/closed-output.ts'
import { type DataFolder, openDataFolder } from './start/data-folder.ts'
import { type DatabaseProcess, startDatabase } from './start/database-process.ts'
import { judgeBackups, keepBackups } from './start/keep-backups.ts'
import { keepJournalFile, type Upkeep } from './start/keep-journal-file.ts'
import { endWithNpm } from './start/end-with-npm.ts'
import { isLoopback } from './start/loopback.ts'
import { makeDemo } from './start/make-demo.ts'
import { type MailProcess, startMail } from './start/mail-process.ts'
import { prepareApart } from './start/prepare-apart.ts'
import { serve, type Served } from './start/serve.ts'
import { usage } from './start/usage.ts'
import { isBareCall } from './command/run-command.ts'
import { readSettings } from '../worker/env.ts'

const root = join(import.meta.dirname, '..')
const { HOST: host = '127.0.0.1', PORT = '8787', DATA_DIR = '.data', DEMO = '1', MAIL_URL = 'outbox:' } = process.env
const port = Number(PORT)
const baseUrl = process.env.BASE_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
/** The outbox is open to whoever reaches it, so nobody else may: neither by another interface nor through a proxy. */
const mayBeDemo = DEMO === '1' && isLoopback(host) && URL.canParse(baseUrl) && isLoopback(new URL(baseUrl).hostname)
/** Handed to the worker as they are, where they are set. */
const handedOn = Object.fromEntries(
  [
    'MAIL_FROM',
    'MAIL_EVENTS_TOKEN',
    'METRICS_TOKEN',
    'ISSUER_NAME',
    'CONTROLLER_NAME',
    'CONTACT_EMAIL',
    'SUPPLIERS',
    'PAPERS_READ',
    'TRUSTED_PROXY',
    'LIBSQL_WRITERS',
    'TRUSTED_ISSUERS',
  ].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
)
const say = (line: string) => console.log(line)

outliveReader()
try {
  if (isBareCall(usage)) await start()
} catch (error) {
  // The database's process ends with ours: its standard input closes.
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

async function start(): Promise<void> {
  // Before anything is served: once the shell between us and npm has ended, nobody can say who started us.
  let stop: () => unknown = () => process.exit(1)
  endWithNpm(() => void stop())
  judgeSettings()
  judgeBackups()
  const folder = process.env.LIBSQL_URL ? undefined : await openDataFolder(DATA_DIR, { demo: mayBeDemo })
  await refuseTakenPort()
  await buildIfNeeded(root, say)
  const database = folder && (await openEmbedded(folder))
  const mail = MAIL_URL === 'outbox:' ? undefined : await startMail({ url: MAIL_URL, token: process.env.MAIL_TOKEN })
  const settings = settingsFor(database, mail)
  readSettings(settings)
  const served = await serve({
    root,
    place: folder?.scratch,
    host,
    port,
    settings,
    databaseAddress: database && new URL(database.process.url).host,
    mailAddress: mail && new URL(mail.url).host,
  })
  const upkeep = [database && keepJournalFile(database.folder.path, database.process), keepBackups()]
  stop = stopOnce({ served, mail, database, upkeep })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  greet(served, settings.DEMO === '1')
  // What it compiled is kept now: whoever is killed keeps nothing, and stripping types once more takes 20 MB and half a second.
  flushCompileCache()
}

/** Before a folder is made, which stays what it was made as: a wrong setting is said, and nothing is left behind. */
function judgeSettings(): void {
  if (!['0', '1'].includes(DEMO))
    throw new Error(`DEMO is ${JSON.stringify(DEMO)}: 0 for none, 1 or unset for the demo`)
  privateFolder(root)
  if (process.env.SECRETS_BEFORE && !process.env.SECRET)
    throw new Error('SECRETS_BEFORE goes with SECRET: set both, or neither, for those that DATA_DIR keeps')
  const {
    LIBSQL_URL = 'http://127.0.0.1',
    SECRET = 'to be made: '.padEnd(32, '.'),
    SIGNING_KEYS,
    SECRETS_BEFORE,
  } = process.env
  readSettings({
    LIBSQL_URL,
    SECRET,
    BASE_URL: baseUrl,
    MAIL_URL,
    ...(process.env.MAIL_TOKEN ? { MAIL_TOKEN: process.env.MAIL_TOKEN } : {}),
    ...(SIGNING_KEYS ? { SIGNING_KEYS } : {}),
    ...(SECRETS_BEFORE ? { SECRETS_BEFORE } : {}),
    ...handedOn,
  })
}

interface Embedded {
  process: DatabaseProcess
  folder: DataFolder
}

async function openEmbedded(folder: DataFolder): Promise<Embedded> {
  const catalogue = join(root, 'dist/catalogue')
  if (folder.isDemo && folder.isNew) await makeDemo(folder, catalogue)
  const process = await startDatabase(folder.database)
  try {
    await prepareApart({ url: process.url, token: process.token, catalogue })
    await folder.lock.tell(process)
    return { process, folder }
  } catch (error) {
    await process.stop()
    throw error
  }
}

function settingsFor(database: Embedded | undefined, mail: MailProcess | undefined): Record<string, string> {
  const { LIBSQL_URL = '', LIBSQL_AUTH_TOKEN = '', SECRET, SECRETS_BEFORE, SIGNING_KEYS } = process.env
  const signingKeys = SIGNING_KEYS ?? (database && JSON.stringify(database.folder.signingKeys))
  const secrets = SECRET ? { secret: SECRET, before: SECRETS_BEFORE || '[]' } : ofFolder(database)
  if (!secrets)
    throw new Error('Set SECRET (at least 32 characters): with LIBSQL_URL there is no data folder to keep one in.')

  return {
    LIBSQL_URL: database?.process.url ?? LIBSQL_URL,
    LIBSQL_AUTH_TOKEN: database?.process.token ?? LIBSQL_AUTH_TOKEN,
    BASE_URL: baseUrl,
    SECRET: secrets.secret,
    SECRETS_BEFORE: secrets.before,
    // The worker is not told how to sign in to the mail server: the relay knows.
    ...(mail ? { MAIL_URL: 'relay:', MAIL_RELAY_SECRET: mail.secret } : { MAIL_URL }),
    ...(signingKeys ? { SIGNING_KEYS: signingKeys } : {}),
    ...handedOn,
    DEMO: database?.folder.isDemo && mayBeDemo ? '1' : '0',
  }
}

function ofFolder(database: Embedded | undefined) {
  return database && { secret: database.folder.secrets.secret, before: JSON.stringify(database.folder.secrets.before) }
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

interface Running {
  served: Served
  mail: MailProcess | undefined
  database: Embedded | undefined
  upkeep: (Upkeep | undefined)[]
}

/** Requests under way end first, then workerd, then mails under way, then the database, then the folder is free. */
function stopOnce({ served, mail, database, upkeep }: Running): () => Promise<void> {
  let stopping = false
  return async () => {
    if (stopping) return
    stopping = true
    await served.stop()
    await mail?.stop()
    for (const each of upkeep) await each?.stop()
    await database?.process.stop()
    await database?.folder.lock.release()
    process.exit(0)
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
  if (MAIL_URL !== 'outbox:') say(`Mails go out by ${new URL(MAIL_URL).protocol}//${new URL(MAIL_URL).host}`)
}
