import { existsSync } from 'node:fs'
import { readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import { syncFolder } from './places/write-whole.ts'
import { journalName } from './journal/journal-file.ts'
import { longestKeptMs } from './places/retention.ts'

/**
 * Where a restore makes a data folder's new files. All of them are whole and on the disk when the folder is renamed to
 * `restored`: that one step is the restore.
 */
export const inMaking = 'restoring'
const made = 'restored'
const replaced = 'navet.db.replaced'

/** The one step after which the data folder is the restored one, whatever ends this process afterwards. */
export async function commitRestore(folder: string): Promise<void> {
  await syncFolder(join(folder, inMaking))
  await rename(join(folder, inMaking), join(folder, made))
  await syncFolder(folder)
  await settleRestore(folder)
}

/**
 * Puts the files of a restore that was committed in their places; nothing where there is none. Whoever takes a data
 * folder does so first, so that a restore that was stopped halfway goes on, and one that never came so far is gone. What
 * was there stays beside with `.replaced` after its name: the database for as long as a backup would.
 */
export async function settleRestore(folder: string): Promise<void> {
  await rm(join(folder, inMaking), { recursive: true, force: true })
  await forgetReplaced(folder)
  const from = join(folder, made)
  if (!existsSync(from)) return

  const files = await readdir(from)
  if (files.includes('navet.db')) {
    await moveAside(folder)
    await rename(join(from, 'navet.db'), join(folder, 'navet.db'))
  }
  for (const file of files.filter((name) => name !== 'navet.db')) {
    const present = join(folder, file)
    if (file !== journalName && existsSync(present)) await rename(present, `${present}.replaced`)
    await rename(join(from, file), present)
  }
  await rmdir(from)
  await syncFolder(folder)
}

/** In this order, so that a second run after a halt finds what the first one left. */
async function moveAside(folder: string): Promise<void> {
  const [file, log, index] = ['', '-wal', '-shm'].map((part) => join(folder, `navet.db${part}`))
  const aside = (path: string) => path.replace('navet.db', replaced)
  if (existsSync(file!)) {
    for (const part of [log!, index!]) await rm(aside(part), { force: true })
    await rename(file!, aside(file!))
    await utimes(aside(file!), new Date(), new Date())
  }
  for (const part of [log!, index!]) if (existsSync(part)) await rename(part, aside(part))
}

/** It holds persons, as a backup does. */
async function forgetReplaced(folder: string): Promise<void> {
  const since = await stat(join(folder, replaced)).catch(() => undefined)
  if (!since || Date.now() - since.mtimeMs < longestKeptMs) return
  for (const part of ['', '-wal', '-shm']) await rm(join(folder, `${replaced}${part}`), { force: true })
}
