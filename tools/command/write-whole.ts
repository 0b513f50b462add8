import { open, realpath, rename, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

import { goneAtExit } from './gone-at-exit.ts'

/**
 * Writes a file so that whoever looks finds the old one or the new one, whole and on the disk, whenever this process or
 * the machine stops. Readable by the owner alone. What is no file (a pipe, a tape) is written as it comes.
 * @returns how many bytes it has
 */
export async function writeWhole(file: string, content: Content, signal?: AbortSignal): Promise<number> {
  const present = await stat(file).catch(() => undefined)
  if (present && !present.isFile()) return writeTo(file, content, signal)
  // Behind a link stands the file that is meant.
  const target = present ? await realpath(file) : file
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`)
  try {
    return await goneAtExit(part, async () => {
      const size = await writeTo(part, content, signal)
      await rename(part, target)
      await syncFolder(dirname(target))
      return size
    })
  } catch (error) {
    throw asOf(target, part, error)
  }
}

type Content = Uint8Array | AsyncIterable<Uint8Array>

async function writeTo(file: string, content: Content, signal: AbortSignal | undefined): Promise<number> {
  let size = 0
  const handle = await open(file, 'w', 0o600)
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
