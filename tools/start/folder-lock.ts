import { accessSync, constants, statSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import Database from 'libsql'
import { z } from 'zod'

import { closedTo, isThere } from '../command/is-there.ts'
import { giveToOwner } from '../command/owner.ts'
import { Problem } from '../command/problem.ts'

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
  const lock = openLock(folder)
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
    await giveToOwner(join(folder, 'lock'), statSync(folder))
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

/** SQLite says of a file that may not be opened only that it cannot be. */
function openLock(folder: string): InstanceType<typeof Database> {
  const file = join(folder, 'lock')
  for (const path of [folder, file]) if (isThere(path) && isClosed(path)) throw new Problem(closedTo(path))
  return new Database(file, { timeout: 0 })
}

function isClosed(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return false
  } catch (error) {
    return ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
  }
}

/** What the holder of the folder told; undefined while it has not said anything. */
export async function readRunning(folder: string): Promise<Running | undefined> {
  const text = await readFile(join(folder, 'running.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text ? Running.parse(JSON.parse(text)) : undefined
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
