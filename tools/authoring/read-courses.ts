import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

import { largestFile, type SourceFile } from './source-file.ts'

const wanted = /\.(md|yml|svg|png|jpg|jpeg|webp)$/

/**
 * Reads a courses folder from the disk. A second folder (COURSES_PRIVATE) is laid over the first, file by file.
 * Files over 1 MB are cut just beyond the limit, so that the compiler can say so without reading them whole.
 */
export async function readCourses(folder: string, over = process.env.COURSES_PRIVATE): Promise<SourceFile[]> {
  const files = new Map<string, SourceFile>()
  for (const root of over ? [folder, over] : [folder]) {
    for (const path of await namesIn(root)) files.set(path, { path, bytes: await bytesOf(join(root, path)) })
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function namesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.replace(/[/\\]+$/, '').length + 1)
        .replaceAll(sep, '/'),
    )
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file)
  const bytes = await readFile(file)
  return size > largestFile ? bytes.subarray(0, largestFile + 1) : bytes
}
