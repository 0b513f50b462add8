import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

const module = join(import.meta.dirname, '../../../tools/start/tie-workerd.ts')
const program = `
  const { tieWorkerd } = await import(${JSON.stringify(module)})
  console.log(tieWorkerd().folder)
  process.stdin.resume()
`

test('who is killed before workerd has started leaves no folder behind', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const folder = String(said).trim()
  expect(existsSync(folder)).toBe(true)
  child.kill('SIGKILL')
  await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false)
})
