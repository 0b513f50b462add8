import { setTimeout } from 'node:timers/promises'

import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { grants, users } from '../../worker/db/schema/accounts.ts'
import { slowRequests } from '../../worker/db/schema/health.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { writeSlow } from '../../worker/health/note-slow.ts'
import { scheduled } from '../../worker/scheduled.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function operator(): Promise<{ browser: Browser; email: string; id: string }> {
  const email = somebody('operator')
  const browser = await signedIn(email)
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  await db.insert(grants).values({ user: user!.id, role: 'operator', at: new Date() })
  return { browser, email, id: user!.id }
}

test('the page is there for operators only', async () => {
  expect((await new Browser().get('/sv/status')).status).toBe(303)
  const { browser, id } = await operator()
  expect((await browser.get('/sv/status')).status).toBe(200)
  await db.update(grants).set({ role: 'author' }).where(eq(grants.user, id))
  const other = await browser.get('/sv/status')
  expect([other.status, other.trips]).toEqual([404, 1])
})

test('an operator sees the figures in both languages, in two round trips, and nobody’s name', async () => {
  await scheduled({ cron: '*/15 * * * *' }, bindings())
  const { browser, email } = await operator()
  const page = await browser.get('/sv/status')
  expect(page.trips).toBe(2)
  expect(page.text).toContain('I ordning: de återkommande jobben')
  expect(page.text).toMatch(/Den nyaste ändringen av tabellerna är från \d+ \w+ \d{4}/)
  expect(page.text).toMatch(/\d MB\./)
  expect((await browser.get('/en/status')).text).toContain('Fine: the scheduled run')
  // The menu names whoever reads; the page itself nobody.
  const main = /<main[\s\S]*<\/main>/.exec(page.text)![0]
  expect(main).not.toMatch(new RegExp(`${email}|@`))
})

test('an alarm stands first, with the name of its section, and is counted in the heading', async () => {
  const { browser } = await operator()
  const id = crypto.randomUUID()
  const [at, until] = [new Date(Date.now() - 5 * 60_000), new Date(Date.now() + 10 * 60_000)]
  const words = { recipient: somebody(), subject: 'x', body: 'x', locale: 'sv', kind: 'code' } as const
  await db.insert(mails).values({ id, ...words, lane: 0, createdAt: at, expiresAt: until, dueAt: at, tries: 2 })
  const { text } = await browser.get('/sv/status')
  await db.delete(mails).where(eq(mails.id, id))
  const [first] = /<ul class="health">[\s\S]*?<\/li>/.exec(text)!
  expect(first).toContain('Gör nu: koderna')
  expect(first).toContain('<code>codes-waiting</code>')
  expect(text).toMatch(/<h1>(En sak|\d+ saker) att göra\.<\/h1>/)
})

test('a request that took more than a second is counted by its route, and by nothing of whoever asked', async () => {
  const slow = { fetch: async (...request: Parameters<typeof fetch>) => (await setTimeout(1010), fetch(...request)) }
  const visitor = new Browser(bindings({ DATABASE: slow }))
  await visitor.get('/sv/join/NOBODY-KNOWS-THIS')
  await writeSlow(db, new Date())
  const { browser } = await operator()
  const { text } = await browser.get('/sv/status')
  expect(text).toMatch(/Senaste dygnet tog (ett|\d+) svar mer än en sekund\./)
  expect(text).toMatch(/Det långsammaste: \d+(,\d)? sekunder, (GET|POST) \//)
  const rows = await db.select({ route: slowRequests.route }).from(slowRequests)
  expect(rows.map(({ route }) => route)).toContain('GET /:l/join/:code')
})
