import { chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { makeKey } from '../../../tools/keys/make-key.ts'
import { nextSecrets, readSecrets, writeSecrets } from '../../../tools/secret/secret-files.ts'
import { backupOf, newFolder, restore } from './support.ts'

const secret = 'a secret that is long enough for everybody'
const key = makeKey(new Date('2026-11-01'), 'key-2026-11-01-aaaaaa')

test('a SECRET that was changed since the backup stays changed', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes } = await backupOf(['amira'], { secret, secretsBefore: [], signingKeys: null })
  await restore(folder, bytes)
  expect(await readSecrets(folder)).toEqual({ secret, before: [] })
  const next = nextSecrets({ secret, before: [] }, new Date())
  await writeSecrets(folder, next)
  await restore(folder, bytes, { mayReplace: true })
  expect(await readSecrets(folder)).toEqual(next)

  const later = await backupOf(['amira'], { secret: next.secret, secretsBefore: next.before, signingKeys: null })
  const elsewhere = join(newFolder(), 'data')
  await restore(elsewhere, later.bytes)
  expect(await readSecrets(elsewhere)).toEqual(next)
})

test('a SECRET that leaked does not come back with a backup, unless that is said', async () => {
  const folder = join(newFolder(), 'data')
  const { bytes } = await backupOf(['amira'], { secret, secretsBefore: [], signingKeys: null })
  expect(await restore(folder, bytes)).toMatchObject({ secretOf: 'backup', isOtherSecret: false })
  const clean = { ...nextSecrets({ secret, before: [] }, new Date()), before: [] }
  await writeSecrets(folder, clean)
  expect(await restore(folder, bytes, { mayReplace: true })).toMatchObject({ secretOf: 'folder', isOtherSecret: true })
  expect(await readSecrets(folder)).toEqual(clean)

  writeFileSync(join(folder, 'secret'), '')
  await expect(restore(folder, bytes, { mayReplace: true })).rejects.toThrow(/secret holds no SECRET/)
  await restore(folder, bytes, { mayReplace: true, withSecret: true })
  expect(await readSecrets(folder)).toEqual({ secret, before: [] })
})

const isRoot = process.getuid?.() === 0

test.runIf(isRoot)('run with sudo it leaves everything to whose folder it is', async () => {
  const folder = join(newFolder(), 'data')
  mkdirSync(folder)
  chownSync(folder, 12_345, 12_346)
  const { bytes } = await backupOf(['amira'], { secret, signingKeys: { keys: [key] } })
  await restore(folder, bytes)
  for (const name of ['secret', 'secrets-before.json', 'signing-keys.json', 'navet.db', 'lock', 'erasures.jsonl']) {
    const { uid, gid } = statSync(join(folder, name))
    expect([name, uid, gid]).toEqual([name, 12_345, 12_346])
  }
})
