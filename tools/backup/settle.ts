import { readdir, rename, rm, rmdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import { isThere } from '../command/is-there.ts'
import { syncFolder } from '../command/write-whole.ts'
import { journalName } from './journal/journal-file.ts'
import { longestKeptMs } from './places/retention.ts'

/**
 * Where a restore makes a data folder's new files. All of them are whole and on the disk when the folder is renamed to
 * `made`: that one step is the restore. Names that nobody else gives: what is left of them is deleted.
 */
export const inMaking = '.navet-restoring'
export const made = '.navet-restored'
/** The newest that was put aside has the highest number; the first has none. */
const replaced = /^navet\.db\.replaced(?:\.(\d+))?$/

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
 * was there stays beside with `.replaced` after its name, every one of them: whoever restores twice may want what was
 * there first. A database stays for as long as a backup would.
 */
export async function settleRestore(folder: string): Promise<void> {
  await rm(join(folder, inMaking), { recursive: true, force: true })
  await forgetReplaced(folder)
  const from = join(folder, made)
  if (!isThere(from)) return

  const files = await readdir(from)
  if (files.includes('navet.db')) {
    await moveAside(folder)
    await rename(join(from, 'navet.db'), join(folder, 'navet.db'))
  }
  for (const file of files.filter((name) => name !== 'navet.db')) {
    const present = join(folder, file)
    if (file !== journalName && isThere(present)) await rename(present, freeName(`${present}.replaced`))
    await rename(join(from, file), present)
  }
  await rmdir(from)
  await syncFolder(folder)
}

/** In this order, so that a second run after a halt finds what the first one left. */
async function moveAside(folder: string): Promise<void> {
  const database = join(folder, 'navet.db')
  if (isThere(database)) {
    const aside = freeName(`${database}.replaced`)
    await rename(database, aside)
    await utimes(aside, new Date(), new Date())
  }
  const newest = join(folder, (await replacedIn(folder)).at(-1) ?? 'navet.db.replaced')
  for (const part of ['-wal', '-shm']) if (isThere(database + part)) await rename(database + part, newest + part)
}

function freeName(path: string): string {
  if (!isThere(path)) return path
  for (let number = 2; ; number += 1) if (!isThere(`${path}.${number}`)) return `${path}.${number}`
}

/** The databases put aside, the newest last. */
async function replacedIn(folder: string): Promise<string[]> {
  const numberOf = (name: string) => Number(replaced.exec(name)?.[1] ?? 1)
  return (await readdir(folder)).filter((name) => replaced.test(name)).sort((a, b) => numberOf(a) - numberOf(b))
}

/** It holds persons, as a backup does. */
async function forgetReplaced(folder: string): Promise<void> {
  for (const name of await replacedIn(folder)) {
    const since = await stat(join(folder, name)).catch(() => undefined)
    if (!since || Date.now() - since.mtimeMs < longestKeptMs) continue
    for (const part of ['', '-wal', '-shm']) await rm(join(folder, `${name}${part}`), { force: true })
  }
}
