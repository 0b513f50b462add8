import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'

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
}

/**
 * Serves the built worker and its assets through workerd, with the asset rules and headers of Cloudflare and the
 * scheduled run every 15 minutes. The worker itself may reach public addresses only; the embedded database is a
 * service of its own.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const miniflare = new Miniflare(convertV4MiniflareOptions(miniflareOptions(options)))
  const url = await miniflare.ready
  const worker = await miniflare.getWorker()
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

function miniflareOptions({ root, host, port, settings, databaseAddress }: ServeOptions) {
  const workerFolder = join(root, 'dist/worker')
  const wrangler = JSON.parse(readFileSync(join(workerFolder, 'wrangler.json'), 'utf8'))

  return {
    host,
    port,
    log: new Log(LogLevel.NONE),
    cf: false,
    unsafeTriggerHandlers: false,
    workers: [
      {
        name: 'navet',
        modules: modulesIn(workerFolder),
        modulesRoot: workerFolder,
        compatibilityDate: wrangler.compatibility_date,
        compatibilityFlags: wrangler.compatibility_flags,
        bindings: settings,
        outboundService: { network: { allow: ['public'] } },
        ...(databaseAddress
          ? { serviceBindings: { DATABASE: { external: { address: databaseAddress, http: {} } } } }
          : {}),
        assets: {
          directory: join(root, 'dist/client'),
          routerConfig: {
            has_user_worker: true,
            static_routing: routing(wrangler.assets.run_worker_first),
          },
          assetConfig: { html_handling: 'none', not_found_handling: 'none' },
        },
      },
    ],
  }
}

/** wrangler.toml's list of paths, where `!` means an asset. */
function routing(paths: string[]) {
  return {
    user_worker: paths.filter((path) => !path.startsWith('!')),
    asset_worker: paths.filter((path) => path.startsWith('!')).map((path) => path.slice(1)),
  }
}

/** The entry first, then every other module of the build. */
function modulesIn(folder: string) {
  if (!existsSync(folder)) throw new Error('dist/worker is missing: run `npm run build`')

  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return files
    .sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'))
    .map((file) => ({ type: 'ESModule' as const, path: join(folder, file) }))
}
