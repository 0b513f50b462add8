import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { onTestFinished } from 'vitest'

import { startLibsqlServer } from '../../../tools/libsql/server.ts'

const program = join(import.meta.dirname, '../../../tools/libsql/main.ts')

export const token = 'a-token-for-tests'

export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'navet-libsql-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'test.db')
}

/** A server on a file of its own, and a way to more clients of it. */
export async function server(options: { idleMs?: number } = {}) {
  const running = await startLibsqlServer({ file: temporaryFile(), token, ...options })
  onTestFinished(() => running.close())
  const client = () => createClient({ url: running.url, authToken: token, intMode: 'bigint' })

  return {
    ...running,
    client,
    /** What the client cannot send by itself. */
    async pipeline(requests: unknown[], baton: string | null = null) {
      const response = await fetch(`${running.url}/v2/pipeline`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ baton, requests }),
      })
      return { status: response.status, body: (await response.json()) as PipelineAnswer }
    },
  }
}

interface PipelineAnswer {
  baton: string | null
  code?: string
  results: {
    type: string
    response?: Record<string, never>
    error?: { code: string; message: string; extended_code?: string }
  }[]
}

/** The server as a process of its own, when it listens, or when it has ended: then `said` is what it said. */
export async function launch(file: string): Promise<{ child: ChildProcess; url: string; said: string }> {
  // A file that may not grow is an error to it then, and no signal.
  const own =
    process.platform === 'win32' ? [process.execPath] : ['sh', '-c', `trap '' XFSZ; exec "$0" "$@"`, process.execPath]
  const child = spawn(own[0]!, [...own.slice(1), program, '--file', file], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LIBSQL_AUTH_TOKEN: token },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const url = await Promise.race([
    once(child.stdout.setEncoding('utf8'), 'data').then(([text]) => /http:\S+/.exec(String(text))?.[0]),
    once(child, 'close').then(() => undefined),
  ])
  return { child, url: url ?? '', said }
}
