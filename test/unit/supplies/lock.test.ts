import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { faultsOfLock } from '../../../tools/supplies/faults-of-lock.ts'
import { faultOfLicence } from '../../../tools/supplies/licences.ts'
import { LockFile, Manifest } from '../../../tools/supplies/lock-file.ts'

const [file, asked] = ['package-lock.json', 'package.json'].map((name) =>
  readFileSync(join(import.meta.dirname, '../../..', name), 'utf8'),
) as [string, string]
type Packages = Record<string, Record<string, unknown>>
type Wishes = Record<string, string>
type Change = (packages: Packages, manifest: Record<string, Wishes>) => void

function faultsWhen(change: Change): string[] {
  const raw = JSON.parse(file) as { packages: Packages }
  const manifest = JSON.parse(asked) as Record<string, Wishes>
  change(raw.packages, manifest)
  return faultsOfLock(LockFile.parse(raw), Manifest.parse(manifest))
}

/** Something that would be in order, if anybody asked for it. */
const stranger = { version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==` }

test('the lock file as it stands is in order', () => {
  expect(faultsWhen(() => undefined)).toEqual([])
})

describe('each of these is a fault, and nothing else becomes one', () => {
  const hono = 'node_modules/hono'
  test.each<[string, Change, string]>([
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
      (all, manifest) => {
        ;(all['']!.dependencies as Wishes).hono = '^4.0.0'
        manifest.dependencies!.hono = '^4.0.0'
      },
      'dependencies: hono is asked for as ^4.0.0, not as one version',
    ],
    [
      "another package's tarball",
      (all) => (all[hono]!.resolved = 'https://registry.npmjs.org/is-even/-/is-even-1.0.0.tgz'),
      `${hono} comes from https://registry.npmjs.org/is-even/-/is-even-1.0.0.tgz`,
    ],
    [
      'the tarball of another version',
      (all) => (all[hono]!.resolved = 'https://registry.npmjs.org/hono/-/hono-4.0.0.tgz'),
      `${hono} comes from https://registry.npmjs.org/hono/-/hono-4.0.0.tgz`,
    ],
    [
      'a wish that package.json has otherwise',
      (all) => ((all['']!.dependencies as Wishes).hono = '4.0.0'),
      'dependencies: hono is 4.0.0; package.json says 4.13.19',
    ],
    [
      'a wish that only the lock file has',
      (all) => {
        ;(all['']!.devDependencies as Wishes)['is-odd'] = '1.0.0'
        all['node_modules/is-odd'] = { ...stranger }
      },
      'devDependencies: is-odd is 1.0.0; package.json says nothing of it',
    ],
    [
      'a wish that only package.json has',
      (_all, manifest) => (manifest.dependencies!['is-odd'] = '1.0.0'),
      'dependencies: is-odd is not asked for; package.json says 1.0.0',
    ],
    [
      'another version than the one asked for',
      (all) => (all[hono]!.version = '4.0.0'),
      'dependencies: hono is asked for as 4.13.19, and locked as 4.0.0',
    ],
    [
      'a version with more after it',
      (all) => (all['node_modules/youch']!.version = '1.0.0 || https://evil.example'),
      'node_modules/youch has no version',
    ],
    [
      'a package that nobody asks for',
      (all) => (all['node_modules/is-odd'] = { ...stranger }),
      'node_modules/is-odd is asked for by nobody',
    ],
    [
      'one below a folder that does not ask for it',
      (all) => (all[`${hono}/node_modules/workerd`] = { ...stranger }),
      `${hono}/node_modules/workerd is asked for by nobody`,
    ],
    [
      'another package by the name of this one',
      (all) => (all[hono]!.name = 'is-odd'),
      `${hono} is is-odd under another name`,
    ],
    [
      'a program that runs, in a package called as one that may',
      (all) => {
        all[`${hono}/node_modules/esbuild`] = { ...stranger, hasInstallScript: true }
        all[hono]!.dependencies = { esbuild: '1.0.0' }
      },
      `${hono}/node_modules/esbuild runs a program when it is installed`,
    ],
    [
      'a program that runs, in another version than was looked at',
      (all) => (all['node_modules/core-js']!.version = '3.99.0'),
      'node_modules/core-js runs a program when it is installed',
    ],
    ...['git+ssh://git@github.com/x/is-odd.git', 'x/is-odd', 'file:../is-odd', 'npm:is-even@1.0.0'].map(
      (wish): [string, Change, string] => [
        `a wish for ${wish}`,
        (all) => (all[hono]!.dependencies = { zod: wish }),
        `${hono} asks for zod from elsewhere: ${wish}`,
      ],
    ),
  ])('%s', (_name, change, fault) => {
    expect(faultsWhen(change)).toEqual([fault])
  })

  test.each(['tools/hono', '../hono', 'node_modules/../../hono', 'node_modules/@x/../hono', 'node_modules/.bin'])(
    'a package in %s',
    (folder) => {
      expect(faultsWhen((all) => (all[folder] = { ...stranger }))).toContain(`${folder} does not lie in node_modules`)
    },
  )

  test('the name of the tarball that npm itself would take is none', () => {
    const named = 'https://registry.npmjs.org/@hono/zod-openapi/-/zod-openapi-1.6.3.tgz'
    expect(faultsWhen((all) => (all['node_modules/@hono/zod-openapi']!.resolved = named))).toEqual([])
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
