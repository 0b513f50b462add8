import { randomBytes } from 'node:crypto'
import { lstat, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { goneAtExit } from './gone-at-exit.ts'
import { giveToOwner } from './owner.ts'

/** Beside the file: nobody can know its name before, and lay one of their own there. */
const partName = /^\..+\.[0-9a-f]{32}\.part$/
/** What nobody has written to for so long was left by a process that was killed. */
const leftAfterMs = 24 * 3_600_000

/**
 * Writes a file so that whoever looks finds the old one or the new one, whole and on the disk, whenever this process or
 * the machine stops. Readable by the owner alone, who is whoever had the old one, or has the folder. What is no file (a
 * pipe, a tape) is written as it comes. What killed processes left unfinished in the folder goes.
 * @returns how many bytes it has
 */
export async function writeWhole(file: string, content: Content, signal?: AbortSignal): Promise<number> {
  const present = await stat(file).catch(() => undefined)
  if (present && !present.isFile()) return writeTo(file, 'w', content, signal)
  // Behind a link stands the file that is meant.
  const target = present ? await realpath(file) : file
  const folder = dirname(target)
  const part = join(folder, `.${basename(target)}.${randomBytes(16).toString('hex')}.part`)
  try {
    await removeLeft(folder)
    return await goneAtExit(part, async () => {
      const size = await writeTo(part, 'wx', content, signal)
      await giveToOwner(part, present ?? (await stat(folder)))
      await rename(part, target)
      await syncFolder(folder)
      return size
    })
  } catch (error) {
    throw asOf(target, part, error)
  }
}

type Content = Uint8Array | AsyncIterable<Uint8Array>

async function writeTo(
  file: string,
  flags: 'w' | 'wx',
  content: Content,
  signal: AbortSignal | undefined,
): Promise<number> {
  let size = 0
  const handle = await open(file, flags, 0o600)
  try {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      signal?.throwIfAborted()
      await handle.writeFile(piece)
      size += piece.length
    }
    signal?.throwIfAborted()
    // A pipe has nothing to sync.
    if ((await handle.stat()).isFile()) await handle.sync()
  } finally {
    await handle.close()
  }
  return size
}

/** Unfinished files hold what the whole ones would: persons, secrets. */
async function removeLeft(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const part of names.filter((name) => partName.test(name)).map((name) => join(folder, name))) {
    const found = await lstat(part).catch(() => undefined)
    if (!found?.isFile() || Date.now() - found.mtimeMs < leftAfterMs) continue
    // One of somebody else's in a folder for all stays.
    await rm(part, { force: true }).catch(() => undefined)
  }
}

/** The operator knows the file that was named, or lacks its folder; not ours beside it. */
function asOf(file: string, part: string, error: unknown): unknown {
  if (!(error instanceof Error && 'path' in error && error.path === part)) return error
  const { code } = error as NodeJS.ErrnoException
  return Object.assign(error, { path: code === 'ENOENT' ? dirname(file) : file })
}

/** That a file was renamed is on the disk as well; Windows knows no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
