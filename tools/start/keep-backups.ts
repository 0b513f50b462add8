import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { passOn } from './closed-output.ts'
import type { Upkeep } from './keep-journal-file.ts'
import { logEvent } from './log-event.ts'

const program = join(import.meta.dirname, '../backup.ts')
const everyMs = 60 * 60_000
const { BACKUP_TO, BACKUP_PASSPHRASE } = process.env

/** Before anything is served: a backup that can never be made is said at the start, not in the first night. */
export function judgeBackups(): void {
  if (!BACKUP_TO) return
  const isBucket = BACKUP_TO.startsWith('s3://')
  if (isBucket && !BACKUP_PASSPHRASE)
    throw new Error('BACKUP_TO is a bucket: set BACKUP_PASSPHRASE, for a backup there is encrypted')
  if (!isBucket && !BACKUP_TO.endsWith('/'))
    throw new Error(`BACKUP_TO is a folder, ending in /, or s3://BUCKET/PREFIX: ${BACKUP_TO}`)
}

/**
 * Makes a backup a day where BACKUP_TO says, in a process that ends. Looks once an hour whether one is due, by what lies
 * there: so it is remembered when the last one ended, and one that failed is tried again.
 */
export function keepBackups(): Upkeep | undefined {
  if (!BACKUP_TO) return undefined
  let child: ChildProcess | undefined
  const look = async () => {
    if (child) return
    child = spawn(process.execPath, [program, BACKUP_TO, '--if-due'], { stdio: ['ignore', 'pipe', 'pipe'] })
    passOn(child.stdout, process.stdout)
    passOn(child.stderr, process.stderr)
    const [code] = (await once(child, 'exit')) as [number | null]
    child = undefined
    if (code !== 0 && code !== 130) logEvent('error', 'the backup could not be made', String(code))
  }
  const timer = setInterval(() => void look(), everyMs)
  void look()
  return {
    async stop() {
      clearInterval(timer)
      if (!child) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
