import { execFile } from 'node:child_process'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { prepareDatabase } from '../../../tools/database/prepare-database.ts'
import { server, token } from '../libsql/support.ts'

const root = join(import.meta.dirname, '../../..')

/** A data folder of its own, and the commands as an operator runs them. */
async function operator(database?: string) {
  const folder = join(await mkdtemp(join(tmpdir(), 'navet-keys-')), 'data')
  const file = join(folder, 'signing-keys.json')
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, 'tools/keys/main.ts'), ...args], {
      env: { ...process.env, DATA_DIR: folder, LIBSQL_URL: database ?? '', LIBSQL_AUTH_TOKEN: token },
    })
  const keys = async () => (JSON.parse(await readFile(file, 'utf8')) as { keys: StoredKey[] }).keys
  return { file, run, keys }
}

/** The same with a database that Navet was started on. */
async function running() {
  const { url } = await server()
  await prepareDatabase(url, token, await loadCatalogue('test/fixtures/courses'))
  return operator(url)
}

interface StoredKey {
  id: string
  ed25519: { secretKeyMultibase?: string }
  p256: { d?: string }
}

test('keys are made once, for the owner’s eyes alone; a dry run makes nothing', async () => {
  const { file, run, keys } = await operator()
  expect((await run('generate', '--dry-run')).stdout).toContain(file)
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' })

  await run('generate')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const first = await keys()
  expect(first).toHaveLength(1)
  expect((await run('generate')).stdout).toContain('nothing to do')
  expect(await keys()).toEqual(first)
})

test('a rotation adds a key that signs and keeps the other without its secret', async () => {
  const { file, run, keys } = await operator()
  await expect(run('rotate')).rejects.toMatchObject({ code: 1 })
  await run('generate')
  const [first] = await keys()
  await run('rotate', '--dry-run')
  expect(await keys()).toEqual([first])

  await run('rotate')
  const [kept, added] = await keys()
  expect(kept!.id).toBe(first!.id)
  expect([kept!.ed25519.secretKeyMultibase, kept!.p256.d]).toEqual([undefined, undefined])
  expect(added!.ed25519.secretKeyMultibase).toMatch(/^z/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a dry run names the key that the run makes', { timeout: 120_000 }, async () => {
  const { run, keys } = await running()
  const named = async (...args: string[]) => /key-\d{4}-\d\d-\d\d-[0-9a-f]{6}/.exec((await run(...args)).stdout)?.[0]
  expect(await named('generate', '--dry-run')).toBe(await named('generate'))
  const dry = await named('rotate', '--dry-run')
  await run('rotate')
  const [first, second] = await keys()
  expect(second!.id).toBe(dry)

  const { stdout } = await run('revoke', second!.id, '--dry-run')
  await run('revoke', second!.id)
  const third = (await keys()).at(-1)!.id
  expect(stdout).toContain(`and make ${third}`)
  expect(new Set([first!.id, second!.id, third]).size).toBe(3)
})

test(
  'a key that is known nowhere is not revoked: the known ones are listed, and nothing is written',
  { timeout: 120_000 },
  async () => {
    const { run, keys } = await running()
    await run('generate')
    const before = await keys()
    for (const args of [
      ['revoke', 'key-2026-11-24-typo00'],
      ['revoke', 'typo', '--dry-run'],
    ]) {
      await expect(run(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(before[0]!.id) })
    }
    await expect(run('revoke')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(new RegExp(`^which key\\? Known are: ${before[0]!.id}\n\nnpm run`)),
    })
    expect(await keys()).toEqual(before)
    // What was revoked before is known still: a run that was cut off can be finished.
    await run('revoke', before[0]!.id)
    expect((await run('revoke', before[0]!.id)).stdout).toContain(`${before[0]!.id} is not in`)
  },
)

test('where there is no database to tell of a revoked key, the file keeps it', async () => {
  const { run, keys } = await operator()
  await run('generate')
  const before = await keys()
  await expect(run('revoke', before[0]!.id)).rejects.toMatchObject({ code: 1 })
  expect(await keys()).toEqual(before)
})

test.each([
  [['destroy'], 2],
  [[], 2],
  [['rotate', 'twice'], 2],
  [['revoke'], 2],
  [['revoke', 'key-2026-11-24-abcdef'], 1],
])('%j does nothing, and ends with %d and without a stack', async (args, code) => {
  const { run } = await operator()
  await expect(run(...args)).rejects.toMatchObject({ code, stderr: expect.not.stringContaining('    at ') })
})
