import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { createClient } from '@libsql/client/http'
import { expect, test } from 'vitest'

import { answers, exits, newFolder, ownPlace, start } from '../support/processes.ts'
import { runTool } from '../support/run-tool.ts'

const patience = { timeout: 60_000 }

test('with BACKUP_TO a backup is there soon after the start, none too many, and one that is damaged is told', async () => {
  const { env, url } = await ownPlace()
  const away = join(newFolder(), 'backups')
  const settings = { ...env, DEMO: '0', BACKUP_TO: `${away}/` }
  const first = start(settings)
  await answers(url)
  const kept = () => (existsSync(away) ? readdirSync(away).filter((name) => name.endsWith('.backup')) : [])
  await expect.poll(kept, patience).toHaveLength(1)
  await expect.poll(first.output, patience).toContain('backed up')
  first.child.kill('SIGTERM')
  await exits(first)

  const again = start(settings)
  await answers(url, '/readyz')
  const [name] = kept()
  expect(await runTool(env, 'backup.ts', `${away}/`, '--if-due')).toMatchObject({ code: 0, said: '' })
  expect(kept()).toEqual([name])
  expect(await runTool(env, 'restore.ts', '--check', join(away, name!))).toMatchObject({ code: 0 })
  writeFileSync(join(away, name!), readFileSync(join(away, name!)).subarray(1))
  expect(await runTool(env, 'restore.ts', '--check', join(away, name!))).toMatchObject({ code: 1 })
  again.child.kill('SIGTERM')
  expect((await exits(again)).code).toBe(0)
})

test('whoever is erased stands in the journal beside the database, and stays erased whatever backup is restored', async () => {
  const { env, url } = await ownPlace()
  const backup = join(newFolder(), 'a.backup')
  const first = start(env)
  await answers(url, '/readyz')
  expect(await runTool(env, 'backup.ts', backup)).toMatchObject({ code: 0 })
  const { url: database, token } = JSON.parse(readFileSync(join(env.DATA_DIR, 'running.json'), 'utf8'))
  const client = createClient({ url: database, authToken: token })
  const { rows } = await client.execute("delete from users where email like 'amira@%' returning id")
  const journal = join(env.DATA_DIR, 'erasures.jsonl')
  const returnHash = '0'.repeat(64)
  await client.execute({
    sql: `insert into awards (id, badge, course, course_version, attempt, at, day, kept_until, return_hash)
      values ('kept', 'CHK-2', 'c', 'v', '', 0, '2026-11-01', ?, ?)`,
    args: [Date.now() + 3_650 * 86_400_000, returnHash],
  })
  const noted = () => existsSync(journal) && readFileSync(journal, 'utf8')
  await expect.poll(noted, patience).toContain(String(rows[0]!.id))
  await expect.poll(noted, patience).toContain(JSON.stringify({ award: 'kept', returnHash }))
  client.close()
  first.child.kill('SIGTERM')
  await exits(first)
  // The database is lost, the journal beside it is not.
  writeFileSync(join(env.DATA_DIR, 'navet.db'), 'nothing that could be read')
  const restored = await runTool(env, 'restore.ts', backup, '--replace')
  expect(restored).toMatchObject({
    code: 0,
    said: expect.stringContaining('1 account(s) erased since were erased again'),
  })
})

test('a bucket without a passphrase, and a file as a place for many, are one line at the start', async () => {
  const { env } = await ownPlace()
  const line = async (to: string) => (await exits(start({ ...env, BACKUP_TO: to }))).lines
  expect(await line('s3://kept')).toEqual([expect.stringContaining('set BACKUP_PASSPHRASE')])
  expect(await line(join(env.DATA_DIR, 'a-file'))).toEqual([
    expect.stringContaining('BACKUP_TO is a folder, ending in /'),
  ])
})
