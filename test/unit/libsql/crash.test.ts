import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { createClient } from '@libsql/client/http'
import Database from 'libsql'
import { expect, test } from 'vitest'

import { launch, temporaryFile, token } from './support.ts'

const lives = 200
const writers = 6

/** Writes rows with names of their own until the server is gone; remembers those that were acknowledged. */
async function write(url: string, acknowledged: Set<string>, name: () => string): Promise<void> {
  const db = createClient({ url, authToken: token })
  try {
    for (;;) {
      const row = name()
      await db.execute({ sql: 'insert into rows (name) values (?)', args: [row] })
      acknowledged.add(row)
    }
  } catch {
    // Killed: this row may or may not be there, the acknowledged ones must.
  }
}

test(
  'after two hundred deaths at random moments every acknowledged row is there, and none twice',
  { timeout: 600_000 },
  async () => {
    const file = temporaryFile()
    const acknowledged = new Set<string>()
    let count = 0
    for (let life = 0; life < lives; life += 1) {
      const { child, url } = await launch(file)
      if (life === 0) await createClient({ url, authToken: token }).execute('create table rows (name text not null)')
      const work = Array.from({ length: writers }, () => write(url, acknowledged, () => `r${(count += 1)}`))
      const before = acknowledged.size
      // At any moment, also of a busy machine, once the writers are at it.
      while (acknowledged.size === before) await sleep(1)
      await sleep(Math.random() * 60)
      child.kill('SIGKILL')
      await Promise.all([once(child, 'exit'), ...work])
    }

    const db = new Database(file)
    const names = (db.prepare('select name from rows').raw().all() as string[][]).map(([name]) => name!)
    const integrity = db.prepare('pragma integrity_check').raw().all()
    db.close()
    expect(integrity).toEqual([['ok']])
    expect(acknowledged.size).toBeGreaterThan(lives)
    expect(new Set(names).size).toBe(names.length)
    expect([...acknowledged].filter((name) => !new Set(names).has(name)).slice(0, 3)).toEqual([])
  },
)

test('it ends when whoever started it is gone', async () => {
  const { child } = await launch(temporaryFile())
  child.stdin!.end()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
