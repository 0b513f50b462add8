import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import type { Readable } from 'node:stream'

import { logEvent } from './log-event.ts'
import { isWorthSaying, pauseAfter } from './restart-pause.ts'
import type { TiedWorkerd } from './tie-workerd.ts'

export interface WorkerdOptions {
  tied: TiedWorkerd
  /** Lays in its folder what workerd serves, where it does not lie yet; gives the configuration's path. */
  lay: () => string
  /** The settings that the configuration takes from the environment. */
  settings: Record<string, string>
  /** A socket in the file system that has to be gone before workerd can listen on it again. */
  socket: string | undefined
  /** The worker's log goes nowhere. */
  quiet: boolean
  /** Workerd ended by itself and answers again. */
  restarted(): void
}

export interface WorkerdProcess {
  /** The port it answers on. */
  port: number
  stop(mostMs: number): Promise<void>
}

/**
 * Starts workerd and waits until it listens; starts it again whenever it dies. Throws an Error with its complaint when
 * the first start fails.
 */
export async function startWorkerd(options: WorkerdOptions): Promise<WorkerdProcess> {
  let child: ChildProcess | undefined
  let stopping = false
  let failures = 0
  const bringUp = async () => portOf((child = launch(options)))
  const watch = () => {
    const again = () => !stopping && setTimeout(() => void revive(), pauseAfter(failures))
    // It may have ended before anybody could watch it.
    if (child && isRunning(child)) child.once('exit', again)
    else again()
  }
  const revive = async () => {
    if (stopping) return
    const isUp = await bringUp().then(
      () => true,
      () => false,
    )
    if (stopping) return
    failures = isUp ? 0 : failures + 1
    if (isUp) logEvent('warn', 'workerd ended by itself and was started again')
    else if (isWorthSaying(failures)) logEvent('error', 'workerd could not be started again', `try ${failures}`)
    watch()
    if (isUp) options.restarted()
  }
  const port = await bringUp().catch(async (error: unknown) => {
    // Whoever goes on without it keeps no watcher and no folder of it.
    await options.tied.drain(0)
    throw error
  })
  watch()

  return {
    port,
    async stop(mostMs) {
      stopping = true
      const ended = child && isRunning(child) && once(child, 'exit')
      await options.tied.drain(mostMs)
      if (process.platform === 'win32') child?.kill()
      await ended
    },
  }
}

function launch({ tied, lay, settings, socket, quiet }: WorkerdOptions): ChildProcess {
  tied.keepFolder()
  const configFile = lay()
  if (socket) rmSync(socket, { force: true })
  const child = spawn(tied.program, ['serve', '--import-path=/', '--control-fd=3', configFile], {
    // What the worker logs goes straight to our own output: passing it on would cost more than most pages.
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit', 'pipe'],
    env: { PATH: process.env.PATH ?? '', ...tied.env, ...settings },
    // Ctrl-C reaches the whole group; when workerd ends is ours to say.
    detached: process.platform !== 'win32',
  })
  tied.tell(child.pid)
  return child
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

/** Where the worker is served, once it is; throws when workerd ends instead. */
function portOf(child: ChildProcess): Promise<number> {
  let said = ''
  const control = child.stdio[3] as Readable
  return new Promise((resolve, reject) => {
    // Read to its end: workerd complains of a pipe that nobody holds any more.
    control.on('data', (chunk) => {
      said += String(chunk)
      const line = said.split('\n').find((each) => each.includes('"http"') && each.endsWith('}'))
      if (line) resolve((JSON.parse(line) as { port: number }).port)
    })
    control.once('end', () => reject(new Error('workerd did not start; what it said is above')))
    child.once('error', reject)
  })
}
