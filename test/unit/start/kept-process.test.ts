import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test, vi } from 'vitest'

import { keepProcess } from '../../../tools/start/kept-process.ts'

/** Starts once; after that it notes when it was started, and ends. */
const program = `
  import { appendFileSync, existsSync } from 'node:fs'
  const notes = process.argv[2]
  if (existsSync(notes)) { appendFileSync(notes, Date.now() + '\\n'); process.exit(1) }
  appendFileSync(notes, '')
  console.log('listening http://127.0.0.1:9')
  process.stdin.once('end', () => process.exit()).resume()
  process.once('SIGTERM', () => process.exit())
`

test('a process that cannot be started again is tried at longer and longer pauses, and not each try is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'navet-kept-'))
  const [file, notes] = [join(folder, 'program.mjs'), join(folder, 'notes')]
  writeFileSync(file, program)
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const kept = await keepProcess({ name: 'the program', file, args: [notes], env: {} })
  onTestFinished(async () => {
    await kept.stop()
    said.mockRestore()
  })
  appendFileSync(notes, `${Date.now()}\n`)
  process.kill(kept.pid(), 'SIGKILL')
  const starts = () => readFileSync(notes, 'utf8').trim().split('\n').map(Number)
  await expect.poll(() => starts().length, { timeout: 50_000 }).toBe(5)
  const [, first, second, third, fourth] = starts()
  expect(second! - first!).toBeGreaterThanOrEqual(500)
  expect(third! - second!).toBeGreaterThanOrEqual(1000)
  expect(fourth! - third!).toBeGreaterThanOrEqual(2000)
  const lines = () => said.mock.calls.map(([line]) => JSON.parse(String(line)) as { event: string; code: string })
  await expect
    .poll(() => lines().map(({ event, code }) => `${event}: ${code}`))
    .toEqual([
      'the program ended by itself: SIGKILL',
      'the program could not be started: try 1',
      'the program could not be started: try 2',
      'the program could not be started: try 4',
    ])
})

test('it is told its own settings, and no secret of somebody else’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'navet-kept-'))
  const [file, notes] = [join(folder, 'program.mjs'), join(folder, 'notes')]
  writeFileSync(
    file,
    `import { writeFileSync } from 'node:fs'
    writeFileSync(process.argv[2], JSON.stringify(process.env))
    console.log('listening http://127.0.0.1:9')
    process.stdin.once('end', () => process.exit()).resume()`,
  )
  vi.stubEnv('BACKUP_PASSPHRASE', 'not for the relay')
  vi.stubEnv('SECRET', 'nor this')
  vi.stubEnv('NODE_EXTRA_CA_CERTS', '/etc/authority.pem')
  const kept = await keepProcess({ name: 'the program', file, args: [notes], env: { MAIL_TOKEN: 'its own' } })
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await kept.stop()
  })
  const told = JSON.parse(readFileSync(notes, 'utf8')) as Record<string, string>
  expect(told).toMatchObject({ MAIL_TOKEN: 'its own', NODE_EXTRA_CA_CERTS: '/etc/authority.pem' })
  expect(JSON.stringify(told)).not.toMatch(/not for the relay|nor this/)
})
