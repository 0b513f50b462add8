import { createExecutionContext } from 'cloudflare:test'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { bounces, mails } from '../../worker/db/schema/mail.ts'
import { readSettings } from '../../worker/env.ts'
import { queueMails } from '../../worker/mail/queue-mail.ts'
import { sendMails } from '../../worker/mail/send-mails.ts'
import { app } from '../../worker/app.ts'
import { tidyOutbox } from '../../worker/mail/tidy-outbox.ts'
import type { Outcome, Transport } from '../../worker/mail/transport.ts'
import { mailsTo, mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { eraseAccount } from '../support/step-up.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const env = bindings()
const db = database(env)
const settings = readSettings(env)

/** Each test has days of its own, before anything of the others was due. */
let year = 1972
function newNow(): Date {
  year += 1
  return new Date(`${year}-05-04T23:30:00Z`)
}

function answering(outcome: Outcome): Transport & { tries: number } {
  const transport = {
    tries: 0,
    async send() {
      transport.tries += 1
      return outcome
    },
  }
  return transport
}

async function notice(to: string, now: Date): Promise<void> {
  await queueMails(db, {
    kind: 'added',
    recipients: sql`select ${to} as email`,
    subject: 'Hej',
    text: 'Text',
    locale: 'sv',
    now,
    expiresAt: new Date(now.getTime() + 86_400_000),
  })
}

async function send(now: Date, transport: Transport) {
  await sendMails({ openDb: db, settings, bindings: env, now }, transport)
}

const bounceOf = (email: string) => db.select().from(bounces).where(eq(bounces.email, email))
const rowTo = async (email: string) => (await db.select().from(mails).where(eq(mails.recipient, email)))[0]

test('an address that is no account’s is not remembered, neither of whoever was erased nor of a stranger', async () => {
  const [erased, nobody, now] = [somebody('erased'), somebody('nobody'), newNow()]
  const refusing = answering({ kind: 'refused', reason: 'mailbox' })
  await signedIn(erased)
  await notice(erased, now)
  await send(now, refusing)
  expect(await bounceOf(erased)).toHaveLength(1)
  await db.delete(users).where(eq(users.email, erased))
  for (const statement of tidyOutbox(db, now)) await statement
  expect(await bounceOf(erased), 'an account that is gone by any way').toEqual([])

  await notice(erased, now)
  await notice(nobody, now)
  await send(now, refusing)
  expect([await bounceOf(erased), await bounceOf(nobody)]).toEqual([[], []])
})

test('a server that knows no such mailbox marks the address with the day, and the mail is not tried again', async () => {
  const [to, now] = [somebody('borta'), newNow()]
  await signedIn(to)
  await notice(to, now)
  const transport = answering({ kind: 'refused', reason: 'mailbox' })
  await send(now, transport)
  expect(await bounceOf(to)).toEqual([{ email: to, kind: 'refused', day: `${year}-05-05` }])
  expect(await rowTo(to)).toMatchObject({ body: '', subject: '', sentAt: null, refusedAt: now })
  await send(new Date(now.getTime() + 3_600_000), transport)
  expect(transport.tries).toBe(1)
})

test('a server that does not want a mail, or not now, says nothing about the address', async () => {
  const [unwanted, deferred, now] = [somebody('text'), somebody('senare'), newNow()]
  await notice(unwanted, now)
  await send(now, answering({ kind: 'refused', reason: 'content' }))
  await notice(deferred, now)
  await send(now, answering({ kind: 'later', reason: 'deferred' }))
  expect([await bounceOf(unwanted), await bounceOf(deferred)]).toEqual([[], []])
  expect(await rowTo(unwanted)).toMatchObject({ body: '', refusedAt: now })
  expect(await rowTo(deferred)).toMatchObject({ body: 'Text', refusedAt: null })
})

test('its person is told on My learning, and one press mails a test there and forgets the mark', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  expect((await browser.get('/sv/me')).text).not.toContain('Mejl kommer inte fram')
  await db.insert(bounces).values({ email, kind: 'bounced', day: '2026-11-20' })
  const page = await browser.get('/sv/me')
  expect(page.text).toContain(`Mejl kommer inte fram till ${email}`)
  expect(page.text).toContain('20 november 2026')

  const told = await browser.post('/sv/me/addresses/trial', { email })
  expect([told.status, told.text.includes('Provmejlet är på väg')]).toEqual([200, true])
  expect((await mailsTo(email)).map(({ subject }) => subject)).toContain('Provmejl: adressen fungerar')
  expect((await browser.get('/sv/me')).text).not.toContain('Mejl kommer inte fram')
  const before = (await mailsTo(email)).length
  await browser.post('/sv/me/addresses/trial', { email })
  expect(await mailsTo(email)).toHaveLength(before)
})

test('tests are mailed a few times an hour, however often the address is marked again; others have their own', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const marked = () => db.insert(bounces).values({ email, kind: 'refused', day: '2026-11-20' }).onConflictDoNothing()
  const tests = async () => (await mailsTo(email)).filter(({ subject }) => subject.startsWith('Provmejl')).length
  for (let time = 1; time <= 5; time += 1) {
    await marked()
    expect((await browser.post('/sv/me/addresses/trial', { email })).status).toBe(200)
  }
  await marked()
  const before = await tests()
  const sixth = await browser.post('/sv/me/addresses/trial', { email })
  expect([sixth.status, await tests()]).toEqual([429, before])
  expect(await bounceOf(email)).toHaveLength(1)

  const other = somebody()
  const another = await signedIn(other)
  await db.insert(bounces).values({ email: other, kind: 'refused', day: '2026-11-20' })
  expect((await another.post('/sv/me/addresses/trial', { email: other })).status).toBe(200)
})

test('nobody mails a test to somebody else, nor clears their mark', async () => {
  const email = somebody('annan')
  await db.insert(bounces).values({ email, kind: 'complained', day: '2026-11-20' })
  await (await signedIn(somebody())).post('/sv/me/addresses/trial', { email })
  expect(await mailsTo(email)).toEqual([])
  expect(await bounceOf(email)).toHaveLength(1)
})

test('a code goes to a marked address all the same: whoever asks wants to get in', async () => {
  const email = somebody()
  await db.insert(bounces).values({ email, kind: 'refused', day: '2026-11-20' })
  await new Browser().post('/sv/sign-in', { email })
  expect((await mailsTo(email))[0]!.code).toMatch(/^\d{6}$/)
})

test('an account that is erased takes its marks with it', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  await db.insert(bounces).values({ email, kind: 'bounced', day: '2026-11-20' })
  expect((await eraseAccount(browser)).location).toBe('/sv/me/erasure/done')
  expect(await bounceOf(email)).toEqual([])
})

test('the language somebody signs in with is the one of mails that nobody asked for just then', async () => {
  const email = somebody()
  const localeOf = async () => (await db.select().from(users).where(eq(users.email, email)))[0]?.locale
  await signedIn(email)
  expect(await localeOf()).toBe('sv')

  const browser = new Browser()
  await browser.post('/en/sign-in', { email })
  const { code } = await mailTo(email)
  // Asking alone is anybody's: it changes nothing.
  expect(await localeOf()).toBe('sv')
  await browser.post('/en/sign-in/code', { email, code })
  expect(await localeOf()).toBe('en')
})

describe('what a provider tells later', () => {
  const token = 'a token for tests, long enough to be one'
  const told = (
    body: unknown,
    { bearer = token, more = { MAIL_EVENTS_TOKEN: token } as Record<string, string> } = {},
  ) =>
    new Browser(bindings(more)).send('/api/mail-events', {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  test('marks the addresses of the mails it names, and stops the letters that wait for them', async () => {
    const [back, junk, now] = [somebody('studs'), somebody('skrap'), newNow()]
    for (const to of [back, junk]) await signedIn(to)
    for (const to of [back, junk]) await notice(to, now)
    await send(now, answering({ kind: 'sent' }))
    const row = { subject: 'Brev', body: 'Brev', locale: 'sv', kind: 'weekly', lane: 2, createdAt: now } as const
    const far = new Date('2100-01-01')
    await db.insert(mails).values({ ...row, id: `letter-${back}`, recipient: back, expiresAt: far, dueAt: far })
    const [first, second] = [await rowTo(back), await rowTo(junk)]
    const events = [
      { id: first!.id, kind: 'bounced' },
      { id: second!.id, kind: 'complained' },
      { id: 'nobody remembers', kind: 'bounced' },
    ]
    for (const _time of [1, 2]) expect((await told({ events })).status).toBe(204)
    expect(await bounceOf(back)).toMatchObject([{ kind: 'bounced' }])
    expect(await bounceOf(junk)).toMatchObject([{ kind: 'complained' }])
    expect(
      await db
        .select()
        .from(mails)
        .where(eq(mails.id, `letter-${back}`)),
    ).toEqual([])
  })

  test('is taken from whoever writes the scheme in lower case, as from others', async () => {
    const request = new Request('http://navet.example/api/mail-events', {
      method: 'POST',
      headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ events: [] }),
    })
    const answer = await app.fetch(request, bindings({ MAIL_EVENTS_TOKEN: token }), createExecutionContext())
    expect(answer.status).not.toBe(401)
  })

  test('of somebody without the token not a byte of the body is read', async () => {
    for (const [headers, more, status] of [
      [{ authorization: 'Bearer guessed' }, { MAIL_EVENTS_TOKEN: token }, 401],
      [{}, { MAIL_EVENTS_TOKEN: token }, 401],
      [{ authorization: `Bearer ${token}` }, {}, 404],
    ] as const) {
      let isRead = false
      const body = new ReadableStream(
        {
          pull(stream) {
            isRead = true
            stream.enqueue(new Uint8Array(100_000))
            stream.close()
          },
        },
        { highWaterMark: 0 },
      )
      const request = new Request('http://navet.example/api/mail-events', { method: 'POST', headers, body })
      const answer = await app.fetch(request, bindings(more), createExecutionContext())
      expect([answer.status, isRead]).toEqual([status, false])
    }
  })

  test('is heard from nobody else, and understood or refused', async () => {
    expect((await told({ events: [] }, { bearer: 'guessed' })).status).toBe(401)
    expect((await told({ events: [] }, { more: {} })).status).toBe(404)
    expect((await told({ events: [{ id: 'x', kind: 'opened' }] })).status).toBe(422)
    expect((await told('nothing')).status).toBe(422)
  })
})
