import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { unseal } from '../../../tools/backup/format/envelope.ts'
import { settleRestore } from '../../../tools/backup/settle.ts'
import { withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { migrate } from '../../../tools/database/migrate.ts'
import { startLibsqlServer } from '../../../tools/libsql/server.ts'
import { runInLittleRoom, runTool, spawnTool } from '../../support/run-tool.ts'
import { addUser, database, each, linesOf, newFolder, passphrase, sealed, workFactor } from './support.ts'

/** A data folder in which nothing runs, with so many people. */
async function folderWith(people: number): Promise<string> {
  const folder = newFolder()
  await withStaged(join(folder, 'navet.db'), async (client) => {
    await migrate(client)
    // People are all there is to count.
    await client.execute('delete from scheduled_runs')
    for (let i = 0; i < people; i += 1) await addUser(client, `user-${i}`)
  })
  return folder
}

async function rowsIn(backup: string): Promise<number> {
  let rows = 0
  for await (const line of unseal(each([readFileSync(backup)]), undefined)) rows += line.startsWith('[') ? 1 : 0
  return rows
}

test.for(['backup.ts', 'restore.ts'])('%s says what it takes, and a wrong call is 2', async (command) => {
  const help = await runTool({}, command, '--help')
  expect(help).toMatchObject({ code: 0, said: expect.stringMatching(/--dry-run[^]*Exit codes/) })
  expect(await runTool({}, command)).toMatchObject({ code: 2, said: expect.stringContaining('npm run') })
  expect(await runTool({}, command, 'one', 'two')).toMatchObject({ code: 2 })
  expect(await runTool({}, command, 'one', '--no-such-option')).toMatchObject({ code: 2 })
})

test('what can be wrong before a backup is one line each', async () => {
  const folder = await folderWith(1)
  const to = join(newFolder(), 'a.backup')
  const line = async (env: Record<string, string>, ...args: string[]) => {
    const { code, said } = await runTool({ DATA_DIR: folder, ...env }, 'backup.ts', ...args)
    expect([said.split('\n').length, code]).toEqual([1, 1])
    return said
  }
  expect(await line({ DATA_DIR: newFolder() }, to)).toBe('there is no database: set LIBSQL_URL, or start Navet once')
  expect(await line({ BACKUP_PASSPHRASE: 'short' }, to)).toContain('fewer than 12 characters')
  expect(await line({}, join(folder, 'no', 'such', 'folder', 'a.backup'))).toMatch(/^there is no .*no\/such\/folder$/)
  expect(await line({ LIBSQL_URL: 'http://127.0.0.1:9' }, to)).toBe('no database answers at LIBSQL_URL')
  const running = await startLibsqlServer({ file: join(newFolder(), 'navet.db'), token: 'the right one' })
  const env = { LIBSQL_URL: running.url, LIBSQL_AUTH_TOKEN: 'a wrong one' }
  expect(await line(env, to)).toBe('the database refuses the token: look at LIBSQL_AUTH_TOKEN')
  expect(await line({ ...env, LIBSQL_AUTH_TOKEN: 'the right one' }, to)).toContain('the database is empty')
  await running.close()
  expect(existsSync(to)).toBe(false)
})

test.skipIf(process.platform !== 'linux')(
  'no room and no rights are one line each, and leave the old backup',
  async () => {
    const folder = await folderWith(1)
    const noise = 'insert into mails (id, recipient, subject, body, locale, created_at, expires_at, due_at)'
    const away = newFolder()
    const to = join(away, 'a.backup')
    writeFileSync(to, 'the old one')
    await withStaged(join(folder, 'navet.db'), (client) =>
      client.execute(`${noise} values ('m', 'r', 's', hex(randomblob(400000)), 'sv', 1, 1, 1)`),
    )
    const full = { code: 1, said: 'the disk is full: nothing was changed' }
    expect(await runTool({ DATA_DIR: folder }, 'backup.ts', '/dev/full')).toMatchObject(full)
    const { code, said } = await runInLittleRoom({ DATA_DIR: folder }, 'backup.ts', to)
    expect({ code, said }).toEqual(full)
    expect([readdirSync(away), readFileSync(to, 'utf8')]).toEqual([['a.backup'], 'the old one'])
    // Nobody refuses root anything.
    if (process.getuid?.() === 0) return

    chmodSync(away, 0o500)
    const refused = await runTool({ DATA_DIR: folder }, 'backup.ts', to)
    chmodSync(away, 0o700)
    expect([refused.code, refused.said]).toEqual([1, expect.stringMatching(/^no rights to write or read .*a\.backup/)])
  },
)

test('a dry run of a backup writes nothing', async () => {
  const folder = await folderWith(1)
  const away = newFolder()
  const dry = await runTool({ DATA_DIR: folder }, 'backup.ts', `${away}/`, '--dry-run')
  expect(dry).toMatchObject({ code: 0, said: expect.stringMatching(/^would back up \d+ tables to .*not encrypted/) })
  expect(readdirSync(away)).toEqual([])
})

test('standard output holds the backup and nothing else', async () => {
  const folder = await folderWith(3)
  const child = spawnTool({ DATA_DIR: folder }, 'backup.ts', '-')
  const bytes: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => bytes.push(chunk))
  await once(child, 'close')
  const file = join(newFolder(), 'a.backup')
  writeFileSync(file, Buffer.concat(bytes))
  expect(await rowsIn(file)).toBe(3)
})

test('a folder of backups knows who was erased since the older ones were taken', async () => {
  const folder = await folderWith(2)
  const away = newFolder()
  const env = { DATA_DIR: folder }
  await withStaged(join(folder, 'navet.db'), (client) =>
    client.execute(`create table if not exists erasures (account text primary key not null, at integer not null)`),
  )
  expect(await runTool(env, 'backup.ts', `${away}/`)).toMatchObject({ code: 0 })
  const [older] = readdirSync(away)
  await withStaged(join(folder, 'navet.db'), (client) =>
    client.batch(["insert into erasures values ('user-1', 5)", "delete from users where id = 'user-1'"]),
  )
  expect(await runTool(env, 'backup.ts', `${away}/`, '--erasures')).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 erasure(s)'),
  })
  expect(readdirSync(away).sort()).toEqual(['erasures.jsonl', older])
  const fresh = { DATA_DIR: join(newFolder(), 'data') }
  const restored = await runTool(fresh, 'restore.ts', join(away, older!))
  expect(restored.said).toContain('1 account(s) erased since were erased again')
})

test(
  'a backup that is stopped or killed at any moment leaves the old one or the new one',
  { timeout: 300_000 },
  async () => {
    const folder = await folderWith(1500)
    const away = newFolder()
    const to = join(away, 'a.backup')
    await runTool({ DATA_DIR: folder }, 'backup.ts', to)
    await withStaged(join(folder, 'navet.db'), (client) => addUser(client, 'one-more'))
    const seen = new Set<number>()
    for (let i = 0; i < 12; i += 1) {
      const child = spawnTool({ DATA_DIR: folder }, 'backup.ts', to)
      const closed = once(child, 'close')
      await Promise.race([pause(Math.random() * 1500), closed])
      child.kill(i % 2 === 0 ? 'SIGINT' : 'SIGKILL')
      const [code] = (await closed) as [number | null]
      if (i % 2 === 0 && code === 130)
        expect(readdirSync(away).filter((name) => name.includes(`.${child.pid}.`))).toEqual([])
      seen.add(await rowsIn(to))
    }
    expect([...seen].filter((rows) => ![1500, 1501].includes(rows))).toEqual([])
  },
)

test(
  'a restore that is stopped or killed at any moment leaves the old database or the new one',
  { timeout: 300_000 },
  async () => {
    const folder = await folderWith(3)
    const client = await database()
    for (let i = 0; i < 50; i += 1) await addUser(client, `new-${i}`)
    const file = join(newFolder(), 'a.backup')
    writeFileSync(file, await sealed(await linesOf(client), { passphrase, workFactor }))
    const env = { DATA_DIR: folder, BACKUP_PASSPHRASE: passphrase }
    const seen: number[] = []
    for (let i = 0; i < 10; i += 1) {
      const child = spawnTool(env, 'restore.ts', file, '--replace')
      const closed = once(child, 'close')
      await Promise.race([pause(Math.random() * 5000), closed])
      child.kill(i % 2 === 0 ? 'SIGINT' : 'SIGKILL')
      await closed
      await settleRestore(folder)
      seen.push(
        await withStaged(join(folder, 'navet.db'), async (one) =>
          Number((await one.execute('select count(*) as n from users')).rows[0]?.n),
        ),
      )
      expect(readdirSync(folder)).not.toContain('.navet-restoring')
    }
    expect(seen.filter((people) => ![3, 50].includes(people))).toEqual([])
    expect(await runTool(env, 'restore.ts', file, '--replace')).toMatchObject({ code: 0 })
  },
)
