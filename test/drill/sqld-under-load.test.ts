import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from '@libsql/client/web'
import { expect, onTestFinished, test } from 'vitest'

import { measureMixed } from '../../tools/bench/mixed.ts'
import { makeLearners, warm } from '../../tools/bench/people.ts'
import { startProduct } from '../../tools/bench/start-product.ts'
import { startSqld, whyNoSqld } from '../../tools/test/sqld.ts'
import { tellFigures } from '../support/figures.ts'
import { answers } from '../support/processes.ts'
import { type Mood, startUnrulyProxy } from '../support/unruly-proxy.ts'

const root = join(import.meta.dirname, '../..')
const noSqld = whyNoSqld()
/** Half a minute in `npm test`; in `npm run drill` the three minutes after which overload shows. */
const seconds = Number(process.env.DRILL_SECONDS ?? 24)
const people = 100
/** Of each kind of trouble. */
const troubleMs = 2000

test.skipIf(noSqld)(
  `on sqld, which is started again and says no for a while, nothing is lost and every no is in order${noSqld ? `: ${noSqld}` : ''}`,
  async () => {
    const { sqld, proxy, product } = await onSqld()
    const { place, pid } = product
    const during = async () => {
      for (let done = 0; done < seconds; done += 24) {
        await sleep(5000)
        await sqld.restart()
        await sleep(4000)
        for (const mood of [429, 503] as const) await inMood(proxy, mood, () => sleep(troubleMs))
        await sleep(3000)
        await lockedFor(troubleMs, place.db)
      }
    }
    const { run, more } = await measureMixed(place, [pid, sqld.pid()], { people, seconds, during })

    await answers(place.url, '/sv')
    expect(proxy.refused).toBeGreaterThan(0)
    expect(more.answersKept).toBeGreaterThan(0)
    expect(more.slowestRefusalMs).toBeLessThan(10_000)
    expect(await halfWritten(place.db)).toEqual({ answers: 0, latest: 0, submissions: 0, awards: 0 })
    tellFigures('mixed load on sqld', { operations: run.operations, seconds: Math.round(run.seconds), ...more })
  },
)

test.skipIf(noSqld)(
  'while sqld says no, or is being started again, a form comes back as it was filled in, and goes through afterwards',
  async () => {
    const { sqld, proxy, product } = await onSqld()
    const { url, db, secret } = product.place
    const [amira] = await makeLearners(db, secret, 1)
    await warm(url, amira!)
    const name = 'Åsa Öberg på Siljans plåt'
    const sends = () =>
      fetch(`${url}/sv/me/name`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: amira!.cookie, origin: url },
        body: new URLSearchParams({ name }),
      })
    const comesBack = async () => {
      const refused = await sends()
      expect([refused.status, refused.headers.has('retry-after')]).toEqual([503, true])
      const page = await refused.text()
      expect(page).toContain('action="/sv/me/name"')
      expect(page).toContain(`name="name" value="${name}"`)
      const { rows } = await db
        .execute({ sql: 'select name from users where id = ?', args: [amira!.id] })
        .catch(() => ({ rows: [{ name: 'Person' }] }))
      expect(rows[0]!.name).toBe('Person')
    }
    await inMood(proxy, 429, comesBack)
    await inMood(proxy, 503, comesBack)
    await sqld.restart(comesBack)
    expect((await sends()).status).toBe(303)
    const { rows } = await db.execute({ sql: 'select name from users where id = ?', args: [amira!.id] })
    expect(rows[0]!.name).toBe(name)
  },
)

/** The product on sqld, with a gate between them. The place's own way to the database goes past the gate. */
async function onSqld() {
  const sqld = await startSqld()
  onTestFinished(() => sqld.stop())
  const proxy = await startUnrulyProxy(sqld.url)
  onTestFinished(() => proxy.close())
  const started = await startProduct(root, { url: proxy.url, token: sqld.token })
  onTestFinished(() => started.stop())
  const product = { ...started, place: { ...started.place, db: sqld.client() } }
  return { sqld, proxy, product }
}

async function inMood(proxy: { mood: Mood }, mood: Mood, work: () => Promise<void>): Promise<void> {
  proxy.mood = mood
  try {
    await work()
  } finally {
    proxy.mood = 'through'
  }
}

/** Somebody else writes, and takes their time: what everybody else gets from the server is SQLITE_BUSY. */
async function lockedFor(ms: number, db: Client): Promise<void> {
  const transaction = await db.transaction('write')
  await sleep(ms)
  await transaction.rollback().catch(() => undefined)
  transaction.close()
}

/** What one batch writes together, and stands alone. */
async function halfWritten(db: Client): Promise<Record<string, number>> {
  const { rows } = await db.execute(`select
    (select count(*) from answers a where not exists (select 1 from latest_answers l where l.learner = a.learner and l.question = a.question)) as answers,
    (select count(*) from latest_answers l where not exists (select 1 from answers a where a.learner = l.learner and a.question = l.question)) as latest,
    (select count(*) from submissions s where not exists (select 1 from course_starts c where c.learner = s.learner and c.course = s.course)) as submissions,
    (select count(*) from awards w where not exists (select 1 from credentials c where c.award = w.id)) as awards`)
  return Object.fromEntries(Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]))
}
