import { join } from 'node:path'

import { type Client, createClient } from '@libsql/client/web'
import { expect, test } from 'vitest'

import { partOf } from '../../../tools/backup/format/parts.ts'
import { stageBackup, withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { migrate } from '../../../tools/database/migrate.ts'
import { type Dumped, writeLines } from '../../../tools/backup/dump/write-lines.ts'
import { startDatabase } from '../../../tools/start/database-process.ts'
import { addUser, database, each, linesOf, newFolder, noSecrets, sealed } from './support.ts'
import { sqld } from './sqld.ts'

/** Each person is in one batch with a row that refers to them: half of a pair is a moment that never was. */
function addPair(client: Client, id: string) {
  return client.batch(
    [
      {
        sql: 'insert into users (id, name, email, created_at, updated_at) values (?1, ?1, ?1, 1, 1)',
        args: [id],
      },
      { sql: `insert into course_starts (learner, course, at, last_at) values (?1, 'c', 1, 1)`, args: [id] },
    ],
    'write',
  )
}

/** The lines of a backup, with something done after so many of them. */
async function linesWhile(client: Client, dumped: Dumped, after: number, work: () => Promise<unknown>) {
  const lines: string[] = []
  const dump = { version: '0.1.0', source: 'embedded', secrets: noSecrets, now: new Date() } as const
  for await (const line of writeLines(client, dump, dumped)) {
    lines.push(line)
    if (lines.length === after) await work()
  }
  return lines
}

const people = (lines: string[]) => lines.filter((line) => line.startsWith('["p')).length

test('what is written while a backup is read is not in it, and nobody waits', async () => {
  const client = await database()
  for (let i = 0; i < 500; i += 1) await addPair(client, `p${i}`)
  const dumped: Dumped = { tables: [], breaks: [] }
  const lines = await linesWhile(client, dumped, 20, async () => {
    for (let i = 500; i < 600; i += 1) await addPair(client, `p${i}`)
    await client.execute("delete from users where id = 'p7'")
  })
  expect([people(lines), dumped.breaks]).toEqual([1000, []])
  const file = join(newFolder(), 'navet.db')
  expect(await stageBackup({ bytes: each([await sealed(lines)]), passphrase: undefined, file })).toMatchObject({
    orphans: 0,
  })
})

test('whoever takes the rows slowly gets one picture all the same', { timeout: 120_000 }, async () => {
  const client = await database()
  await addPair(client, 'p0')
  const dumped: Dumped = { tables: [], breaks: [] }
  // As long as the database keeps a transaction that nobody comes back to: whoever waits behind one has a turn then.
  const lines = await linesWhile(client, dumped, 5, async () => {
    const abandoned = await client.transaction('write')
    await abandoned.execute('select 1')
    await addPair(client, 'p1')
  })
  expect([people(lines), dumped.breaks]).toEqual([2, []])
})

test.skipIf(!sqld.isThere)('from sqld as well', async () => {
  const client = await sqld.start()
  await migrate(client)
  for (let i = 0; i < 500; i += 1) await addPair(client, `p${i}`)
  const dumped: Dumped = { tables: [], breaks: [] }
  const lines = await linesWhile(client, dumped, 20, async () => {
    for (let i = 500; i < 520; i += 1) await addPair(client, `p${i}`)
  })
  expect([people(lines), dumped.breaks]).toEqual([1000, []])
})

test('a database that dies meanwhile is read on, the moment is told, and what is half is left out', async () => {
  const folder = newFolder()
  const running = await startDatabase(join(folder, 'navet.db'))
  const client = createClient({ url: running.url, authToken: running.token })
  await migrate(client)
  for (let i = 0; i < 60; i += 1) await addPair(client, `p${i}`)
  const dumped: Dumped = { tables: [], breaks: [] }
  const dump = { version: '0.1.0', source: 'embedded', secrets: noSecrets, now: new Date() } as const
  const lines: string[] = []
  let isDone = false
  for await (const line of writeLines(client, dump, dumped)) {
    lines.push(line)
    if (isDone || !line.startsWith('{"end":"users"')) continue
    isDone = true
    process.kill(running.pid(), 'SIGKILL')
    await expect
      .poll(
        () =>
          addPair(client, 'p-late').then(
            () => true,
            () => false,
          ),
        { timeout: 30_000 },
      )
      .toBe(true)
  }
  client.close()
  await running.stop()
  expect(dumped.breaks.length).toBeGreaterThan(0)
  expect(partOf(lines.at(-1)!)).toMatchObject({
    kind: 'trailer',
    breaks: [{ at: expect.any(String), table: expect.any(String) }],
  })
  const file = join(newFolder(), 'navet.db')
  const staged = await stageBackup({ bytes: each([await sealed(lines)]), passphrase: undefined, file })
  expect(staged.orphans).toBe(1)
  const kept = await withStaged(file, (one) => one.execute('select learner from course_starts'))
  expect(kept.rows).toHaveLength(60)
})

test('of a backup of one moment, a row that refers to none is refused', async () => {
  const client = await database()
  await addUser(client, 'p0')
  await addUser(client, 'p1')
  await client.execute(`insert into course_starts (learner, course, at, last_at) values ('p1', 'c', 1, 1)`)
  await client.executeMultiple("pragma foreign_keys = off; delete from users where id = 'p1'")
  const lines = await linesOf(client)
  const file = join(newFolder(), 'navet.db')
  await expect(stageBackup({ bytes: each([await sealed(lines)]), passphrase: undefined, file })).rejects.toThrow(
    'a row of the table course_starts refers to one that is not in the backup',
  )
})
