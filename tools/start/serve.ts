import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { freePort } from './free-port.ts'
import { layBuild } from './lay-build.ts'
import { logEvent } from './log-event.ts'
import { tieWorkerd } from './tie-workerd.ts'
import { startWorkerd } from './workerd-process.ts'

const minuteMs = 60_000
const everyMinute = '* * * * *'
const everyQuarter = '*/15 * * * *'
const drainMs = 5000
/** After a start the database may still be coming up; later than that, the next run is soon enough. */
const triedAgainMs = [1000, 5000, 15_000, 60_000]

export interface Served {
  url: string
  /** Lets the requests under way end, for at most five seconds. */
  stop(): Promise<void>
}

export interface ServeOptions {
  /** The repository's root, with dist/ built. */
  root: string
  /** Where the copy that is served lies; without one, among the system's temporary files. */
  place?: string | undefined
  host: string
  port: number
  /** What the worker is told: see worker/env.ts. */
  settings: Record<string, string>
  /** `127.0.0.1:PORT` of the embedded database; undefined when LIBSQL_URL is elsewhere. */
  databaseAddress: string | undefined
  /** `127.0.0.1:PORT` of the mail relay; undefined where mails stay in the outbox. */
  mailAddress?: string | undefined
  /** The worker's log of requests goes nowhere, for a program whose own output is wanted. */
  quiet?: boolean
}

/**
 * Serves the built worker and its assets through workerd, with the asset rules and headers of Cloudflare and the
 * scheduled runs of wrangler.toml. The embedded database is a service of its own, so that the worker needs no way to
 * the network.
 */
export async function serve({ root, place, host, port, settings, quiet = false, ...ways }: ServeOptions) {
  const tied = tieWorkerd(place)
  const way = await wayToSchedule(tied.folder)
  const run = runsOf((cron) => askForRun(way, cron))
  const schedule = () => void run(everyQuarter)
  const name = host.includes(':') ? `[${host}]` : host
  const config = {
    address: `${name}:${port}`,
    scheduleSocket: way.address,
    settings: Object.keys(settings),
    databaseAddress: ways.databaseAddress,
    mailAddress: ways.mailAddress,
    authority: authorityOfOperator(),
  }
  const lay = () => layBuild(root, tied.folder, config)
  const workerd = await startWorkerd({ tied, lay, settings, socket: way.socketPath, quiet, restarted: schedule })
  const timers = [
    setInterval(schedule, 15 * minuteMs),
    // In the outbox mails wait for whoever reads them there.
    ...(ways.mailAddress ? [setInterval(() => void run(everyMinute), minuteMs)] : []),
  ]
  schedule()

  return {
    url: `http://${name}:${workerd.port}`,
    async stop() {
      for (const timer of timers) clearInterval(timer)
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

/** Runs at their times, no kind of them twice at once: one that takes long is not overtaken by the next. */
function runsOf(ask: (cron: string) => Promise<void>) {
  const underWay = new Set<string>()
  return async (cron: string): Promise<void> => {
    if (underWay.has(cron)) return
    underWay.add(cron)
    const isDone = await askUntilDone(() => ask(cron))
    underWay.delete(cron)
    if (!isDone) logEvent('error', 'a scheduled run did not end well', cron)
  }
}

/** One try after the other, with pauses that keep nobody from ending. */
async function askUntilDone(ask: () => Promise<void>): Promise<boolean> {
  for (const ms of [0, ...triedAgainMs]) {
    await pause(ms, undefined, { ref: false })
    const isDone = await ask().then(
      () => true,
      () => false,
    )
    if (isDone) return true
  }
  return false
}

function askForRun({ socketPath, port }: Way, cron: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'text/plain' }
    const asked = request({ socketPath, port, method: 'POST', path: '/', headers }, (response) => {
      response.resume().once('close', () => (response.statusCode === 204 ? resolve() : reject(new Error())))
    })
    asked.once('error', reject).end(cron)
  })
}

/** Node's own way to trust one more authority holds for the worker as well. */
function authorityOfOperator(): string | undefined {
  const file = process.env.NODE_EXTRA_CA_CERTS
  return file ? readFileSync(file, 'utf8') : undefined
}
