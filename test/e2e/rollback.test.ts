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
    const left = cloudflare.account.worker!.deployments.at(-1)!.versions
    expect([code, left]).toEqual([1, [{ version_id: serving, percentage: 100 }]])
  }

  test('is possible from the first deploy on', async () => {
    const { code, said } = await deploy()
    expect([code, said]).toEqual([0, expect.stringContaining('Done')])
    leaked = cloudflare.serving()!
  })

  test('asks the version itself: one of the same deploy that answers in its place has another SECRET', async () => {
    cloudflare.keepSecrets({ SECRET: 'a secret that nobody else knows, long enough for anybody' })
    cloudflare.spreadNothing()
    await isRefused(leaked, /\/readyz is answered by another version \([0-9a-f-]{36}\)/)
    cloudflare.spread()
    await isRefused(leaked, /has other secrets/)
  })

  test('is behind a deploy that leaves to the older version what it needs, though the newer one still answers', async () => {
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

  test('is possible again after a deploy', async () => {
    const { code, said } = await deploy()
    expect([code, said]).toEqual([0, expect.stringContaining('Done')])
  })

  test('from a version that fails goes to one with the same secrets, and to none with others', async () => {
    const deployed = cloudflare.serving()!
    cloudflare.keepSecrets({})
    const alike = cloudflare.serving()!
    cloudflare.giveTraffic(deployed)
    cloudflare.breakDown(deployed)
    await isRefused(leaked, /has other secrets/)

    const { code, said } = await rollBack(alike)
    expect([code, said]).toEqual([0, expect.stringContaining('The database is as it was')])
    expect(cloudflare.serving()).toBe(alike)
  })
})
