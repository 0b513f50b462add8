import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { createClient } from '@libsql/client/web'

import { freePort } from '../start/free-port.ts'
import type { Place } from './place.ts'

export interface Product {
  place: Place
  /** Of the first of its processes. */
  pid: number
  stop(): Promise<void>
}

/** Starts the product of a checkout, on an empty database of its own, or on the one that is given. */
export async function startProduct(root: string, database?: { url: string; token: string }): Promise<Product> {
  const secret = `${randomUUID()}${randomUUID()}`
  const child = spawn(process.execPath, [join(root, 'tools/bench/product.ts')], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      BENCH_SECRET: secret,
      BENCH_PORT: String(await freePort()),
      ...(database ? { BENCH_DATABASE_URL: database.url, BENCH_DATABASE_TOKEN: database.token } : {}),
    },
  })
  const { url, databaseUrl, token } = await readAddress(child)
  child.stdout!.resume()
  return {
    place: { url, db: createClient({ url: databaseUrl, authToken: token }), secret },
    pid: child.pid!,
    async stop() {
      child.stdin!.end()
      await once(child, 'exit')
    },
  }
}

async function readAddress(child: ChildProcess): Promise<{ url: string; databaseUrl: string; token: string }> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.includes('"databaseUrl"')) return JSON.parse(line)
  }
  throw new Error('the product did not start')
}
