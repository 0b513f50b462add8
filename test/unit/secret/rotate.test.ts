import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import {
  keptSecrets,
  nextSecrets,
  readSecrets,
  type Secrets,
  writeSecrets,
} from '../../../tools/secret/secret-files.ts'
import { takeFolder } from '../../../tools/start/folder-lock.ts'
import { formerSecrets } from '../../../worker/former-secrets.ts'
import { runTool } from '../../support/run-tool.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'navet-secret-'))
const rotate = (env: Record<string, string>, ...words: string[]) => runTool(env, 'rotate-secret.ts', ...words)
const dayMs = 24 * 3_600_000

describe('in a data folder', () => {
  test('SECRET is another, and the one before is known, both for the owner alone', async () => {
    const folder = newFolder()
    const first = await keptSecrets(folder)
    expect(await keptSecrets(folder)).toEqual(first)
    const { code, said } = await rotate({ DATA_DIR: folder })
    expect([code, said]).toEqual([0, expect.stringContaining('once Navet is started again')])

    const next = (await readSecrets(folder))!
    expect(next.secret).not.toBe(first.secret)
    expect(next.secret.length).toBeGreaterThanOrEqual(32)
    expect(next.before).toEqual([{ secret: first.secret, replaced: expect.any(String) }])
    for (const name of ['secret', 'secrets-before.json']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)

    await rotate({ DATA_DIR: folder })
    expect((await readSecrets(folder))!.before.map(({ secret }) => secret)).toEqual([next.secret, first.secret])
    expect(said).not.toContain(first.secret)
  })

  test('a dry run changes nothing', async () => {
    const folder = newFolder()
    const first = await keptSecrets(folder)
    expect((await rotate({ DATA_DIR: folder }, '--dry-run')).said).toMatch(/^would change SECRET/)
    expect(await readSecrets(folder)).toEqual(first)
  })

  test('halted before the second of its two steps nothing is lost, and the next run does it', async () => {
    const folder = newFolder()
    const first = await keptSecrets(folder)
    const next = nextSecrets(first, new Date())
    // Here SECRET cannot be written, as where the disk is full: no name beside the file behind the link is short enough.
    const behind = join(newFolder(), 's'.repeat(250))
    renameSync(join(folder, 'secret'), behind)
    symlinkSync(behind, join(folder, 'secret'))
    await expect(writeSecrets(folder, next)).rejects.toThrow()
    expect(await readSecrets(folder)).toEqual({ secret: first.secret, before: next.before })

    const again = nextSecrets((await readSecrets(folder))!, new Date())
    expect(again.before.map(({ secret }) => secret)).toEqual([first.secret])
  })

  test('what no session can hang on any more is forgotten', () => {
    const now = new Date()
    const [old, recent] = [91, 89].map((days) => ({
      secret: `the secret of ${days} days ago, and long enough`,
      replaced: new Date(now.getTime() - days * dayMs).toISOString(),
    }))
    const { before } = nextSecrets({ secret: 'the secret of now, which is long enough', before: [recent!, old!] }, now)
    expect(before.slice(1)).toEqual([recent])
  })

  test.each([
    ['a list that is spoilt', 'x', 'secrets-before.json is no list of former secrets'],
    ['a list of something else', '[{"secret":"short"}]', 'secrets-before.json is no list of former secrets'],
  ])('%s is one clear line', async (_, text, words) => {
    const folder = newFolder()
    await keptSecrets(folder)
    writeFileSync(join(folder, 'secrets-before.json'), text)
    const { code, said } = await rotate({ DATA_DIR: folder })
    expect([code, said.split('\n').length]).toEqual([1, 1])
    expect(said).toContain(words)
  })

  test('one that is empty, as a start that was killed may leave it, is one clear line', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'secret'), '')
    const { code, said } = await rotate({ DATA_DIR: folder })
    expect([code, said]).toEqual([1, expect.stringMatching(/secret holds no SECRET: put a copy back/)])
  })

  test('a day that has not come is refused, and no secret of such a day holds', async () => {
    const folder = newFolder()
    await keptSecrets(folder)
    const ahead = { secret: 'a secret of a clock that was ahead, long enough', replaced: '2999-01-01T00:00:00.000Z' }
    writeFileSync(join(folder, 'secrets-before.json'), JSON.stringify([ahead]))
    const { code, said } = await rotate({ DATA_DIR: folder })
    expect([code, said]).toEqual([1, expect.stringContaining('has a day that has not come, 2999')])
    for (const how of ['a-day', 'a-session'] as const)
      expect(formerSecrets({ SECRETS_BEFORE: [ahead] }, how, new Date())).toEqual([])
  })

  test('of more than twenty the newest are kept', () => {
    let secrets: Secrets = { secret: 'the first secret there was, long enough', before: [] }
    for (let i = 0; i < 30; i += 1) secrets = nextSecrets(secrets, new Date())
    expect(secrets.before).toHaveLength(20)
    const again = nextSecrets(secrets, new Date())
    expect(again.before.map(({ secret }) => secret)).toEqual(
      [secrets.secret, ...secrets.before.map(({ secret }) => secret)].slice(0, 20),
    )
  })

  test('it is refused while a restore is at work, and settles one that was stopped first', async () => {
    const folder = newFolder()
    const first = await keptSecrets(folder)
    const lock = await takeFolder(folder)
    expect(await rotate({ DATA_DIR: folder })).toMatchObject({ code: 1, said: expect.stringContaining('is in use') })
    expect(await readSecrets(folder)).toEqual(first)
    await lock!.tell({ url: 'http://127.0.0.1:1', token: 'x' })
    expect(await rotate({ DATA_DIR: folder })).toMatchObject({ code: 0 })
    await lock!.release()

    mkdirSync(join(folder, '.navet-restored'))
    const ofBackup = { secret: 'the secret of a restore that was stopped', before: [] }
    await writeSecrets(join(folder, '.navet-restored'), ofBackup)
    await rotate({ DATA_DIR: folder })
    expect((await readSecrets(folder))!.before[0]!.secret).toBe(ofBackup.secret)
  })

  test.runIf(process.getuid?.() === 0)('run with sudo it leaves both files to whose folder it is', async () => {
    const folder = newFolder()
    await keptSecrets(folder)
    chownSync(folder, 12_345, 12_346)
    chownSync(join(folder, 'secret'), 12_345, 12_347)
    await rotate({ DATA_DIR: folder })
    const owners = ['secret', 'secrets-before.json', 'lock'].map((name) => statSync(join(folder, name)))
    expect(owners.map(({ uid, gid }) => [uid, gid])).toEqual([
      [12_345, 12_347],
      [12_345, 12_346],
      [12_345, 12_346],
    ])
  })

  test('with none in it, that is said', async () => {
    const { code, said } = await rotate({ DATA_DIR: newFolder() })
    expect([code, said]).toEqual([1, expect.stringContaining('start Navet once')])
  })
})

describe('where SECRET is set by hand', () => {
  const SECRET = 'the secret as it is now, and long enough'

  test('both settings stand in a file as wrangler reads them', async () => {
    const file = join(newFolder(), 'secrets.json')
    const { code, said } = await rotate({ SECRET, LIBSQL_URL: 'http://nowhere.example' }, '--file', file)
    expect([code, said]).toEqual([0, expect.stringContaining('wrangler secret bulk')])
    expect(statSync(file).mode & 0o077).toBe(0)
    const made = JSON.parse(readFileSync(file, 'utf8')) as { SECRET: string; SECRETS_BEFORE: string }
    expect(JSON.parse(made.SECRETS_BEFORE)).toEqual([{ secret: SECRET, replaced: expect.any(String) }])

    const second = await rotate(made, '--file', file)
    expect([second.code, second.said]).toEqual([1, expect.stringContaining('is there already')])
    const third = join(newFolder(), 'secrets.json')
    await rotate(made, '--file', third)
    expect(JSON.parse(JSON.parse(readFileSync(third, 'utf8')).SECRETS_BEFORE)).toHaveLength(2)
  })

  test.each([
    [{ LIBSQL_URL: 'http://nowhere.example' }, ['--file', '/nowhere/x'], 1, 'set SECRET to what it is now'],
    [{ SECRET }, [], 2, '--file'],
    [{ SECRET: 'short' }, ['--file', '/nowhere/x'], 1, 'SECRET has 5 characters'],
    [{ SECRET, SECRETS_BEFORE: 'x' }, ['--file', '/nowhere/x'], 1, 'SECRETS_BEFORE is no list'],
    [{ SECRET }, ['--file', '/nowhere/at/all'], 1, 'there is no /nowhere/at'],
  ])('with %o and %o it says why not', async (env, words, code, why) => {
    const ended = await rotate(
      { SECRET: '', SECRETS_BEFORE: '', DATA_DIR: newFolder(), ...env } as Record<string, string>,
      ...words,
    )
    expect([ended.code, ended.said]).toEqual([code, expect.stringContaining(why)])
  })
})
