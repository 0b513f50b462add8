import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { createClient } from '@libsql/client/web'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { knownMigrations } from '../../formats/migrations.ts'
import { takeFolder } from '../../tools/start/folder-lock.ts'
import { openOperatorAccount } from '../support/operator-account.ts'
import { newFolder } from '../support/processes.ts'
import { runInTerminal, runTool } from '../support/run-tool.ts'
import { hasSqld } from '../support/sqld.ts'

const newest = knownMigrations.at(-1)!

/** The first release of an account that has nothing, then one deploy after the other: each test goes on from the one before. */
describe.skipIf(!hasSqld)('a deploy', () => {
  let account: Awaited<ReturnType<typeof openOperatorAccount>>
  let cloudflare: typeof account.cloudflare
  let sqld: typeof account.sqld
  let settings: Record<string, string>

  beforeAll(async () => {
    account = await openOperatorAccount()
    ;({ cloudflare, sqld, settings } = account)
  })
  afterAll(() => account.close())

  const run = (env: Record<string, string> = {}, ...args: string[]) =>
    runTool({ ...settings, ...env }, 'deploy.ts', '--wait', '20', ...args)
  const onDatabase = async (...statements: string[]) => {
    const client = createClient({ url: sqld.url, authToken: sqld.token })
    for (const statement of statements) await client.execute(statement)
    client.close()
  }

  async function leavesTheOld(reason: RegExp, env: Record<string, string> = {}): Promise<void> {
    const before = cloudflare.serving()
    const { code, said } = await run(env, '--wait', '2')
    expect(said.split('\n').at(-1)).toMatch(reason)
    expect([code, cloudflare.serving()]).toEqual([1, before])
  }

  test('that is the first takes an empty database and account to pages that people see', async () => {
    const { code, said } = await run()
    expect([code, said]).toEqual([0, expect.stringContaining(`Done: ${cloudflare.site}`)])
    expect(cloudflare.account).toMatchObject({ domains: ['localhost'], crons: ['* * * * *', '*/15 * * * *'] })
  })

  test.each<[string, () => unknown, RegExp, Record<string, string>?]>([
    ['a setting is missing', () => 0, /^settings: .*CONTROLLER_NAME/, { CONTROLLER_NAME: '' }],
    [
      'the private courses are nowhere',
      () => 0,
      /^settings: COURSES_PRIVATE is no folder/,
      { COURSES_PRIVATE: '/no/where' },
    ],
    ['Cloudflare refuses the token', () => 0, /^account: Cloudflare refuses/, { CLOUDFLARE_API_TOKEN: 'another' }],
    [
      'a token stands in the address of the database',
      () => 0,
      /^settings: LIBSQL_URL holds a token/,
      { LIBSQL_URL: 'https://db.example?authToken=x' },
    ],
    ['there is no database', () => 0, /^database: no database answers/, { LIBSQL_URL: 'http://127.0.0.1:9' }],
    [
      'the database refuses the token',
      () => 0,
      /^database: the database refuses the token/,
      { LIBSQL_AUTH_TOKEN: 'x' },
    ],
    ['the upload is refused', () => cloudflare.refuse(/^POST .*versions$/), /^upload: .*refused by the test/],
    ['the version cannot be set aside', () => cloudflare.refuse(/^POST .*deployments$/), /^version set aside: /],
    ['the address is refused', () => cloudflare.refuse(/^PUT .*records$/), /^address and scheduled runs: /],
    [
      'the new version reaches no database',
      () => cloudflare.keepSecrets({ LIBSQL_AUTH_TOKEN: 'x' }),
      /^health before traffic: .*it reaches no database/,
    ],
    [
      'the traffic is refused',
      () => cloudflare.refuse(/^POST .*deployments$/, { after: 1 }),
      /^traffic: .*refused by the test/,
    ],
    ['the new version fails under traffic', () => cloudflare.failNext(), /^health under traffic: .*serves again/],
  ])('leaves the version that served before when %s', async (_, fault, reason, env) => {
    await fault()
    await leavesTheOld(reason, env)
    cloudflare.keepSecrets({ LIBSQL_AUTH_TOKEN: sqld.token })
  })

  test('leaves the version that served before when the build fails', async () => {
    const broken = join(newFolder(), 'granska-svaret')
    mkdirSync(broken)
    writeFileSync(join(broken, 'pool.yml'), 'questions: [')
    const before = cloudflare.serving()
    const { code, said } = await run({ COURSES_PRIVATE: dirname(broken) })
    expect(said).toContain('build: the build failed')
    expect(said).toMatch(/The version that served before still does\.$/)
    expect([code, cloudflare.serving()]).toEqual([1, before])
  })

  test('leaves the version that served before when a migration or a question version cannot be written', async () => {
    await onDatabase(
      `delete from __drizzle_migrations where created_at = ${newest.when}`,
      `create trigger broken before insert on question_versions begin select raise(abort, 'no room'); end`,
      'delete from question_places',
    )
    await leavesTheOld(/^migrations: .*(already exists|duplicate column name)/)
    await onDatabase(`insert into __drizzle_migrations (hash, created_at) values ('${newest.tag}', ${newest.when})`)
    await leavesTheOld(/^question versions: .*no room/)
    await onDatabase('drop trigger broken')
  })

  test('goes through after all of them, and back again', async () => {
    const first = cloudflare.serving()!
    const { code, said } = await run()
    expect([code, said]).toEqual([0, expect.stringContaining('Done')])
    const second = cloudflare.serving()!
    expect(second).not.toBe(first)

    const back = await runTool(settings, 'rollback.ts', '--wait', '20')
    expect([back.code, back.said]).toEqual([0, expect.stringContaining('The database is as it was')])
    expect(cloudflare.serving()).toBe(first)
  })

  const posts = /^POST .*deployments$/
  const lastLine = (said: string) => said.split('\n').at(-1)
  const elsewhere = () => cloudflare.site.replace('localhost', '127.0.0.1')

  test('whose traffic was given though nobody was told so gives it back', async () => {
    const before = cloudflare.serving()
    cloudflare.whenDone(posts, cloudflare.cut, { after: 1 })
    const { code, said } = await run()
    expect(lastLine(said)).toMatch(/^traffic: .*The version that served before serves again\.$/)
    expect([code, cloudflare.serving()]).toEqual([1, before])
  })

  test.each(['SIGINT', 'SIGHUP'] as const)('that gets %s as its traffic is given says who serves', async (signal) => {
    const before = cloudflare.serving()
    const { ended, interrupt } = runInTerminal(settings, 'deploy.ts', '--wait', '20')
    cloudflare.whenDone(posts, () => interrupt(signal), { after: 1 })
    const { code, said } = await ended
    const newest = cloudflare.account.worker!.versions.at(-1)!.id
    expect([code, cloudflare.serving()]).toEqual([130, newest])
    expect(lastLine(said)).toContain(`Version ${newest} has the traffic; npm run rollback -- ${before} takes it back.`)
    cloudflare.giveTraffic(before!)
  })

  test('gives the traffic back whole, whatever is pressed meanwhile', async () => {
    const before = cloudflare.serving()
    cloudflare.failNext()
    const { ended, interrupt } = runInTerminal(settings, 'deploy.ts', '--wait', '2')
    // The first look at who serves, once the new version has had the traffic.
    cloudflare.whenDone(posts, () => cloudflare.whenDone(/^GET .*deployments$/, interrupt), { after: 1 })
    const { said } = await ended
    expect(said).toContain('health under traffic')
    expect(lastLine(said)).toMatch(/serves again\.$/)
    expect(cloudflare.serving()).toBe(before)
  })

  test('leaves the traffic to whoever has given it to another meanwhile', async () => {
    const before = cloudflare.serving()
    const other = cloudflare.account.worker!.versions.find(({ id }) => id !== before)!.id
    cloudflare.whenDone(/^POST .*versions$/, () => cloudflare.giveTraffic(other))
    const { code, said } = await run()
    expect(lastLine(said)).toMatch(/^version set aside: somebody else has given the traffic/)
    expect([code, cloudflare.serving()]).toEqual([1, other])
    cloudflare.giveTraffic(before!)
  })

  test('has the checkout for itself', async () => {
    const lock = await takeFolder(join(import.meta.dirname, '../../dist'))
    await leavesTheOld(/^checkout: another deploy runs from this checkout/)
    const { code, said } = await run({}, '--dry-run')
    expect([code, said]).toEqual([1, expect.stringContaining('another deploy runs from this checkout')])
    await lock!.release()
  })

  test('to another address that fails keeps the one of before', async () => {
    cloudflare.failNext()
    await leavesTheOld(/^health under traffic: .*serves again/, { BASE_URL: elsewhere() })
    expect(cloudflare.account.domains).toContain('localhost')
  })

  test('to another address takes the place of the one of before once it is through', async () => {
    expect((await runTool({ ...settings, BASE_URL: elsewhere() }, 'deploy.ts')).code).toBe(0)
    expect(cloudflare.account.domains).toEqual(['127.0.0.1'])
  })

  test('of another address is not gone back on, but another deploy leads back to it', async () => {
    const former = cloudflare.account.worker!.versions.at(-3)!.id
    const back = await runTool({ ...settings, BASE_URL: elsewhere() }, 'rollback.ts', former)
    expect([back.code, back.said]).toEqual([1, expect.stringContaining('was made for another BASE_URL')])
    expect((await run()).code).toBe(0)
  })

  test('is not gone back on to a version that fails under traffic', async () => {
    const serving = cloudflare.serving()
    const { versions } = cloudflare.account.worker!
    const faulty = versions.findLast(({ fault, settings: { BASE_URL } }) => fault && BASE_URL === cloudflare.site)!
    const back = await runTool(settings, 'rollback.ts', faulty.id, '--wait', '2')
    expect(lastLine(back.said)).toMatch(/The version that served before serves again\.$/)
    expect([back.code, cloudflare.serving()]).toEqual([1, serving])
  })

  test('is not gone back on to a version that has another SECRET', async () => {
    const serving = cloudflare.serving()
    cloudflare.keepSecrets({ SECRET: 'a new secret for the deploy, long enough for anybody' })
    expect((await run()).code).toBe(0)
    const now = cloudflare.serving()
    const older = await runTool(settings, 'rollback.ts', serving!, '--wait', '20')
    expect([older.code, lastLine(older.said)]).toEqual([1, expect.stringContaining('has other secrets')])
    expect(cloudflare.serving()).toBe(now)
  })

  test('is not gone back on to a version that needs what was taken away since', async () => {
    const serving = cloudflare.serving()
    const { versions } = cloudflare.account.worker!
    const older = versions.filter(({ id, fault }) => id !== serving && !fault)
    const other = older.findLast(({ settings: { BASE_URL } }) => BASE_URL === cloudflare.site)!.id
    await onDatabase(
      `insert into __drizzle_migrations (hash, created_at) values ('0099_contract_names', ${newest.when + 1})`,
    )
    const { code, said } = await runTool(settings, 'rollback.ts', other, '--wait', '2')
    expect([code, said.split('\n').at(-1)]).toEqual([
      1,
      expect.stringContaining('a later version took away what it needs'),
    ])
    expect(cloudflare.serving()).toBe(serving)
  })
})
