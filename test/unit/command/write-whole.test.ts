import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, expect, test } from 'vitest'

import { writeWhole } from '../../../tools/command/write-whole.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navet-whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const left = (name: string) => `.${name}.${'0123456789abcdef'.repeat(2)}.part`

test('a file is the old one or the new one, for the owner alone, and behind a link stands what is meant', async () => {
  const file = join(folder, 'kept')
  writeFileSync(file, 'old', { mode: 0o644 })
  symlinkSync(file, join(folder, 'link'))
  async function* broken() {
    yield Buffer.from('new')
    throw new Error('cut')
  }
  await expect(writeWhole(join(folder, 'link'), broken())).rejects.toThrow('cut')
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['kept', 'link']])
  expect(await writeWhole(join(folder, 'link'), Buffer.from('new'))).toBe(3)
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o600])
  expect(readdirSync(folder)).toEqual(['kept', 'link'])
})

test('nothing that somebody laid beside it is written into: two writes never have one name, nor one that can be known', async () => {
  chmodSync(folder, 0o777)
  const names = new Set<string>()
  for (let i = 0; i < 5; i += 1) {
    async function* looked() {
      for (const name of readdirSync(folder)) names.add(name)
      yield Buffer.from('secret')
    }
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is looked at
    await writeWhole(join(folder, 'kept'), looked())
  }
  const parts = [...names].filter((name) => name !== 'kept')
  expect(parts).toHaveLength(5)
  for (const name of parts) expect(name).toMatch(/^\.kept\.[0-9a-f]{32}\.part$/)
})

test('what killed processes left unfinished goes after a day; what another one writes, and what is none of ours, stays', async () => {
  const old = new Date(Date.now() - 25 * 3_600_000)
  const names = [left('navet-20261001.backup'), '.other.part', '.kept.12345.part', 'kept.part']
  for (const name of names) {
    writeFileSync(join(folder, name), 'persons')
    utimesSync(join(folder, name), old, old)
  }
  writeFileSync(join(folder, left('young')), 'still written')
  await writeWhole(join(folder, 'kept'), Buffer.from('x'))
  expect(readdirSync(folder).sort()).toEqual([left('young'), 'kept', ...names.slice(1)].sort())
})
