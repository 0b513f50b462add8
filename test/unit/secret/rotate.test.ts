import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { keptSecrets, nextSecrets, readSecrets, writeSecrets } from '../../../tools/secret/secret-files.ts'
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
    // Here SECRET cannot be written, as where the disk is full.
    mkdirSync(join(folder, `.secret.${process.pid}.part`))
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
    [{ SECRET, SECRETS_BEFORE: 'x' }, ['--file', '/nowhere/x'], 1, 'SECRETS_BEFORE is no list'],
    [{ SECRET }, ['--file', '/nowhere/at/all'], 1, 'there is no /nowhere/at/all'],
  ])('with %o and %o it says why not', async (env, words, code, why) => {
    const ended = await rotate(
      { SECRET: '', SECRETS_BEFORE: '', DATA_DIR: newFolder(), ...env } as Record<string, string>,
      ...words,
    )
    expect([ended.code, ended.said]).toEqual([code, expect.stringContaining(why)])
  })
})
