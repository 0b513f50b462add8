import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { codes, limits, sessions, users, verifications } from '../../worker/db/schema/accounts.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { readSettings } from '../../worker/env.ts'
import { queueMails } from '../../worker/mail/queue-mail.ts'
import { lanes } from '../../worker/mail/rules.ts'
import { sendMails } from '../../worker/mail/send-mails.ts'
import { leaseMails } from '../../worker/mail/store.ts'
import type { OutgoingMail, Outcome, Transport } from '../../worker/mail/transport.ts'
import { runScheduled, scheduled } from '../../worker/scheduled.ts'
import { somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const env = bindings()
const db = database(env)
const settings = readSettings(env)
const minute = 60_000

/** Long ago, so that nothing of the other tests is due or expired: only what the test itself queued. */
let year = 1980
function newNow(): Date {
  year += 1
  return new Date(`${year}-01-01T08:00:00Z`)
}

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * minute)
}

async function queue(now: Date, { minutes = 60 }: { minutes?: number } = {}): Promise<string> {
  const to = somebody('mottagare')
  await queueMails(db, {
    kind: 'added',
    recipients: sql`select ${to} as email`,
    subject: 'Hej',
    text: 'Text som ingen annan ska läsa',
    locale: 'sv',
    now,
    expiresAt: later(now, minutes),
  })
  return to
}

async function rowTo(to: string) {
  const [row] = await db.select().from(mails).where(eq(mails.recipient, to))
  return row
}

class Post implements Transport {
  readonly sent: OutgoingMail[] = []
  works = true

  async send(mail: OutgoingMail): Promise<Outcome> {
    this.sent.push(mail)
    if (!this.works) throw new Error(`450 later, perhaps: ${mail.to}`)
    return { kind: 'sent' }
  }
}

describe('delivery', () => {
  test('sends what is queued, then forgets what it said', async () => {
    const now = newNow()
    const to = await queue(now)
    const post = new Post()
    await sendMails({ openDb: db, settings, bindings: env, now }, post)

    expect(post.sent).toEqual([
      expect.objectContaining({
        messageId: expect.stringMatching(/^<[0-9a-f]{32}@navet\.example>$/),
        to,
        subject: 'Hej',
        text: expect.stringMatching(/^Text som ingen annan ska läsa\n\nDu får mejlet för att/),
        html: expect.stringContaining('Text som ingen annan ska läsa'),
        at: now.toISOString(),
      }),
    ])
    expect(await rowTo(to)).toMatchObject({ subject: '', body: '', sentAt: now, tries: 1 })
    await sendMails({ openDb: db, settings, bindings: env, now: later(now, 30) }, post)
    expect(post.sent).toHaveLength(1)
  })

  test('by two senders at once sends every mail once', async () => {
    const now = newNow()
    const expected = await Promise.all(Array.from({ length: 12 }, () => queue(now)))
    const post = new Post()
    await Promise.all(Array.from({ length: 4 }, () => sendMails({ openDb: db, settings, bindings: env, now }, post)))
    expect(post.sent.map(({ to }) => to).toSorted()).toEqual(expected.toSorted())
  })

  test('happens in the scheduled run, without any request, when the transport was down before', async () => {
    const now = newNow()
    const to = await queue(now)
    const post = new Post()
    post.works = false
    await sendMails({ openDb: db, settings, bindings: env, now }, post)
    expect(await rowTo(to)).toMatchObject({ body: 'Text som ingen annan ska läsa', sentAt: null, tries: 1 })

    post.works = true
    await runScheduled({ openDb: db, settings, bindings: bindings(), now: later(now, 15) }, post)
    const ids = post.sent.filter((mail) => mail.to === to).map(({ messageId }) => messageId)
    expect(ids).toEqual([ids[0], ids[0]])
    expect(await rowTo(to)).toMatchObject({ body: '', tries: 2 })
  })

  test('waits longer after each failure', async () => {
    const now = newNow()
    await queue(now, { minutes: 600 })
    const post = new Post()
    post.works = false
    for (const seconds of [0, 29, 30, 89, 90, 209, 210])
      await sendMails({ openDb: db, settings, bindings: env, now: later(now, seconds / 60) }, post)
    expect(post.sent).toHaveLength(4)
  })

  test('takes up what a sender left that died on the way, once its lease is over', async () => {
    const now = newNow()
    const to = await queue(now)
    expect(await leaseMails(db, now, { most: 20, lastLane: lanes.letters })).toHaveLength(1)
    const post = new Post()
    await sendMails({ openDb: db, settings, bindings: env, now: later(now, 4) }, post)
    expect(post.sent).toEqual([])
    await sendMails({ openDb: db, settings, bindings: env, now: later(now, 5) }, post)
    expect(post.sent.map((mail) => mail.to)).toEqual([to])
  })

  test('does not send what has expired, and blanks it', async () => {
    const now = newNow()
    const to = await queue(now, { minutes: 15 })
    const post = new Post()
    await runScheduled({ openDb: db, settings, bindings: bindings(), now: later(now, 15) }, post)
    expect(post.sent.filter((mail) => mail.to === to)).toEqual([])
    expect(await rowTo(to)).toMatchObject({ subject: '', body: '', sentAt: null })
  })

  test('costs two round trips, however many mails there are', async () => {
    const browser = new Browser()
    const now = newNow()
    await Promise.all(Array.from({ length: 10 }, () => queue(now)))
    await sendMails({ openDb: database(browser.env), settings, bindings: env, now }, new Post())
    expect(browser.trips).toBe(2)
  })

  test('with outbox: leaves mails to be read until they expire, and asks the database nothing', async () => {
    const browser = new Browser()
    const now = newNow()
    const to = await queue(now)
    await sendMails({ openDb: database(browser.env), settings, bindings: env, now })
    expect(browser.trips).toBe(0)
    expect(await rowTo(to)).toMatchObject({ body: 'Text som ingen annan ska läsa', sentAt: null })
  })
})

test('the scheduled run forgets sessions, codes and counts that have expired, and keeps the others', async () => {
  const now = new Date()
  const [gone, kept] = [crypto.randomUUID(), crypto.randomUUID()]
  const user = { id: gone, name: '', email: somebody(), createdAt: now, updatedAt: now }
  const session = { userId: gone, createdAt: now, updatedAt: now }
  await db.insert(users).values(user)
  await db.insert(sessions).values([
    { ...session, id: gone, token: gone, expiresAt: later(now, -1) },
    { ...session, id: kept, token: kept, expiresAt: later(now, 60) },
  ])
  const code = { value: 'x', createdAt: now, updatedAt: now }
  await db.insert(verifications).values([
    { ...code, id: gone, identifier: gone, expiresAt: later(now, -1) },
    { ...code, id: kept, identifier: kept, expiresAt: later(now, 15) },
  ])
  const asked = { purpose: 'sign-in', subject: '', email: '', browser: '', codeHash: '', expiresAt: now } as const
  await db.insert(codes).values([
    { ...asked, id: gone, sentAt: later(now, -75) },
    { ...asked, id: kept, sentAt: later(now, -74) },
  ])
  await db.insert(limits).values([
    { subject: gone, window: later(now, -49 * 60).getTime() },
    { subject: kept, window: later(now, -60).getTime() },
  ])
  await scheduled({ cron: '*/15 * * * *' }, env)

  const left = await Promise.all([
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, gone)),
    ...[gone, kept].flatMap((name) => [
      db.select({ id: verifications.id }).from(verifications).where(eq(verifications.id, name)),
      db.select({ id: codes.id }).from(codes).where(eq(codes.id, name)),
      db.select({ id: limits.subject }).from(limits).where(eq(limits.subject, name)),
    ]),
  ])
  expect(left).toEqual([[{ id: kept }], [], [], [], [{ id: kept }], [{ id: kept }], [{ id: kept }]])
})

describe('the outbox page', () => {
  const BASE_URL = 'http://127.0.0.1:8787'
  const demo = () => new Browser(bindings({ DEMO: '1', BASE_URL }))
  const here = 'http://127.0.0.1:8787/dev/outbox'

  test('lists the mails of the demo as JSON, newest first', async () => {
    const [first, second] = [somebody('a'), somebody('b')]
    for (const email of [first, second]) await demo().post('/sv/sign-in', { email })
    const answer = await demo().get(here, { accept: 'application/json' })
    expect(answer.status).toBe(200)
    const listed: Record<string, string>[] = JSON.parse(answer.text)
    const places = [second, first].map((email) => listed.findIndex(({ to }) => to === email))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const own = listed[places[0]!]!
    expect(Object.keys(own).toSorted()).toEqual(['at', 'id', 'subject', 'text', 'to'])
    expect(own.text).toMatch(/\d{6}/)
    expect(Math.abs(Date.parse(own.at!) - Date.now())).toBeLessThan(minute)
  })

  test('shows them to people, with links to press', async () => {
    const email = somebody()
    await demo().post('/sv/sign-in', { email })
    const page = await demo().get(here)
    expect(page.text).toContain(email)
    expect(page.text).toMatch(/<a href="http:\/\/127\.0\.0\.1:8787\/sv\/sign-in\/link\/[0-9a-f]{32}">/)
  })

  test.each(['localhost', 'localhost:8787', '127.0.0.1', '[::1]:8787'])('is there for %s', async (host) => {
    expect((await demo().get(`http://${host}/dev/outbox`)).status).toBe(200)
  })

  test.each(['navet.example', '127.0.0.1.evil.example', 'localhost.evil.example:8787', '192.0.2.1'])(
    'is not there for %s',
    async (host) => {
      expect((await demo().get(`http://${host}/dev/outbox`)).status).toBe(404)
      expect((await demo().get(here, { host })).status).toBe(404)
    },
  )

  test.each(['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'])(
    'is not there through a proxy that says so with %s',
    async (header) => expect((await demo().get(here, { [header]: 'for=192.0.2.1' })).status).toBe(404),
  )

  test('is not there where links lead to a public address', async () => {
    const published = new Browser(bindings({ DEMO: '1', BASE_URL: 'https://navet.example' }))
    expect((await published.get(here)).status).toBe(404)
  })

  test('is not there without the demo, or without the embedded database', async () => {
    expect((await new Browser().get(here)).status).toBe(404)
    const elsewhere = new Browser(bindings({ DEMO: '1', BASE_URL }))
    delete elsewhere.env.DATABASE
    expect((await elsewhere.get(here)).status).toBe(404)
  })
})
