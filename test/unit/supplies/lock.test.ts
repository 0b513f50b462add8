import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { faultsOfLock } from '../../../tools/supplies/faults-of-lock.ts'
import { faultOfLicence } from '../../../tools/supplies/licences.ts'
import { LockFile } from '../../../tools/supplies/lock-file.ts'

const file = readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')
type Raw = { packages: Record<string, Record<string, unknown>> }

function faultsWhen(change: (packages: Raw['packages']) => void): string[] {
  const raw = JSON.parse(file) as Raw
  change(raw.packages)
  return faultsOfLock(LockFile.parse(raw))
}

test('the lock file as it stands is in order', () => {
  expect(faultsWhen(() => undefined)).toEqual([])
})

describe('each of these is a fault, and nothing else becomes one', () => {
  const hono = 'node_modules/hono'
  test.each<[string, (packages: Raw['packages']) => void, string]>([
    [
      'no checksum',
      (all) => delete all[hono]!.integrity,
      `${hono} has no SHA-512: nothing says what will be installed`,
    ],
    [
      'a short checksum',
      (all) => (all[hono]!.integrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk='),
      `${hono} has no SHA-512: nothing says what will be installed`,
    ],
    [
      'another registry',
      (all) => (all[hono]!.resolved = 'https://npm.evil.example/hono.tgz'),
      `${hono} comes from https://npm.evil.example/hono.tgz`,
    ],
    [
      'one that only begins like it',
      (all) => (all[hono]!.resolved = 'https://registry.npmjs.org.evil.example/hono.tgz'),
      `${hono} comes from https://registry.npmjs.org.evil.example/hono.tgz`,
    ],
    [
      'a repository',
      (all) => (all[hono]!.resolved = 'git+ssh://git@github.com/honojs/hono.git#abc'),
      `${hono} comes from git+ssh://git@github.com/honojs/hono.git#abc`,
    ],
    ['a link', (all) => (all[hono]!.link = true), `${hono} is a link to a folder`],
    [
      'a program that runs',
      (all) => (all[hono]!.hasInstallScript = true),
      `${hono} runs a program when it is installed`,
    ],
    [
      'a licence with conditions',
      (all) => (all[hono]!.license = 'AGPL-3.0-only'),
      `${hono} has a licence that nobody has looked at: AGPL-3.0-only`,
    ],
    [
      'one of two with conditions',
      (all) => (all[hono]!.license = 'MIT AND SSPL-1.0'),
      `${hono} has a licence that nobody has looked at: MIT AND SSPL-1.0`,
    ],
    ['no licence', (all) => delete all[hono]!.license, `${hono} says nothing of its licence`],
    [
      'a package that is not there, though only another system wants it',
      (all) => delete all['node_modules/lefthook-darwin-arm64'],
      'node_modules/lefthook asks for lefthook-darwin-arm64, which is not there',
    ],
    [
      'a range',
      (all) => ((all['']!.dependencies as Record<string, string>).hono = '^4.0.0'),
      'dependencies: hono is asked for as ^4.0.0, not as one version',
    ],
  ])('%s', (_name, change, fault) => {
    expect(faultsWhen(change)).toEqual([fault])
  })

  test('a lock file of another kind is not taken for one in order', () => {
    expect(() => LockFile.parse({ lockfileVersion: 1, dependencies: {} })).toThrow()
  })
})

test('a choice of licences is as good as the best of them, and the build holds no part that binds the rest', () => {
  expect(faultOfLicence({ name: 'x', license: '(GPL-3.0-or-later OR MIT)' }, true)).toBeUndefined()
  expect(faultOfLicence({ name: 'x', license: 'MPL-2.0' })).toBeUndefined()
  expect(faultOfLicence({ name: 'x', license: 'MPL-2.0' }, true)).toContain('MPL-2.0')
})
