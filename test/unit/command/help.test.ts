import { describe, test } from 'vitest'

import { commands } from '../../support/commands.ts'
import { runTool } from '../../support/run-tool.ts'

describe.concurrent.each(commands)('npm run $name', ({ name, file, words }) => {
  test('says on one screen how it is used, with its exit codes, and does nothing else', async ({ expect }) => {
    const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file, ...words, '--help')
    expect([code, said]).toEqual([0, said])
    expect(said).toMatch(/^npm (run|start)/)
    expect(said, 'the command by its name').toContain(name)
    expect(said.split('\n').length).toBeLessThan(36)
    expect(said).toMatch(/Exit codes: 0 /)
  })

  test('does nothing for a call that it does not understand', async ({ expect }) => {
    const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file, ...words, '--no-such-option')
    expect([code, said]).toEqual([2, said])
    expect(said).toContain('--no-such-option')
  })
})
