import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { migrate } from '../../../tools/database/migrate.ts'
import { openDataFolder } from '../../../tools/start/data-folder.ts'
import { runAsNobody, runTool } from '../../support/run-tool.ts'
import { newFolder } from '../backup/support.ts'

const who = 'amira@siljansplat.example'
/** Everything that reads or writes a file of DATA_DIR, and what it says where there is none. */
const calls = [
  ['status.ts'],
  ['backup.ts', '/dev/null'],
  ['outbox.ts'],
  ['erase.ts', who, '--yes'],
  ['export.ts', who],
  ['end-sessions.ts', 'all'],
  ['grant.ts', 'hub', who],
  ['company-owner.ts', 'one', who],
  ['keys/main.ts', 'generate', '--dry-run'],
  ['keys/main.ts', 'rotate', '--dry-run'],
  ['keys/main.ts', 'revoke', 'key-2026-11-24-abcdef'],
  ['rotate-secret.ts', '--dry-run'],
] as [string, ...string[]][]

/** A data folder with all that a first start makes. */
async function dataFolder(): Promise<string> {
  const folder = join(newFolder(), 'data')
  const { lock } = await openDataFolder(folder)
  await lock.release()
  await withStaged(join(folder, 'navet.db'), (client) => migrate(client))
  return folder
}

/** As somebody else; whoever is not root closes the folder to themselves instead. */
async function refused(folder: string, closed: string, [file, ...words]: [string, ...string[]]) {
  const env = { DATA_DIR: folder }
  if (process.getuid?.() === 0) return runAsNobody(env, file, ...words)
  chmodSync(closed, 0)
  const ended = await runTool(env, file, ...words)
  chmodSync(closed, 0o700)
  return ended
}

test.skipIf(process.platform === 'win32')(
  'what nobody lets a command see is not taken for absent: one line says which folder is closed and whose it is',
  { timeout: 120_000 },
  async () => {
    const folder = await dataFolder()
    chmodSync(join(folder, '..'), 0o755)
    chmodSync(folder, 0o700)
    const ended: unknown[] = []
    for (const call of calls) ended.push([call, await refused(folder, folder, call)])
    const said = expect.stringMatching(
      new RegExp(`^${folder} is closed to you \\(\\w+\\): it belongs to .*; run this as that user, or .*$`),
    )
    expect(ended).toEqual(calls.map((call) => [call, { code: 1, signal: null, said }]))
  },
)

test.skipIf(process.platform === 'win32')(
  'a folder that others may look into and not write is closed as well, and not in use by another',
  { timeout: 60_000 },
  async () => {
    const folder = await dataFolder()
    chmodSync(join(folder, '..'), 0o755)
    chmodSync(folder, 0o755)
    const closed = join(folder, 'lock')
    const { code, said } = await refused(folder, closed, ['outbox.ts'])
    expect([code, said]).toEqual([1, expect.stringMatching(/data(\/lock)? is closed to you \(/)])
  },
)

test('a file in the place of DATA_DIR is said to be one', { timeout: 120_000 }, async () => {
  const file = join(newFolder(), 'data')
  writeFileSync(file, '')
  for (const [command, ...words] of [...calls, ['restore.ts', import.meta.filename] as [string, string]]) {
    const { code, said } = await runTool({ DATA_DIR: file }, command, ...words)
    expect([command, code, said]).toEqual([command, 1, `${file} is a file and no folder: choose another one`])
  }
})
