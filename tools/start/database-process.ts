import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

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

  const revive = () => {
    if (stopping) return
    setTimeout(() => {
      if (stopping) return
      child = launch(file, token, Number(new URL(url).port))
      child.once('exit', revive)
    }, restartMs)
  }
  child.once('exit', revive)

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
  })
}

async function announcedUrl(child: ChildProcess): Promise<string> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk))
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /^listening (http:\S+)$/.exec(line)?.[1]
    if (url) return url
  }
  throw new Error(complaint.trim() || 'the embedded database did not start')
}
