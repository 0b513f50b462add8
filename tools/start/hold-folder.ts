import { resolve } from 'node:path'

import { settleRestore } from '../backup/settle.ts'
import { isThere } from '../command/is-there.ts'
import { Problem } from '../command/problem.ts'
import { inUse } from './data-folder.ts'
import { readRunning, takeFolder } from './folder-lock.ts'

/**
 * Changes a file of a data folder that Navet reads when it starts. Beside a running Navet, or with the folder for itself
 * and a restore that was stopped settled: it would else bring back what the change took out of use. Throws a Problem while
 * a restore, or another command, is at work in it.
 */
export async function holdFolder<T>(path: string, change: () => Promise<T>): Promise<T> {
  const folder = resolve(path)
  if (!isThere(folder)) return change()
  const lock = await takeFolder(folder)
  if (!lock) {
    if (await readRunning(folder)) return change()
    throw new Problem(await inUse(folder))
  }
  try {
    await settleRestore(folder)
    return await change()
  } finally {
    await lock.release()
  }
}
