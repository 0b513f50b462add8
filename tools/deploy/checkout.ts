import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { Problem } from '../command/problem.ts'
import { type FolderLock, takeFolder } from '../start/folder-lock.ts'

const folder = join(import.meta.dirname, '../../dist')

/**
 * What is built and handed over lies in the checkout, and what wrangler is told beside it: two from one checkout, a dry run
 * among them, would hand over each other's. Throws a Problem while another one has it.
 */
export async function takeCheckout(): Promise<FolderLock> {
  await mkdir(folder, { recursive: true })
  const lock = await takeFolder(folder)
  if (!lock) throw new Problem('another deploy runs from this checkout: wait for it, or use a checkout of its own')
  return lock
}
