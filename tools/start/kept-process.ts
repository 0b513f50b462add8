import { type ChildProcess, spawn } from 'node:child_process'
import { on, once } from 'node:events'

import { passOn } from './closed-output.ts'
import { logEvent } from './log-event.ts'
import { isWorthSaying, pauseAfter } from './restart-pause.ts'

export interface KeptProcess {
  url: string
  /** The process that runs now; another one after it died. */
  pid(): number
  /** Asks it to end, and waits until it has. */
  stop: () => Promise<void>
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
  let failures = 0

  const watch = () => {
    // Unread, it would fill the pipe and stop there.
    child.stdout?.resume()
    passOn(child.stderr, process.stderr)
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (failures === 0) logEvent('warn', `${program.name} ended by itself`, signal ?? String(code))
      else if (isWorthSaying(failures)) logEvent('error', `${program.name} could not be started`, `try ${failures}`)
      setTimeout(() => void revive(), pauseAfter(failures))
    })
  }
  const revive = async () => {
    if (stopping) return
    // Until it has said where it is.
    failures += 1
    child = launch(program, Number(new URL(url).port))
    watch()
    await announcedUrl(child, program.name).then(
      () => {
        failures = 0
        logEvent('info', `${program.name} was started again`)
      },
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

/** What any program needs of its surroundings; our settings, secrets among them, each is told only as far as they are its own. */
const common = /^(PATH|HOME|TMPDIR|TEMP|TMP|SystemRoot|TZ|LANG|LC_.+|NODE_.+|SSL_CERT_.+)$/i

function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => common.test(name)))
}

function launch({ file, args, env }: Program, port: number): ChildProcess {
  return spawn(process.execPath, [file, ...args, '--port', String(port)], {
    // Its standard input is ours: when we are gone, however we went, it ends as well.
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...surroundings(), ...env },
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
