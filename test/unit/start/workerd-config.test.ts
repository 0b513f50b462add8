import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { type WorkerdConfig, workerdConfig } from '../../../tools/start/workerd-config.ts'

const workerd = (createRequire(import.meta.url)('workerd') as { default: string }).default

/** A built worker in a folder whose name has all that a configuration must escape. */
function built(): WorkerdConfig {
  const root = join(mkdtempSync(join(tmpdir(), 'navet-config-')), 'Åsas "mapp" \\ två')
  for (const folder of ['dist/worker/assets', 'dist/client']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(
    join(root, 'dist/worker/wrangler.json'),
    JSON.stringify({ compatibility_date: '2026-10-01', compatibility_flags: [] }),
  )
  writeFileSync(join(root, 'dist/worker/index.js'), "export { default } from './assets/kurs.js'")
  writeFileSync(join(root, 'dist/worker/assets/kurs.js'), "export default { fetch: () => new Response('å') }")
  const assets = join(root, 'table.js')
  writeFileSync(assets, 'export default {}')
  return {
    root,
    address: '127.0.0.1:0',
    scheduleSocket: `unix:${join(root, 'schedule')}`,
    settings: ['SECRET'],
    databaseAddress: '127.0.0.1:1',
    mailAddress: '127.0.0.1:2',
    assets,
    authority: undefined,
  }
}

/** Workerd's own reading of it: throws when it does not understand, or a file is missing. */
function compiled(config: WorkerdConfig): string {
  const file = join(config.root, 'workerd.capnp')
  writeFileSync(file, workerdConfig(config))
  return execFileSync(workerd, ['compile', '--config-only', '--import-path=/', file], {
    encoding: 'latin1',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

test('workerd reads it, also where folders have spaces, quotes and letters of other languages', () => {
  expect(compiled(built())).toContain('SECRET')
  expect(compiled({ ...built(), databaseAddress: undefined, authority: '-----BEGIN "x"\n\\-----' })).toContain('BEGIN')
})

test('with the embedded database nothing outside is allowed; with one elsewhere there is no way to the embedded one', () => {
  expect(workerdConfig(built())).toContain('(name = "outside", network = (allow = []))')
  const elsewhere = workerdConfig({ ...built(), databaseAddress: undefined })
  expect(elsewhere).toContain('allow = ["public", "private"]')
  expect(elsewhere).not.toContain('DATABASE')
})

test('settings are named and never written', () => {
  expect(workerdConfig(built())).toContain('(name = "SECRET", fromEnvironment = "SECRET")')
})
