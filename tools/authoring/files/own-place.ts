import { lstat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Whether a file is there, at a path from here down. Throws one line where it, or a folder above it, is a link or
 * something else: what is written there would lie elsewhere.
 */
export async function ownPlace(file: string): Promise<boolean> {
  for (const folder of foldersOf(file)) await refuseUnless(folder, 'a folder', (found) => found.isDirectory())
  return refuseUnless(file, 'a file', (found) => found.isFile())
}

/** drafts, drafts/course, drafts/course/sv */
function foldersOf(file: string): string[] {
  const above = dirname(file)
  return above === '.' ? [] : [...foldersOf(above), above]
}

/** Whether something is there; throws where that is a link, or another thing. */
async function refuseUnless(
  path: string,
  what: string,
  fits: (found: { isDirectory(): boolean; isFile(): boolean }) => boolean,
): Promise<boolean> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Error(`${slashed(path)} cannot be looked at (${error.code})`)
  })
  if (found && !fits(found)) throw new Error(`${slashed(path)} is not ${what} of its own, so nothing is written there`)
  return found !== undefined
}

/** As messages name a path on every system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
