import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

import { Log, LogLevel, Miniflare, type MiniflareOptions, Response } from 'miniflare'

import { logEvent } from './log-event.ts'
import { tieWorkerd } from './tie-workerd.ts'

const cronMs = 15 * 60_000
const drainMs = 5000
const againMs = 250

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
 * private addresses.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false'
  const workerd = tieWorkerd()
  let stopping = false
  const schedule = async () => {
    try {
      const worker = await miniflare.getWorker('navet')
      await worker.scheduled({ cron: '*/15 * * * *' })
    } catch {
      logEvent('error', 'the scheduled run did not end well')
    }
  }
  const settings: MiniflareOptions = {
    ...miniflareOptions(options),
    unsafeRuntimeEnv: workerd.env,
    log: new RestartLog(() => {
      if (stopping) return
      logEvent('error', 'workerd could not be started again')
      // Miniflare tries once; a port that is not free yet deserves another try.
      setTimeout(() => void miniflare.setOptions(settings).catch(() => undefined), againMs)
    }),
    unsafeHandleRuntimeRestart: () => {
      logEvent('warn', 'workerd ended by itself and was started again')
      void schedule()
    },
  }
  const miniflare = withoutItsSignals(() => new Miniflare(settings))
  await miniflare.ready
  const url = await miniflare.unsafeGetDirectURL('navet')
  const timer = setInterval(() => void schedule(), cronMs)
  void schedule()

  return {
    url: url.origin,
    async stop() {
      stopping = true
      clearInterval(timer)
      await workerd.drain(drainMs)
      await miniflare.dispose()
    },
  }
}

/** On SIGTERM miniflare would kill workerd at once, and end this process before anybody else has been asked. */
function withoutItsSignals(make: () => Miniflare): Miniflare {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const ours = signals.map((signal) => new Set(process.listeners(signal)))
  const miniflare = make()
  for (const [i, signal] of signals.entries()) {
    for (const listener of process.listeners(signal)) if (!ours[i]!.has(listener)) process.off(signal, listener)
  }
  return miniflare
}

/** Miniflare's own words go nowhere, except that workerd could not be started again. */
class RestartLog extends Log {
  readonly #failed: () => void

  constructor(failed: () => void) {
    super(LogLevel.NONE)
    this.#failed = failed
  }

  override error(error: Error): void {
    if ('code' in error && error.code === 'ERR_RUNTIME_FAILURE') this.#failed()
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
