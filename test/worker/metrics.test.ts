import { expect, test } from 'vitest'

import { scheduled } from '../../worker/scheduled.ts'
import { readSettings } from '../../worker/env.ts'
import { alarmNames } from '../../worker/health/rules.ts'
import { makeWorld } from '../support/world.ts'
import { bindings, Browser } from '../support/worker.ts'

const token = 'a token of at least thirty-two characters'
const withToken = (more = {}) => bindings({ METRICS_TOKEN: token, ...more })
const read = (env = withToken(), authorization = `Bearer ${token}`) =>
  new Browser(env).get('/metrics', { authorization })

/** A sample as Prometheus' text format has it. */
const sample = /^navet_[a-z_]+(\{[a-z]+="[^"\\\n]*"\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/

test('without a token set there are no metrics, and without showing it nobody reads them', async () => {
  expect((await read(bindings())).status).toBe(404)
  for (const shown of [
    '',
    'Bearer',
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    token,
    `Basic ${token}`,
    `bearer${token}`,
  ]) {
    const answer = await read(withToken(), shown)
    expect([shown, answer.status, answer.text]).toEqual([shown, 401, 'not the token'])
  }
  expect(() => readSettings(bindings({ METRICS_TOKEN: 'too short' }))).toThrow('METRICS_TOKEN')
})

test.each(['bearer', 'BEARER', 'Bearer '])('the scheme may be written %s', async (scheme) => {
  expect((await read(withToken(), `${scheme} ${token}`)).status).toBe(200)
})

test('every line is one that Prometheus reads, in one round trip', async () => {
  await scheduled({ cron: '*/15 * * * *' }, bindings())
  const { status, headers, text, trips } = await read()
  expect([status, headers.get('content-type'), trips]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8', 1])
  expect(text.endsWith('\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([])
  const names = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/[{ ]/)[0]!)
  const declared = lines.flatMap((line) => /^# TYPE (\S+) gauge$/.exec(line)?.[1] ?? [])
  expect([...new Set(names)]).toEqual(declared)
  for (const name of alarmNames) expect(text).toContain(`navet_alarm{name="${name}"} `)
  expect(text).toMatch(/navet_outbox_waiting\{lane="codes"\} \d+/)
  expect(text).toMatch(/navet_scheduled_job_ended_timestamp_seconds\{job="badges"\} \d{10}/)
  expect(text).toMatch(/navet_scheduled_run_seconds \d/)
  expect(text).toMatch(/navet_database_bytes \d{5,}/)
  expect(text).toContain('navet_alarm{name="scheduled-run-late"} 0')
})

test('no person and no company is in it', async () => {
  const { email, learner, others, values } = await makeWorld()
  const { text } = await read()
  for (const word of [email, learner, ...others, values.company!, values.award!, '@']) expect(text).not.toContain(word)
})

test('a missing key and a database that is away are told, with 200', async () => {
  expect((await read(withToken({ SIGNING_KEYS: undefined }))).text).toContain(
    'navet_alarm{name="signing-key-missing"} 1',
  )
  const away = { DATABASE: { fetch: async () => new Response('', { status: 502 }) } }
  const { status, text } = await read(withToken(away))
  expect(status).toBe(200)
  expect(text).toContain('navet_database_up 0')
  expect(text).toContain('navet_alarm{name="database-unreachable"} 1')
  expect(text).not.toContain('navet_outbox')
})
