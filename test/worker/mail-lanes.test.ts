import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { mailConsents, mails } from '../../worker/db/schema/mail.ts'
import { readSettings } from '../../worker/env.ts'
import { queueLetters, queueMails } from '../../worker/mail/queue-mail.ts'
import { lanes, mailsPerVisit } from '../../worker/mail/rules.ts'
import { sendAllMails, sendMails } from '../../worker/mail/send-mails.ts'
import { blankExpired, giveConsent, leaseMails, recordBounces, withdrawConsent } from '../../worker/mail/store.ts'
import type { OutgoingMail, Outcome, Transport } from '../../worker/mail/transport.ts'
import { somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const env = bindings()
const db = database(env)
const settings = readSettings(env)
/** Before anything of the other tests was due. */
const now = new Date('1971-03-01T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const week = later(7 * 24 * 60)

class Post implements Transport {
  readonly sent: OutgoingMail[] = []

  async send(mail: OutgoingMail): Promise<Outcome> {
    this.sent.push(mail)
    return { kind: 'sent' }
  }
}

function sender(trips?: Browser, at = now) {
  return { openDb: database(trips?.env ?? env), settings, bindings: env, now: at }
}

async function queueCode(at = now): Promise<string> {
  const to = somebody('kod')
  await queueMails(db, {
    kind: 'code',
    recipients: sql`select ${to} as email`,
    subject: '482193 är din kod till Navet',
    text: '482193 är din kod till Navet.\n\nSkriv den på sidan.',
    locale: 'sv',
    now: at,
    expiresAt: new Date(at.getTime() + 15 * 60_000),
  })
  return to
}

describe('with 100,000 letters due', () => {
  beforeAll(async () => {
    await db.run(sql`insert into mails (id, recipient, subject, body, locale, kind, lane, created_at, expires_at, due_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
      select 'letter-' || i, 'l' || i || '@letters.example', 'Veckobrevet', 'Hej', 'sv', 'weekly', 2,
        ${now.getTime()}, ${week.getTime()}, ${now.getTime() - 1000} from n`)
  })

  // Long out of date: the scheduled run of whichever test comes next would have all of them to forget.
  afterAll(async () => {
    await db.run(sql`delete from mails where id like 'letter-%'`)
  })

  test('a code that came last leaves with the answer that asked for it, and no letter does', async () => {
    const to = await queueCode()
    const browser = new Browser()
    const post = new Post()
    await sendMails(sender(browser), post)
    expect(post.sent.map((mail) => mail.to)).toEqual([to])
    expect(browser.trips).toBe(2)
  })

  test('a code that comes during the scheduled run goes before the letters of its next turn', async () => {
    const post = new Post()
    // All letters of a turn are sent at once: whichever comes first has the code asked for, and only that one.
    let code: Promise<string> | undefined
    const busy: Transport = {
      async send(mail) {
        await (code ??= queueCode())
        return post.send(mail)
      },
    }
    const browser = new Browser()
    await sendAllMails(sender(browser), busy, 2)
    expect(post.sent).toHaveLength(100)
    const to = await code
    expect(post.sent.findIndex((mail) => mail.to === to)).toBe(50)
    expect(browser.trips).toBe(4)
  })

  test('none of the letters is read on the way to a code, nor to those that come next', async () => {
    for (const lastLane of [lanes.notices, lanes.letters]) {
      const { sql: text, params } = leaseMails(db, now, { most: mailsPerVisit, lastLane }).toSQL()
      const plan = await db.$client.execute({ sql: `explain query plan ${text}`, args: params as never })
      const steps = plan.rows.map(({ detail }) => String(detail))
      const reads = steps.filter((step) => /\bmails\b/.test(step))
      expect(reads.filter((step) => step.startsWith('SCAN'))).toEqual([])
      expect(reads.filter((step) => step.includes('mails_waiting (lane=? AND due_at<?)'))).toHaveLength(lastLane + 1)
    }
  })

  test('forgetting what has expired reads none that has not', async () => {
    const { sql: text, params } = blankExpired(db, now).toSQL()
    const plan = await db.$client.execute({ sql: `explain query plan ${text}`, args: params as never })
    expect(plan.rows.map(({ detail }) => detail)).toEqual(['SEARCH mails USING INDEX mails_worded (expires_at<?)'])
  })
})

/** Somebody with an account. */
async function account(locale?: 'sv' | 'en') {
  const [id, email] = [crypto.randomUUID(), somebody('mottagare')]
  await db.insert(users).values({ id, name: '', email, createdAt: now, updatedAt: now, locale: locale ?? null })
  return { id, email }
}

const words = { sv: { subject: 'Veckobrevet', text: 'Hej' }, en: { subject: 'The weekly letter', text: 'Hello' } }

async function writeLetters(id: string, people: { id: string }[]) {
  const recipients = sql`select id, email from users where ${inArray(
    sql`id`,
    people.map((person) => person.id),
  )}`
  await queueLetters(db, { id, kind: 'weekly', recipients, words, now: later(-5), expiresAt: week })
  return db
    .select()
    .from(mails)
    .where(
      inArray(
        mails.owner,
        people.map((person) => person.id),
      ),
    )
}

describe('a letter', () => {
  test('goes to whoever said yes, in the language they read, once however often it is written', async () => {
    const [yes, yesEnglish, never, noMore] = [await account(), await account('en'), await account(), await account()]
    for (const { id } of [yes, yesEnglish, noMore]) await giveConsent(db, id, 'weekly', now)
    for (const statement of Object.values(withdrawConsent(db, noMore.id, 'weekly', now))) await statement
    const everybody = [yes, yesEnglish, never, noMore]
    await writeLetters('weekly-1971-W09', everybody)
    const written = await writeLetters('weekly-1971-W09', everybody)
    expect(new Map(written.map(({ recipient, subject }) => [recipient, subject]))).toEqual(
      new Map([
        [yes.email, 'Veckobrevet'],
        [yesEnglish.email, 'The weekly letter'],
      ]),
    )
    expect(written).toHaveLength(2)
  })

  test('goes to no address that mail does not reach, and is not written to one again', async () => {
    const [reached, unreached] = [await account(), await account()]
    for (const { id } of [reached, unreached]) await giveConsent(db, id, 'weekly', now)
    await writeLetters('weekly-1971-W10', [reached, unreached])
    for (const statement of recordBounces(db, [unreached.email], { kind: 'bounced', day: '1971-03-01' }))
      await statement
    expect((await writeLetters('weekly-1971-W11', [reached, unreached])).map(({ recipient }) => recipient)).toEqual([
      reached.email,
      reached.email,
    ])
  })

  test('holds the way to say no: in its words, and for the mail program', async () => {
    const person = await account('en')
    await giveConsent(db, person.id, 'weekly', now)
    await db.update(mails).set({ dueAt: week }).where(eq(mails.lane, lanes.letters))
    await writeLetters('weekly-1971-W12', [person])
    const post = new Post()
    await sendAllMails(sender(), post)
    const letter = post.sent.find(({ to }) => to === person.email)!
    const [, link] = /^<(http:\/\/navet\.example\/en\/mails\/off\/[\w.-]+)>$/.exec(letter.headers['List-Unsubscribe']!)!
    expect(letter.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(letter.text).toContain(`You get this letter because you said yes to the weekly letter.\n`)
    expect(letter.text).toContain(link)
    expect(letter.html).toContain(`href="${link}"`)
  })
})

test('a code has no way to say no, and is answered by nobody', async () => {
  await queueCode(later(1))
  const post = new Post()
  await sendMails(sender(undefined, later(1)), post)
  expect(post.sent[0]!.headers).toEqual({ 'Auto-Submitted': 'auto-generated', 'Content-Language': 'sv' })
})

describe('the link in a letter', () => {
  async function letterOf() {
    const person = await account()
    await giveConsent(db, person.id, 'weekly', now)
    await writeLetters(`weekly-${person.id}`, [person])
    const { offTokenOf } = await import('../../worker/mail/off-token.ts')
    const token = await offTokenOf(settings.SECRET, person.id, 'weekly')
    return { ...person, token, path: `/sv/mails/off/${token}` }
  }
  const isOn = async (id: string) =>
    (await db.select().from(mailConsents).where(eq(mailConsents.learner, id)))[0]?.withdrawnAt === null
  const waiting = (id: string) => db.select().from(mails).where(eq(mails.owner, id))

  test('changes nothing when it is opened, by a person or a scanner', async () => {
    const { id, path } = await letterOf()
    const page = await new Browser().get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Sluta skicka veckobrevet')
    expect(await isOn(id)).toBe(true)
  })

  test('says no with one press, signed out; what waits is not sent, and a second press undoes it', async () => {
    const { id, path } = await letterOf()
    const browser = new Browser()
    expect((await browser.post(path, {})).text).toContain('Du får inte veckobrevet')
    expect([await isOn(id), await waiting(id)]).toEqual([false, []])
    expect((await browser.get(path)).text).toContain('Skicka veckobrevet igen')
    expect((await browser.post(`${path}/undo`, {})).text).toContain('Sluta skicka veckobrevet')
    expect(await isOn(id)).toBe(true)
  })

  test('a press on undo is no yes: not where none was given, and not long after the no', async () => {
    const { id, path } = await letterOf()
    const browser = new Browser()
    await browser.post(path, {})
    await db
      .update(mailConsents)
      .set({ withdrawnAt: new Date(Date.now() - 2 * 3_600_000) })
      .where(eq(mailConsents.learner, id))
    expect((await browser.post(`${path}/undo`, {})).text).toContain('Du får inte veckobrevet')
    expect(await isOn(id)).toBe(false)
    await db.delete(mailConsents).where(eq(mailConsents.learner, id))
    await browser.post(`${path}/undo`, {})
    expect(await db.select().from(mailConsents).where(eq(mailConsents.learner, id))).toEqual([])
  })

  test('takes the no of a mail program (RFC 8058): no cookies, no origin, no other page, twice as good as once', async () => {
    const { id, path } = await letterOf()
    const browser = new Browser()
    for (const _time of [1, 2]) {
      const answer = await browser.send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    }
    expect(await isOn(id)).toBe(false)
  })

  test('made up, altered or for another kind leads nowhere', async () => {
    const [{ token }, other] = [await letterOf(), await letterOf()]
    const [owner, kind, signature] = token.split('.')
    for (const wrong of [
      `${other.id}.${kind}.${signature}`,
      `${owner}.code.${signature}`,
      `${owner}.${kind}.${'0'.repeat(32)}`,
      `${owner}`,
    ]) {
      const browser = new Browser()
      expect((await browser.get(`/sv/mails/off/${wrong}`)).status).toBe(404)
      expect((await browser.post(`/sv/mails/off/${wrong}`, {})).status).toBe(404)
    }
    expect(await isOn(other.id)).toBe(true)
  })

  test('of an account that is gone says no all the same', async () => {
    const { id, path } = await letterOf()
    await db.delete(users).where(eq(users.id, id))
    expect((await new Browser().post(path, {})).status).toBe(200)
    expect((await new Browser().post(`${path}/undo`, {})).status).toBe(200)
    expect(await db.select().from(mailConsents).where(eq(mailConsents.learner, id))).toEqual([])
  })
})
