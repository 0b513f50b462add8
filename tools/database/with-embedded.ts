import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { type Client, createClient } from '@libsql/client/web'

import { made, settleRestore } from '../backup/settle.ts'
import { isThere } from '../command/is-there.ts'
import { startDatabase } from '../start/database-process.ts'
import { inUse } from '../start/data-folder.ts'
import { type FolderLock, readRunning, takeFolder } from '../start/folder-lock.ts'

const patienceMs = 20_000
const everyMs = 100

/**
 * Does a command's work in the embedded database of a folder: through the one that runs, if a Navet has the folder,
 * else with one of its own, for which the folder is taken as long as the work lasts. Never with a second beside a first.
 * Undefined where there is no database; throws a Problem where nobody lets us look.
 */
export async function withEmbedded<T>(path: string, work: (client: Client) => Promise<T>): Promise<T | undefined> {
  const folder = resolve(path)
  const file = join(folder, 'navet.db')
  if (!isThere(file) && !isThere(join(folder, made))) return undefined

  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    const lock = await takeFolder(folder)
    if (lock) return withOwn(folder, lock, work)
    const running = await readRunning(folder)
    if (running && (await answers(running.url))) return closing(createClient(clientOf(running)), work)
    // It is starting, its database is coming back, or it is just ending.
    await pause(everyMs)
  }
  throw new Error(await inUse(folder))
}

async function withOwn<T>(folder: string, lock: FolderLock, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    await settleRestore(folder)
    const database = await startDatabase(join(folder, 'navet.db'))
    try {
      return await closing(createClient(clientOf(database)), work)
    } finally {
      await database.stop()
    }
  } finally {
    await lock.release()
  }
}

function clientOf({ url, token }: { url: string; token: string }) {
  return { url, authToken: token }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

async function closing<T>(client: Client, work: (client: Client) => Promise<T>): Promise<T> {
  try {
    return await work(client)
  } finally {
    client.close()
  }
}
