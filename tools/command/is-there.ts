import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { userInfo } from 'node:os'

import { Problem } from './problem.ts'

/**
 * Whether there is a file or folder of this name. What nobody lets us see is not absent: throws a Problem that names the
 * folder that is closed and whose it is, or what is no folder.
 */
export function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    if (code === 'ENOTDIR') throw new Problem(`${firstSeen(path)} is a file and no folder: choose another one`)
    if (code === 'EACCES' || code === 'EPERM') throw new Problem(closedTo(firstSeen(path)))
    throw error
  }
}

/** The line for a file or folder that is there, and may not be used by whoever runs this. */
export function closedTo(path: string): string {
  const { uid } = statSync(path)
  const owner = uid === 0 ? 'root' : `the user with the number ${uid}`
  return `${path} is closed to you (${userInfo().username}): it belongs to ${owner}; run this as that user, or have the rights changed`
}

/** The nearest above a path that can be seen: it is what keeps the rest from being seen. */
function firstSeen(path: string): string {
  const above = dirname(path)
  if (above === path) return path
  try {
    statSync(above)
    return above
  } catch {
    return firstSeen(above)
  }
}
