import { execFile } from 'node:child_process'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')

/** A data folder of its own, and the commands as an operator runs them. */
async function operator() {
  const folder = join(await mkdtemp(join(tmpdir(), 'navet-keys-')), 'data')
  const file = join(folder, 'signing-keys.json')
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [join(root, 'tools/keys/main.ts'), ...args], {
      env: { ...process.env, DATA_DIR: folder, LIBSQL_URL: '' },
    })
  const keys = async () => (JSON.parse(await readFile(file, 'utf8')) as { keys: StoredKey[] }).keys
  return { file, run, keys }
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

test('an unknown command and a revocation without a key end with 1 and one line', async () => {
  const { run } = await operator()
  for (const args of [['destroy'], [], ['revoke']]) {
    await expect(run(...args)).rejects.toMatchObject({ code: 1, stderr: expect.not.stringContaining('    at ') })
  }
})
