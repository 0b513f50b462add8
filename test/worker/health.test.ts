import { expect, test } from 'vitest'

import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import type { SigningKeys } from '../../worker/credentials/signing-keys.ts'
import type { Bindings } from '../../worker/env.ts'
import { judgeReadiness, jobs } from '../../worker/health/rules.ts'
import { scheduled } from '../../worker/scheduled.ts'
import { bindings, Browser } from '../support/worker.ts'

const now = new Date('2026-11-28T12:00:00Z')
const newest = 5
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const found = (minutes: number, migrated = newest) => ({
  migrated,
  isContracted: false,
  jobs: jobs.map((job) => ({ job, endedAt: minutesAgo(minutes) })),
})
const judge = (state: Parameters<typeof judgeReadiness>[0], hasKey = true) =>
  judgeReadiness(state, { newest, hasKey, now })

test('Navet is ready when database, migrations, keys and the scheduled run all are', async () => {
  const env = bindings()
  await scheduled({ cron: '*/15 * * * *' }, env)
  const answer = await new Browser(env).get('/readyz')
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toMatchObject({
    ready: true,
    database: 'ok',
    migrations: 'ok',
    signingKeys: 'ok',
    scheduledRun: expect.stringMatching(/^20/),
  })
  expect(journal.entries.length).toBeGreaterThan(0)
})

test('without signing keys, or without its database, Navet is alive but not ready', async () => {
  const keyless = await new Browser(bindings({ SIGNING_KEYS: undefined })).get('/readyz')
  expect([keyless.status, JSON.parse(keyless.text)]).toMatchObject([503, { ready: false, signingKeys: 'missing' }])

  const alone = bindings({ DATABASE: { fetch: async () => new Response('', { status: 502 }) } })
  const answer = await new Browser(alone).get('/readyz')
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([503, { database: 'unreachable' }])
  expect((await new Browser(alone).get('/healthz')).status).toBe(200)
})

const other = 'another one that is long enough for anybody'

test.each([
  ['SECRET', other],
  ['SECRETS_BEFORE', JSON.stringify([{ secret: other, replaced: '2026-11-01T12:00:00Z' }])],
  ['SIGNING_KEYS', withoutPrivateHalves(String(bindings().SIGNING_KEYS))],
  ['LIBSQL_AUTH_TOKEN', other],
  ['MAIL_TOKEN', other],
  ['MAIL_EVENTS_TOKEN', other],
  ['METRICS_TOKEN', other],
])('what a version says of its settings is another when its %s is', async (name, value) => {
  const settingsOf = async (env: Bindings) => JSON.parse((await new Browser(env).get('/readyz')).text).settings
  const mark = await settingsOf(bindings())
  expect(mark).toMatch(/^[0-9a-f]{32}$/)
  expect(await settingsOf(bindings({ [name]: value }))).not.toBe(mark)
  expect(await settingsOf(bindings())).toBe(mark)
})

/** As `npm run keys:rotate` leaves those that sign no more: the same keys by their ids. */
function withoutPrivateHalves(text: string): string {
  const { keys }: SigningKeys = JSON.parse(text)
  for (const key of keys) {
    delete key.ed25519.secretKeyMultibase
    delete key.p256.d
  }
  return JSON.stringify({ keys })
}

test('a database that is behind is not ready; one that a newer deploy has migrated is', () => {
  expect(judge(found(1, newest - 1))).toMatchObject({ ready: false, migrations: 'behind' })
  expect(judge('unreadable')).toMatchObject({ ready: false, migrations: 'behind' })
  expect(judge(found(1, newest + 1))).toMatchObject({ ready: true })
  expect(judge({ ...found(1, newest + 1), isContracted: true })).toMatchObject({
    ready: false,
    migrations: 'contracted',
  })
})

test('three runs left out are too many, and so is a job that has never ended', () => {
  expect(judge(found(44)).ready).toBe(true)
  expect(judge(found(46))).toMatchObject({ ready: false, scheduledRun: minutesAgo(46).toISOString() })
  expect(judge({ ...found(1), jobs: found(1).jobs.slice(1) })).toMatchObject({
    ready: false,
    scheduledRun: 'never',
  })
})
