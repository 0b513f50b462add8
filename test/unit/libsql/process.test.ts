import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, test } from 'vitest'

import { launch, temporaryFile, token } from './support.ts'

test('the database and what lies beside it are its owner’s alone, in any folder and under any umask', async () => {
  const before = process.umask(0)
  try {
    const file = temporaryFile()
    chmodSync(dirname(file), 0o755)
    for (let life = 0; life < 2; life += 1) {
      const { child, url } = await launch(file)
      const db = createClient({ url, authToken: token })
      await db.execute('create table if not exists t (a)')
      const modes = ['', '-wal', '-shm'].map((part) => (statSync(file + part).mode & 0o777).toString(8))
      expect(modes).toEqual(['600', '600', '600'])
      child.kill('SIGTERM')
      await once(child, 'exit')
      chmodSync(file, 0o644)
    }
  } finally {
    process.umask(before)
  }
})

test('an empty file is not taken for a new database', async () => {
  const file = temporaryFile()
  writeFileSync(file, '')
  const { child, said } = await launch(file)
  expect([child.exitCode, said]).toEqual([1, expect.stringContaining('is empty')])
  expect(readFileSync(file)).toHaveLength(0)
})

test('a new database is there whole or not at all', async () => {
  const file = temporaryFile()
  writeFileSync(`${file}.new`, 'half of one')
  writeFileSync(`${file}-wal`, 'the log of one that is gone')
  const { child } = await launch(file)
  expect(statSync(file).size).toBeGreaterThanOrEqual(4096)
  expect(existsSync(`${file}.new`)).toBe(false)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('asked to end, it answers what was asked already and rolls back what nobody came back to', async () => {
  const file = temporaryFile()
  const { child, url } = await launch(file)
  const client = () => createClient({ url, authToken: token })
  await client().execute('create table t (a)')
  const left = await client().transaction('write')
  await left.execute('insert into t values (-1)')
  const asked = Array.from({ length: 12 }, (_, i) => client().execute({ sql: 'insert into t values (?)', args: [i] }))
  // Behind these on the same server, so that they have arrived.
  while (Number((await client().execute('select count(*) as n from t')).rows[0]!.n) !== 0) continue

  child.kill('SIGTERM')
  await Promise.all(asked)
  expect(await once(child, 'exit')).toEqual([0, null])

  const again = await launch(file)
  const { rows } = await createClient({ url: again.url, authToken: token }).execute('select a from t order by a')
  expect(rows.map(({ a }) => a)).toEqual(Array.from({ length: 12 }, (_, i) => i))
  again.child.kill('SIGTERM')
  await once(again.child, 'exit')
})

test.skipIf(process.platform !== 'linux')(
  'asked to end where there is no room for its log, it ends without a word, and the next one has everything',
  async () => {
    const file = temporaryFile()
    const { child, url } = await launch(file)
    const db = createClient({ url, authToken: token })
    await db.batch(['create table t (a)', 'insert into t values (hex(randomblob(40000)))'])
    execFileSync('prlimit', ['--pid', String(child.pid), '--fsize=4096:4096'])
    let said = ''
    child.stderr!.on('data', (text: string) => (said += text))
    child.kill('SIGTERM')
    expect([await once(child, 'close'), said]).toEqual([[0, null], ''])

    const again = await launch(file)
    const { rows } = await createClient({ url: again.url, authToken: token }).execute('select length(a) as long from t')
    expect(rows).toMatchObject([{ long: 80_000 }])
    again.child.kill('SIGTERM')
    await once(again.child, 'exit')
  },
)
