import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { keyFileIn, writeKeyFile } from '../../../tools/keys/key-file.ts'
import { makeKey } from '../../../tools/keys/make-key.ts'
import { commands } from '../../support/commands.ts'
import { spawnTool } from '../../support/run-tool.ts'
import { silentServer } from '../../support/silent-server.ts'
import { database, linesOf, newFolder, sealed } from '../backup/support.ts'

const root = join(import.meta.dirname, '../../..')
const who = 'amira@siljansplat.example'

/** How each command is called that asks a database; BACKUP and NEW are files. */
const calls: Record<string, string[]> = {
  'db:migrate': [],
  outbox: [],
  backup: ['NEW'],
  restore: ['BACKUP'],
  grant: ['hub', who],
  'company:owner': ['siljansplat', who],
  export: [who],
  erase: [who, '--yes'],
  status: [],
  'sessions:end': ['all'],
  'keys:revoke': ['key-2026-11-24-abcdef'],
  'badges:reissue': [],
}
/** These ask none, or have an end of their own: two serve, the others go step by step or ask nobody. */
const others = ['start', 'dev', 'test', 'deploy', 'secret:rotate', 'courses:stats', 'courses:affected', 'courses:void']

function placeFor(word: string, folder: string): string {
  return word === 'NEW' || word === 'BACKUP' ? join(folder, word) : word
}

async function stoppedWhileAsking(script: string, ...names: NodeJS.Signals[]) {
  const { server, url } = await silentServer()
  const folder = newFolder()
  if (script === 'restore') writeFileSync(join(folder, 'BACKUP'), await sealed(await linesOf(await database())))
  await writeKeyFile(keyFileIn(folder), { keys: [makeKey(new Date())] })
  const { file, words } = commands.find(({ name }) => name === script)!
  const env = { LIBSQL_URL: url, DATA_DIR: folder, BASE_URL: 'https://navet.example' }
  const child = spawnTool(env, file, ...words, ...calls[script]!.map((word) => placeFor(word, folder)))
  onTestFinished(() => void child.kill('SIGKILL'))
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk))
  child.stdout.resume()
  const closed = once(child, 'close') as Promise<[number | null]>
  await Promise.race([once(server, 'connection'), closed])
  for (const name of names) child.kill(name)
  const [code] = await closed
  return { code, lines: complaint.trim().split('\n') }
}

test('every command that names LIBSQL_URL is in the table, or known to have an end of its own', () => {
  const asking = commands
    .filter(({ file }) => readFileSync(join(root, 'tools', file), 'utf8').includes('LIBSQL_URL'))
    .map(({ name }) => name)
  expect(asking.filter((name) => !others.includes(name) && !(name in calls))).toEqual([])
})

test('every one of them ends by one Ctrl-C while the database does not answer', { timeout: 120_000 }, async () => {
  const ended = await Promise.all(
    Object.keys(calls).map(async (script) => [script, await stoppedWhileAsking(script, 'SIGINT')] as const),
  )
  const wanted = { code: 130, lines: [expect.stringMatching(/^stopped/)] }
  expect(Object.fromEntries(ended)).toEqual(Object.fromEntries(ended.map(([script]) => [script, wanted])))
})

test('whoever is asked to end by another program does so too', { timeout: 60_000 }, async () => {
  expect(await stoppedWhileAsking('status', 'SIGTERM')).toEqual({
    code: 130,
    lines: [expect.stringMatching(/^stopped/)],
  })
})
