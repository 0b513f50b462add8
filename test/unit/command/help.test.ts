import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, test } from 'vitest'

import { runTool } from '../../support/run-tool.ts'

const root = join(import.meta.dirname, '../../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** Those of other people's programs, and the one that runs every check. */
const others = ['test', 'check', 'format', 'db:generate']
const commands = Object.entries(scripts)
  .filter(([name]) => !others.includes(name))
  .map(([name, line]) => [name, line.replace(/^node tools\//, '').split(' ')] as const)

describe.concurrent.each(commands)('npm run %s', (name, [file, ...words]) => {
  test('says on one screen how it is used, with its exit codes, and does nothing else', async ({ expect }) => {
    const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file!, ...words, '--help')
    expect([code, said]).toEqual([0, said])
    expect(said).toMatch(/^npm (run|start)/)
    expect(said, 'the command by its name').toContain(name)
    expect(said.split('\n').length).toBeLessThan(36)
    expect(said).toMatch(/Exit codes: 0 /)
  })

  test('does nothing for a call that it does not understand', async ({ expect }) => {
    const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file!, ...words, '--no-such-option')
    expect([code, said]).toEqual([2, said])
    expect(said).toContain('--no-such-option')
  })
})
