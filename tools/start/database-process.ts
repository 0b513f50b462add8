import { type ChildProcess, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'

import { logEvent } from './log-event.ts'

const program = join(import.meta.dirname, '../libsql/main.ts')
const restartMs = 250

export interface DatabaseProcess {
  url: string
  token: string
  /** The process that holds the database now; another one after it died. */
  pid(): number
  stop(): Promise<void>
}

/** Starts the embedded database in a process of its own, and again on the same port whenever it dies. */
export async function startDatabase(file: string): Promise<DatabaseProcess> {
  const token = crypto.randomUUID()
  let child = launch(file, token, 0)
  const url = await announcedUrl(child)
  let stopping = false

  const watch = () => {
    passOn(child)
    child.once('exit', (code, signal) => {
      if (stopping) return
      logEvent('warn', 'the database ended by itself', signal ?? String(code))
      setTimeout(() => void revive(), restartMs)
    })
  }
  const revive = async () => {
    if (stopping) return
    child = launch(file, token, Number(new URL(url).port))
    watch()
    await announcedUrl(child).then(
      () => logEvent('info', 'the database was started again'),
      // Its end is told above, and tried again.
      () => undefined,
    )
  }
  watch()

  return {
    url,
    token,
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function launch(file: string, token: string, port: number): ChildProcess {
  return spawn(process.execPath, [program, '--file', file, '--port', String(port)], {
    // Its standard input is ours: when we are gone, however we went, it ends as well.
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LIBSQL_AUTH_TOKEN: token },
    // Ctrl-C reaches the whole group; requests under way still need the database.
    detached: process.platform !== 'win32',
  })
}

/** The address in its first line; throws its complaint if it ends instead. */
async function announcedUrl(child: ChildProcess): Promise<string> {
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
  throw new Error(complaint.trim() || 'the embedded database did not start')
}

/** What it says later is for whoever reads our lines; unread, it would fill the pipe and stop there. */
function passOn(child: ChildProcess): void {
  child.stdout?.resume()
  child.stderr?.pipe(process.stderr, { end: false })
}
