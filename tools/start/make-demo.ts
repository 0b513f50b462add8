import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

import Database from 'libsql'

import type { DataFolder } from './data-folder.ts'
import { startDatabase } from './database-process.ts'
import { prepareApart } from './prepare-apart.ts'

/**
 * Makes a data folder's database with the demo in it, aside: it gets its place in one step when it is whole. Halted
 * before, the folder has no database, and the next start makes all of it.
 */
export async function makeDemo({ database, scratch, secrets }: DataFolder, catalogue: string): Promise<void> {
  const aside = await mkdtemp(join(scratch, 'demo-'))
  const file = join(aside, 'navet.db')
  const { url, token, stop } = await startDatabase(file)
  try {
    await prepareApart({ url, token, catalogue, demoSecret: secrets.secret })
  } finally {
    await stop()
  }
  intoOneFile(file)
  await rename(file, database)
  await rm(aside, { recursive: true })
}

/** What SQLite keeps beside a database would not come along. Throws where another process still has it open. */
function intoOneFile(file: string): void {
  const database = new Database(file)
  database.exec('pragma journal_mode = delete')
  database.close()
}
