import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

import { settleRestore } from '../backup/settle.ts'
import { isThere } from '../command/is-there.ts'
import type { SigningKeys } from '../../worker/credentials/signing-keys.ts'
import { keptSigningKeys } from '../keys/key-file.ts'
import { keptSecrets, type Secrets } from '../secret/secret-files.ts'
import { type FolderLock, readRunning, takeFolder } from './folder-lock.ts'

export interface DataFolder {
  path: string
  database: string
  /** For what is of no use after this process; empty now. */
  scratch: string
  /** There was no database: this is the first start. */
  isNew: boolean
  /** Marked as the demo's when it was made; nothing makes it so later. */
  isDemo: boolean
  /** Kept between starts, readable by the owner alone. */
  secrets: Secrets
  signingKeys: SigningKeys
  /** Held until it is released or this process ends. */
  lock: FolderLock
}

/**
 * Opens or makes the folder that holds the embedded database, the secret and the signing keys, and takes it for this
 * process. Throws one clear line if another process has it, or if it cannot be written.
 * `demo`: whether a folder that is made now is to be the demo's.
 */
export async function openDataFolder(path: string, { demo = false } = {}): Promise<DataFolder> {
  const folder = resolve(path)
  const lock = await writable(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    return takeFolder(folder)
  })
  if (!lock) throw new Error(await inUse(folder))

  return writable(folder, async () => {
    await settleRestore(folder)
    // A name that nobody else gives: what is in it is deleted.
    const scratch = join(folder, '.navet-scratch')
    await rm(scratch, { recursive: true, force: true })
    await mkdir(scratch, { mode: 0o700 })
    const database = join(folder, 'navet.db')
    const isNew = !isThere(database)
    const isDemo = await keptMark(join(folder, 'demo'), { isNew, demo })
    const secrets = await keptSecrets(folder)
    return { path: folder, database, scratch, isNew, isDemo, secrets, signingKeys: await keptSigningKeys(folder), lock }
  })
}

async function writable<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new Error(
      `${folder} cannot be written (${String(error.code)}): make it yours, or choose another folder with DATA_DIR`,
    )
  }
}

/** In one line; the holder may not have said yet who it is. */
export async function inUse(folder: string): Promise<string> {
  const running = await readRunning(folder)
  const who = running ? `process ${running.pid}` : 'another process'
  return `${folder} is in use by a Navet, or a command of it, that runs already (${who}): stop that one, or choose another folder with DATA_DIR`
}

/** Whether the folder is the demo's: decided when it is made, by a file that nothing writes later. */
async function keptMark(file: string, { isNew, demo }: { isNew: boolean; demo: boolean }): Promise<boolean> {
  if (isNew && demo)
    await writeFile(
      file,
      'This folder was made for the demo: its people are made up, and /dev/outbox shows their mails.\n',
    )
  else if (isNew) await rm(file, { force: true })
  return isThere(file)
}
