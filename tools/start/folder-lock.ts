import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import Database from 'libsql'
import { z } from 'zod'

/** What whoever holds a data folder tells others on the machine that may read it: where its database is reached. */
const Running = z.object({ pid: z.int(), url: z.url(), token: z.string() })
export type Running = z.infer<typeof Running>

export interface FolderLock {
  tell(running: Omit<Running, 'pid'>): Promise<void>
  release(): Promise<void>
}

/**
 * Takes a data folder for this process; undefined when another process has it. The lock is the operating system's own,
 * on a file that SQLite opens, so it is gone with its holder however that ends, and two at once cannot both get it.
 */
export async function takeFolder(folder: string): Promise<FolderLock | undefined> {
  const lock = new Database(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }

  const file = join(folder, 'running.json')
  await rm(file, { force: true })
  return {
    async tell({ url, token }) {
      await writeFile(`${file}.new`, JSON.stringify({ pid: process.pid, url, token } satisfies Running), {
        mode: 0o600,
      })
      await rename(`${file}.new`, file)
    },
    async release() {
      await rm(file, { force: true })
      lock.close()
    },
  }
}

/** What the holder of the folder told; undefined while it has not said anything. */
export async function readRunning(folder: string): Promise<Running | undefined> {
  const text = await readFile(join(folder, 'running.json'), 'utf8').catch(() => '')
  return text ? Running.parse(JSON.parse(text)) : undefined
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
