import { existsSync } from 'node:fs'
import { lstat, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { goneAtExit } from '../command/gone-at-exit.ts'
import { Problem } from '../command/problem.ts'
import { type FolderLock, takeFolder } from '../start/folder-lock.ts'

const begin = 'navet-restore-'
/** As mkdtemp makes it of `begin`. */
const name = new RegExp(`^${begin}[A-Za-z0-9]{6}$`)
/** Lies in every one of ours, and in nothing else: a name alone may be somebody's who keeps backups under it. */
const mark = '.navet-temporary'
const mostTries = 10

/**
 * Does work in a folder of its own for what holds persons, for the owner alone: it is gone after the work. One that was
 * left by a process that was killed goes at the next call. Whether somebody is at work in one tells the operating system's
 * lock, which is gone with its holder however that ends.
 */
export async function inTemporary<T>(work: (folder: string) => Promise<T>): Promise<T> {
  await removeLeft()
  const { folder, lock } = await take()
  try {
    return await goneAtExit(folder, () => work(folder))
  } finally {
    await lock.release()
  }
}

/** Until it has its lock another process may take it for one that was left. */
async function take(): Promise<{ folder: string; lock: FolderLock }> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const folder = await mkdtemp(join(tmpdir(), begin))
    const lock = await marked(folder).catch((error: unknown) => {
      if (existsSync(folder)) throw error
      return undefined
    })
    if (lock && existsSync(join(folder, 'lock'))) return { folder, lock }
    await lock?.release()
  }
  throw new Problem(`no folder of its own could be had in ${tmpdir()}: try again`)
}

async function marked(folder: string): Promise<FolderLock | undefined> {
  await writeFile(join(folder, mark), '', { mode: 0o600 })
  return takeFolder(folder)
}

async function removeLeft(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((each) => name.test(each))
  for (const folder of names.map((each) => join(tmpdir(), each))) {
    if (!(await isOwn(folder))) continue
    // One that was left before it had its mark is empty; any other without one is somebody's.
    if (!existsSync(join(folder, mark))) {
      await rmdir(folder).catch(() => undefined)
      continue
    }
    // Another one may be removing it just now.
    const lock = await takeFolder(folder).catch(() => undefined)
    if (!lock) continue
    await rm(folder, { recursive: true, force: true })
    await lock.release()
  }
}

/** In a folder for all others may put folders and links of any name. */
async function isOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  return found !== undefined && found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())
}
