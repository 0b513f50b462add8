import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'

import { assetTable } from './asset-table.ts'
import { freePort } from './free-port.ts'
import { logEvent } from './log-event.ts'
import { tieWorkerd } from './tie-workerd.ts'
import { workerdConfig } from './workerd-config.ts'
import { startWorkerd } from './workerd-process.ts'

const cronMs = 15 * 60_000
const drainMs = 5000

export interface Served {
  url: string
  /** Lets the requests under way end, for at most five seconds. */
  stop(): Promise<void>
}

export interface ServeOptions {
  /** The repository's root, with dist/ built. */
  root: string
  host: string
  port: number
  /** What the worker is told: see worker/env.ts. */
  settings: Record<string, string>
  /** `127.0.0.1:PORT` of the embedded database; undefined when LIBSQL_URL is elsewhere. */
  databaseAddress: string | undefined
  /** The worker's log of requests goes nowhere, for a program whose own output is wanted. */
  quiet?: boolean
}

/**
 * Serves the built worker and its assets through workerd, with the asset rules and headers of Cloudflare and the
 * scheduled run every 15 minutes. The embedded database is a service of its own, so that the worker needs no way to
 * the network.
 */
export async function serve({ root, host, port, settings, databaseAddress, quiet = false }: ServeOptions) {
  const tied = tieWorkerd()
  const way = await wayToSchedule(tied.folder)
  const schedule = () => void runSchedule(way).catch(() => logEvent('error', 'the scheduled run did not end well'))
  const configFile = join(tied.folder, 'workerd.capnp')
  const assets = join(tied.folder, 'built-assets.js')
  const name = host.includes(':') ? `[${host}]` : host
  writeFileSync(assets, `export default ${JSON.stringify(assetTable(join(root, 'dist/client')))}`)
  writeFileSync(
    configFile,
    workerdConfig({
      root,
      address: `${name}:${port}`,
      scheduleSocket: way.address,
      settings: Object.keys(settings),
      databaseAddress,
      assets,
      authority: authorityOfOperator(),
    }),
  )
  const workerd = await startWorkerd({ tied, configFile, settings, socket: way.socketPath, quiet, restarted: schedule })
  const timer = setInterval(schedule, cronMs)
  schedule()

  return {
    url: `http://${name}:${workerd.port}`,
    async stop() {
      clearInterval(timer)
      await workerd.stop(drainMs)
    },
  } satisfies Served
}

interface Way {
  /** As workerd names it. */
  address: string
  socketPath?: string
  port?: number
}

/** A socket in a folder of ours, which nobody else reaches; where workerd knows no such sockets, a port of this machine. */
async function wayToSchedule(folder: string): Promise<Way> {
  const socketPath = join(folder, 'schedule')
  if (process.platform !== 'win32') return { address: `unix:${socketPath}`, socketPath }
  const port = await freePort()
  return { address: `127.0.0.1:${port}`, port }
}

function runSchedule({ socketPath, port }: Way): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, port, method: 'POST', path: '/' }, (response) => {
      response.resume().once('close', () => (response.statusCode === 204 ? resolve() : reject(new Error())))
    })
    asked.once('error', reject).end()
  })
}

/** Node's own way to trust one more authority holds for the worker as well. */
function authorityOfOperator(): string | undefined {
  const file = process.env.NODE_EXTRA_CA_CERTS
  return file ? readFileSync(file, 'utf8') : undefined
}
