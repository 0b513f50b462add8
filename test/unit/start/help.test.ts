import { expect, test } from 'vitest'

import { runTool } from '../../support/run-tool.ts'

test.each(['grant.ts', 'deploy.ts'])('%s says on one screen how it is used, and does nothing else', async (file) => {
  const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file, '--help')
  expect(code).toBe(0)
  expect(said).toMatch(/^npm run \w+/)
  expect(said).toContain('Exit codes: 0 done')
  expect(said.split('\n').length).toBeLessThan(24)
})

test.each(['grant.ts', 'deploy.ts'])('%s does nothing for a call that it does not understand', async (file) => {
  const { code, said } = await runTool({ DATA_DIR: '/nowhere/at/all' }, file, '--no-such-option')
  expect(code).toBe(2)
  expect(said).toMatch(/^npm run \w+/)
})
