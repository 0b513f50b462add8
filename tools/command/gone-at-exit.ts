import { rmSync } from 'node:fs'

/**
 * Does work with a file or folder that is of no use after it, and takes it away: after the work, and also where the
 * process ends in the middle, unless nothing of it may run any more (SIGKILL, a power cut).
 */
export async function goneAtExit<T>(path: string, work: () => Promise<T>): Promise<T> {
  // A database's own process may still lay a file in it.
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', remove)
  try {
    return await work()
  } finally {
    process.off('exit', remove)
    remove()
  }
}
