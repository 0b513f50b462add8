import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openOperatorAccount } from '../support/operator-account.ts'
import { runTool } from '../support/run-tool.ts'
import { hasSqld } from '../support/sqld.ts'

/** One deploy, and what became of it: each test goes on from the one before. */
describe.skipIf(!hasSqld)('a rollback', () => {
  let account: Awaited<ReturnType<typeof openOperatorAccount>>
  let cloudflare: typeof account.cloudflare
  let leaked: string

  beforeAll(async () => {
    account = await openOperatorAccount()
    ;({ cloudflare } = account)
  })
  afterAll(() => account.close())

  const lastLine = (said: string) => said.split('\n').at(-1)
  const deploy = (...args: string[]) => runTool(account.settings, 'deploy.ts', ...args)
  const rollBack = (...args: string[]) => runTool(account.settings, 'rollback.ts', ...args)

  async function isRefused(version: string, reason: RegExp): Promise<void> {
    const serving = cloudflare.serving()
    const { code, said } = await rollBack(version, '--wait', '2')
    expect(lastLine(said)).toMatch(reason)
    expect([code, cloudflare.serving()]).toEqual([1, serving])
  }

  test('asks the version itself: one of the same deploy that answers in its place has another SECRET', async () => {
    const { code, said } = await deploy()
    expect([code, said]).toEqual([0, expect.stringContaining('Done')])
    leaked = cloudflare.serving()!
    cloudflare.keepSecrets({ SECRET: 'a secret that nobody else knows, long enough for anybody' })

    cloudflare.spreadNothing()
    await isRefused(leaked, /\/readyz is answered by another version \([0-9a-f-]{36}\)/)
    cloudflare.spread()
    await isRefused(leaked, /has other secrets/)
  })

  test('leaves to the version that serves what it needs of the database, though the newer one still answers', async () => {
    const newer = cloudflare.serving()!
    cloudflare.spreadNothing()
    cloudflare.giveTraffic(leaked)
    const { code, said } = await deploy('--wait', '2')
    expect(said).toContain(
      `is left to it, for it does not say: ${account.settings.BASE_URL}/readyz is answered by another`,
    )
    expect([code, cloudflare.serving()]).toEqual([1, leaked])
    cloudflare.spread()
    cloudflare.giveTraffic(newer)
  })

  test('from a version that fails is refused where nobody knows which secrets are those of now', async () => {
    cloudflare.breakDown(cloudflare.serving()!)
    await isRefused(
      leaked,
      /which secrets are those of now is not known, for \S+ answers 502, .*: deploy the older code/,
    )
  })

  test('from a version that fails goes to one with the same secrets, and to none with others', async () => {
    expect((await deploy()).code).toBe(0)
    const first = cloudflare.serving()!
    expect((await deploy()).code).toBe(0)
    cloudflare.breakDown(cloudflare.serving()!)
    await isRefused(leaked, /has other secrets/)

    const { code, said } = await rollBack()
    expect([code, said]).toEqual([0, expect.stringContaining('The database is as it was')])
    expect(cloudflare.serving()).toBe(first)
  })
})
