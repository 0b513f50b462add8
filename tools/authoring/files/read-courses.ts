import { statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'

import type { Progress } from '../problems/progress.ts'
import type { Memory } from './memory.ts'
import { largestFile, type SourceFile } from './source-file.ts'

const withContent = /\.(md|yml|svg|png|jpe?g|webp|avif|gif)$/

/** A courses folder that is not there, or a file in it that may not be read. The message says which. */
export class NoCourses extends Error {
  constructor(path: string, what = 'courses folder') {
    super(`the ${what} ${shownFolder(path)} cannot be read`)
    this.stack = this.message
  }
}

/**
 * Reads a courses folder from the disk; a second one (COURSES_PRIVATE) is laid over it, file by file. Files of no use
 * to a course come without content, so that the compiler can name them. Throws NoCourses.
 */
export async function readCourses(
  folder: string,
  over = process.env.COURSES_PRIVATE,
  { memory, progress }: { memory?: Memory | undefined; progress?: Progress | undefined } = {},
): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>()
  for (const root of over ? [folder, over] : [folder]) {
    const names = await namesIn(root)
    for (const [i, { path, isLink }] of names.entries()) {
      const bytes = isLink ? nothing : await bytesOf(join(root, path), memory)
      if (bytes)
        files.set(path, {
          path,
          bytes,
          ...(isLink ? { isLink } : {}),
          ...(root === folder ? {} : { shownAs: `${shownFolder(root)}/${path}` }),
        })
      progress?.(i + 1, names.length, 'files read')
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A folder as problems name it: from where the program runs, or in full when it lies elsewhere. */
export function shownFolder(folder: string): string {
  const path = relative(process.cwd(), resolve(folder))
  const shown = path === '' ? '.' : path.startsWith('..') ? resolve(folder) : path
  return shown.replaceAll(sep, '/')
}

/** A link may lead out of the folder, and git gives whoever clones it the link alone: it is named and never followed. */
async function namesIn(root: string): Promise<{ path: string; isLink: boolean }[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
    throw new NoCourses(root)
  })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'),
      isLink: !entry.isFile(),
    }))
    .filter(({ path }) => isSource(path))
}

/** What editors and tools leave in a folder is no course. */
export function isSource(path: string): boolean {
  return !path.split('/').some((part) => /^\.|~$|^node_modules$/.test(part))
}

const nothing = new Uint8Array()

/** A file whose size and times are as they were is not read again; one that an editor has just taken away is not there. */
async function bytesOf(file: string, memory: Memory | undefined): Promise<Uint8Array | undefined> {
  if (!withContent.test(file)) return nothing
  // Without waiting: a hundred waits for the disk take longer than the checks.
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return undefined
  const { size, mtimeMs, ctimeMs, ino } = found
  const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  const known = memory?.files.get(file)
  if (known?.stamp === stamp) return known.bytes

  const all = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new NoCourses(file, 'file')
  })
  if (!all) return undefined
  const bytes = size > largestFile ? all.subarray(0, largestFile + 1) : all
  memory?.files.set(file, { stamp, bytes })
  return bytes
}
