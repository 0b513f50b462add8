import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const program = join(import.meta.dirname, 'prepare.ts')

export interface Preparation {
  url: string
  token: string
  catalogue: string
  demoSecret?: string | undefined
}

/** Prepares a database for a build in a process that ends: libraries and courses would stay in ours for its whole life. */
export async function prepareApart(preparation: Preparation): Promise<void> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'inherit', 'pipe'] })
  child.stdin.on('error', () => undefined)
  child.stdin.end(JSON.stringify(preparation))
  const [complaint, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (code !== 0) throw new Error(complaint.trim() || 'the database could not be prepared')
}
