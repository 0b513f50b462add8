import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

export interface DevServer {
  base: string
  /** The newest code mailed to anybody, as an operator without a mail server reads it. */
  code(): Promise<string>
  /** Every mail that waits there, newest first. */
  outbox(): Promise<string>
  stop(): Promise<void>
}

/** A course of every question type, laid over the real ones. */
const everyType = { COURSES_PRIVATE: join(root, 'test/fixtures/question-types') }

/** `npm run dev` on a port and data of its own; `courses` says which it shows. */
export async function startDevServer(courses: Record<string, string> = everyType): Promise<DevServer> {
  const data = await mkdtemp(join(tmpdir(), 'navet-dev-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const { BASE_URL: _, ...others } = process.env
  const env = {
    ...others,
    DATA_DIR: data,
    PORT: String(port),
    ...courses,
  }
  const child = spawn(process.execPath, [join(root, 'tools/dev.ts')], { cwd: root, env, stdio: 'ignore' })
  while (!(await fetch(`${base}/healthz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error('the dev server did not start')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }

  const outbox = async () => (await run(process.execPath, [join(root, 'tools/outbox.ts')], { env })).stdout
  return {
    base,
    code: async () => /\b\d{6}\b/.exec(await outbox())![0],
    outbox,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await rm(data, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
