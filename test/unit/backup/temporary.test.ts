import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { runAsNobody, runTool, spawnTool } from '../../support/run-tool.ts'
import { silentServer } from '../../support/silent-server.ts'
import { addUser, database, linesOf, newFolder, sealed } from './support.ts'

const ours = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('navet-'))

async function backup(): Promise<string> {
  const client = await database()
  await addUser(client, 'amira')
  const file = join(newFolder(), 'a.backup')
  writeFileSync(file, await sealed(await linesOf(client)))
  return file
}

/** A restore onto a server that never answers, with the whole database laid open in TMPDIR. */
async function waiting(file: string, folder: string) {
  const { server, url } = await silentServer()
  const child = spawnTool({ TMPDIR: folder, LIBSQL_URL: url }, 'restore.ts', file)
  onTestFinished(() => void child.kill('SIGKILL'))
  for (const stream of [child.stdout, child.stderr]) stream.resume()
  const closed = once(child, 'close') as Promise<[number | null]>
  await Promise.race([once(server, 'connection'), closed])
  expect(ours(folder)).toHaveLength(1)
  return { child, closed, left: join(folder, ours(folder)[0]!) }
}

test('a restore that is killed leaves its folder to the owner alone, and the next one clears it', async () => {
  const [file, folder] = [await backup(), newFolder()]
  const { child, closed, left } = await waiting(file, folder)
  child.kill('SIGKILL')
  await closed
  expect(readdirSync(left)).toContain('navet.db')
  expect(statSync(left).mode & 0o777).toBe(0o700)

  expect(await runTool({ TMPDIR: folder }, 'restore.ts', file, '--check')).toMatchObject({ code: 0 })
  expect(ours(folder)).toEqual([])
})

test.each([1, 2])('a restore that is ended by Ctrl-C, %d of them, leaves nothing of the database', async (times) => {
  const [file, folder] = [await backup(), newFolder()]
  const { child, closed } = await waiting(file, folder)
  for (let i = 0; i < times; i += 1) child.kill('SIGINT')
  expect(await closed).toEqual([130, null])
  expect(ours(folder)).toEqual([])
})

test('a check leaves alone what another restore is at work in, and what is none of ours', async () => {
  const [file, folder, elsewhere] = [await backup(), newFolder(), newFolder()]
  const { child, closed, left } = await waiting(file, folder)
  writeFileSync(join(elsewhere, 'kept'), '')
  symlinkSync(elsewhere, join(folder, 'navet-restore-a1B2c3'))
  mkdirSync(join(folder, 'navet-restore-of-mine'))

  expect(await runTool({ TMPDIR: folder }, 'restore.ts', file, '--check')).toMatchObject({ code: 0 })
  expect(readdirSync(left)).toContain('navet.db')
  expect(ours(folder).sort()).toEqual([left.split('/').at(-1), 'navet-restore-a1B2c3', 'navet-restore-of-mine'].sort())
  expect(readdirSync(elsewhere)).toEqual(['kept'])
  child.kill('SIGKILL')
  await closed
})

test('a folder of the operator’s with such a name keeps what is in it, the backup that is to be restored above all', async () => {
  const folder = newFolder()
  const mine = join(folder, 'navet-restore-backup')
  mkdirSync(mine)
  const file = join(mine, 'a.backup')
  copyFileSync(await backup(), file)
  expect(await runTool({ TMPDIR: folder }, 'restore.ts', '--check', file)).toMatchObject({ code: 0 })
  expect(readdirSync(mine)).toEqual(['a.backup'])
})

test.skipIf(process.platform === 'win32')(
  'a backup that cannot be read is one line, and nothing is made for it',
  async () => {
    const [file, folder] = [await backup(), newFolder()]
    chmodSync(join(file, '..'), 0o755)
    chmodSync(folder, 0o777)
    chmodSync(file, 0)
    const run = process.getuid?.() === 0 ? runAsNobody : runTool
    for (const more of [[], ['--check']]) {
      const { code, said } = await run({ TMPDIR: folder, DATA_DIR: join(folder, 'data') }, 'restore.ts', file, ...more)
      expect([code, said]).toEqual([1, `no rights to write or read ${file} (EACCES)`])
      expect(readdirSync(folder)).toEqual([])
    }
  },
)
