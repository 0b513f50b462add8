import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'

import { largestFile, type SourceFile } from './source-file.ts'

const withContent = /\.(md|yml|svg|png|jpe?g|webp|avif|gif)$/

/** A courses folder that is not there. The message says which. */
export class NoCourses extends Error {
  constructor(folder: string) {
    super(`the courses folder ${shownFolder(folder)} cannot be read`)
    this.stack = this.message
  }
}

/**
 * Reads a courses folder from the disk; a second one (COURSES_PRIVATE) is laid over it, file by file. Files of no use
 * to a course come without content, so that the compiler can name them. Throws NoCourses.
 */
export async function readCourses(folder: string, over = process.env.COURSES_PRIVATE): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>()
  for (const root of over ? [folder, over] : [folder]) {
    for (const path of await namesIn(root)) {
      const bytes = await bytesOf(join(root, path))
      files.set(path, root === folder ? { path, bytes } : { path, bytes, shownAs: `${shownFolder(root)}/${path}` })
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

async function namesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => {
    throw new NoCourses(root)
  })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter(isSource)
}

/** What editors and tools leave in a folder is no course. */
export function isSource(path: string): boolean {
  return !path.split('/').some((part) => /^\.|~$|^node_modules$/.test(part))
}

async function bytesOf(file: string): Promise<Uint8Array> {
  if (!withContent.test(file)) return new Uint8Array()
  const { size } = await stat(file)
  const bytes = await readFile(file)
  return size > largestFile ? bytes.subarray(0, largestFile + 1) : bytes
}
