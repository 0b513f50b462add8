import { type ChildProcess, spawn } from 'node:child_process'
import { on, once } from 'node:events'

import { logEvent } from './log-event.ts'

const restartMs = 250

export interface KeptProcess {
  url: string
  /** The process that runs now; another one after it died. */
  pid(): number
  /** Asks it to end, and waits until it has. */
  stop(this: void): Promise<void>
}

interface Program {
  /** As our lines name it: `the database`. */
  name: string
  file: string
  args: readonly string[]
  env: Record<string, string>
}

/**
 * Starts a program of ours in a process of its own, and again on the same port whenever it dies. It takes `--port N`
 * (0: any), says `listening URL` in its first line, and ends with its standard input. Throws its complaint when it does
 * not start.
 */
export async function keepProcess(program: Program): Promise<KeptProcess> {
  let child = launch(program, 0)
  const url = await announcedUrl(child, program.name)
  let stopping = false

  const watch = () => {
    passOn(child)
    child.once('exit', (code, signal) => {
      if (stopping) return
      logEvent('warn', `${program.name} ended by itself`, signal ?? String(code))
      setTimeout(() => void revive(), restartMs)
    })
  }
  const revive = async () => {
    if (stopping) return
    child = launch(program, Number(new URL(url).port))
    watch()
    await announcedUrl(child, program.name).then(
      () => logEvent('info', `${program.name} was started again`),
      // Its end is told above, and tried again.
      () => undefined,
    )
  }
  watch()

  return {
    url,
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function launch({ file, args, env }: Program, port: number): ChildProcess {
  return spawn(process.execPath, [file, ...args, '--port', String(port)], {
    // Its standard input is ours: when we are gone, however we went, it ends as well.
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    // Ctrl-C reaches the whole group; requests under way still need it.
    detached: process.platform !== 'win32',
  })
}

/** The address in its first line; throws its complaint if it ends instead. */
async function announcedUrl(child: ChildProcess, name: string): Promise<string> {
  let said = ''
  let complaint = ''
  const complain = (chunk: Buffer) => (complaint += chunk)
  child.stderr?.on('data', complain)
  for await (const chunk of on(child.stdout!, 'data', { close: ['close'] })) {
    said += String(chunk)
    const url = /^listening (http:\S+)$/m.exec(said)?.[1]
    if (!url) continue
    child.stderr?.off('data', complain)
    return url
  }
  throw new Error(complaint.trim() || `${name} did not start`)
}

/** What it says later is for whoever reads our lines; unread, it would fill the pipe and stop there. */
function passOn(child: ChildProcess): void {
  child.stdout?.resume()
  child.stderr?.pipe(process.stderr, { end: false })
}
