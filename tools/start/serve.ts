import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

import { Log, LogLevel, Miniflare, type MiniflareOptions, Response } from 'miniflare'

const cronMs = 15 * 60_000

export interface Served {
  url: string
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
 * private addresses.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const miniflare = new Miniflare(miniflareOptions(options))
  await miniflare.ready
  const url = await miniflare.unsafeGetDirectURL('navet')
  const worker = await miniflare.getWorker('navet')
  const scheduled = () => void worker.scheduled({ cron: '*/15 * * * *' }).catch(() => undefined)
  const timer = setInterval(scheduled, cronMs)
  scheduled()

  return {
    url: url.origin,
    async stop() {
      clearInterval(timer)
      await miniflare.dispose()
    },
  }
}

/**
 * Requests reach the worker by a socket of its own: miniflare's usual way in passes three more workers and costs more
 * than most pages. The assets are a worker beside it, with Cloudflare's rules for them.
 */
function miniflareOptions({ root, host, port, settings, databaseAddress, quiet }: ServeOptions): MiniflareOptions {
  const folder = join(root, 'dist/worker')
  const wrangler = JSON.parse(readFileSync(join(folder, 'wrangler.json'), 'utf8'))
  const env = Object.entries(settings).map(([name, value]) => [name, { type: 'text' as const, value }] as const)
  const database = databaseAddress && { DATABASE: { type: 'external' as const, address: databaseAddress, http: {} } }
  const front = readFileSync(join(import.meta.dirname, 'front.js'), 'utf8')
  const compatibility = {
    compatibilityDate: wrangler.compatibility_date,
    compatibilityFlags: wrangler.compatibility_flags,
  }

  return {
    host: '127.0.0.1',
    port: 0,
    log: new Log(LogLevel.NONE),
    cf: false,
    logRequests: false,
    ...(quiet ? { handleStructuredLogs: () => undefined } : {}),
    workers: [
      {
        config: {
          ...compatibility,
          name: 'navet',
          manifest: {
            mainModule: 'front.js',
            modulesRoot: folder,
            modules: { 'front.js': { type: 'esm', contents: front }, ...modulesIn(folder) },
          },
          env: { ...Object.fromEntries(env), ...database, ASSETS: { type: 'worker', worker: 'navet-assets' } },
        },
        dev: {
          rootPath: root,
          unsafeRegisterWorker: false,
          unsafeDirectSockets: [{ host, port }],
          // With the embedded database the worker has no business outside; with one elsewhere it must reach that.
          ...(databaseAddress ? { outboundService: { type: 'fetcher', handler: refuseOutside } } : {}),
        },
      },
      {
        config: {
          ...compatibility,
          name: 'navet-assets',
          // Miniflare wants code even where only assets are served.
          manifest: {
            mainModule: 'none.js',
            modulesRoot: folder,
            modules: { 'none.js': { type: 'esm', contents: 'export default {}' } },
          },
          assets: { directory: join(root, 'dist/client'), htmlHandling: 'none', notFoundHandling: 'none' },
        },
        dev: { rootPath: root, unsafeRegisterWorker: false },
      },
    ],
  }
}

function refuseOutside(): Response {
  return new Response('this worker may not reach the network', { status: 403 })
}

function modulesIn(folder: string): Record<string, { type: 'esm'; contents: string }> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return Object.fromEntries(
    files.map((file) => [
      file.replaceAll(sep, '/'),
      { type: 'esm', contents: readFileSync(join(folder, file), 'utf8') },
    ]),
  )
}
