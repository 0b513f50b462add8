import { count, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { codes, users } from '../../worker/db/schema/accounts.ts'
import { askForCode, isSignedIn, mailTo, mailsTo, otherThan } from '../support/mailed.ts'
import { somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

/** A network of its own, as a proxy of ours reports it. */
function network(): { env: ReturnType<typeof bindings>; headers: Record<string, string> } {
  const address = `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`
  return { env: bindings({ TRUSTED_PROXY: '1' }), headers: { 'x-forwarded-for': `203.0.113.7, ${address}` } }
}

/** A browser in an office whose every request comes from one address. */
class OfficeBrowser extends Browser {
  readonly from: Record<string, string>

  constructor({ env, headers }: ReturnType<typeof network>) {
    super(env)
    this.from = headers
  }

  override send(path: string, init: RequestInit = {}) {
    return super.send(path, { ...init, headers: { ...(init.headers as Record<string, string>), ...this.from } })
  }
}

/** What people do with the code they were mailed; each ends signed in, somewhere. */
const habits: ((own: OfficeBrowser, phone: OfficeBrowser, email: string) => Promise<Browser>)[] = [
  async function typesIt(own, _phone, email) {
    const code = await askForCode(own, email)
    await own.post('/sv/sign-in/code', { email, code })
    return own
  },
  async function mistypesTwice(own, _phone, email) {
    const code = await askForCode(own, email)
    await own.post('/sv/sign-in/code', { email, code: otherThan(code) })
    await own.post('/sv/sign-in/code', { email, code: code.slice(1) })
    await own.post('/sv/sign-in/code', { email, code: otherThan(code, 9) })
    await own.post('/sv/sign-in/code', { email, code })
    return own
  },
  async function asksTwiceAndTypesTheFirst(own, _phone, email) {
    const first = await askForCode(own, email)
    const second = await askForCode(own, email)
    const newer = await own.post('/sv/sign-in/code', { email, code: first })
    if (first !== second) expect(newer.text).toContain('Det finns en nyare kod')
    await own.post('/sv/sign-in/code', { email, code: second })
    return own
  },
  async function pastesItWithSpaces(own, _phone, email) {
    const code = await askForCode(own, email)
    await own.post('/sv/sign-in/code', { email, code: ` ${code.slice(0, 3)}\u00A0${code.slice(3)} ` })
    return own
  },
  async function asksOnThePcAndPressesOnThePhone(own, phone, email) {
    await askForCode(own, email)
    const { link } = await mailTo(email)
    expect((await phone.get(link)).text).toContain(email)
    await phone.post(link, {})
    expect((await own.get(`/sv/sign-in/code?email=${email}`)).text).toContain('Du loggade in på en annan enhet')
    return phone
  },
  async function pressesTheFirstOfTwoMailsInTheMailApp(own, mailApp, email) {
    await askForCode(own, email)
    const { link } = await mailTo(email)
    await askForCode(own, email)
    await mailApp.post(link, {})
    return mailApp
  },
]

describe('a kick-off', () => {
  test('sixty people behind one address join within ten minutes, and a stranger who guesses beside them does not', async () => {
    const { path, code } = await startTeam({ name: 'Kickoff AB' })
    const office = network()
    const people = Array.from({ length: 60 }, (_, i) => ({
      email: somebody('kick'),
      habit: habits[i % habits.length]!,
    }))
    const victims = [0, 1, 3, 6, 7, 9].map((i) => people[i]!.email)
    const stranger = guessAt(victims, office)

    const joined = await inTens(people, async ({ email, habit }) => {
      const browser = await habit(new OfficeBrowser(office), new OfficeBrowser(office), email)
      // Whom the stranger guesses at may be told to press the link instead, in whichever mail is the newest.
      if (victims.includes(email) && !isSignedIn(browser)) await browser.post((await mailTo(email)).link, {})
      const answer = await join(browser, code, { name: `Person ${email.split('-')[1]}` })
      return [isSignedIn(browser), answer.status, answer.location?.split('?')[0]]
    })
    expect(joined.filter((outcome) => outcome.join() !== ['true', '303', `${path}/seen`].join())).toEqual([])
    expect(await stranger).toEqual({ signedIn: 0, refused: true })
    expect(await db.select().from(users).where(eq(users.email, victims[0]!))).toHaveLength(1)
  }, 180_000)

  test('two persons at one shared PC get into their own accounts, one after the other', async () => {
    const pc = new OfficeBrowser(network())
    const [amira, anders] = [somebody('amira'), somebody('anders')]
    const [first, second] = [await askForCode(pc, amira), await askForCode(pc, anders)]
    expect((await pc.post('/sv/sign-in/code', { email: amira, code: second })).status).toBe(422)
    await pc.post('/sv/sign-in/code', { email: amira, code: first })
    expect((await pc.get('/sv/me/addresses')).text).toContain(amira)
    await pc.post('/sv/sign-out', {})
    const later = await askForCode(pc, anders)
    await pc.post('/sv/sign-in/code', { email: anders, code: later })
    const page = await pc.get('/sv/me/addresses')
    expect([page.text.includes(anders), page.text.includes(amira)]).toEqual([true, false])
  })
})

/** Somebody at the same address who asks in browser after browser and guesses, at people they know of. */
async function guessAt(emails: string[], from: ReturnType<typeof network>) {
  const outcomes = await inTens(emails, async (email) => {
    const statuses: number[] = []
    let signedIn = 0
    for (let i = 0; i < 6; i += 1) {
      const browser = new OfficeBrowser(from)
      await browser.post('/sv/sign-in', { email })
      for (let n = 0; n < 6; n += 1)
        statuses.push((await browser.post('/sv/sign-in/code', { email, code: String(n).padStart(6, '7') })).status)
      if (isSignedIn(browser)) signedIn += 1
    }
    return { signedIn, refused: statuses.includes(429) }
  })
  return {
    signedIn: outcomes.reduce((sum, { signedIn }) => sum + signedIn, 0),
    refused: outcomes.every(({ refused }) => refused),
  }
}

async function inTens<T, R>(list: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (let i = 0; i < list.length; i += 10) done.push(...(await Promise.all(list.slice(i, i + 10).map(work))))
  return done
}

describe('one network', () => {
  /** Codes that were asked for there and not used, written as if 297 people had. */
  async function fill(office: ReturnType<typeof network>, rows: number): Promise<void> {
    const email = somebody('full')
    await askForCode(new OfficeBrowser(office), email)
    const [like] = await db.select().from(codes).where(eq(codes.email, email))
    for (let i = 0; i < rows; i += 99)
      await db.insert(codes).values(
        Array.from({ length: Math.min(99, rows - i) }, () => ({
          ...like!,
          id: crypto.randomUUID(),
          linkHash: crypto.randomUUID(),
          email: somebody('other'),
        })),
      )
  }

  test('may have three hundred codes an hour unused; a used one gives its place back', async () => {
    const office = network()
    await fill(office, 298)
    const [last, over] = [new OfficeBrowser(office), new OfficeBrowser(office)]
    const email = somebody()
    const code = await askForCode(last, email)
    const refused = await over.post('/sv/sign-in', { email: somebody() })
    expect(refused.status).toBe(429)
    expect(refused.text).toContain('från ert nät')
    expect((await new OfficeBrowser(network()).post('/sv/sign-in', { email: somebody() })).status).toBe(303)

    await last.post('/sv/sign-in/code', { email, code })
    expect((await over.post('/sv/sign-in', { email: somebody() })).status).toBe(303)
  })

  test('is asked for three hundred at the most when fifty more ask at the same moment', async () => {
    const office = network()
    await fill(office, 279)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => new OfficeBrowser(office).post('/sv/sign-in', { email: somebody() })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20)
  })

  test('is whose a proxy of ours says it is, and nobody’s otherwise: then only addresses are counted', async () => {
    const email = somebody()
    const claimed = { 'x-forwarded-for': '192.0.2.9', 'cf-connecting-ip': '192.0.2.9' }
    await new Browser().post('/sv/sign-in', { email }, claimed)
    const [row] = await db.select({ source: codes.source }).from(codes).where(eq(codes.email, email))
    expect(row).toEqual({ source: null })
    const [unknown] = await db.select({ rows: count() }).from(codes).where(isNull(codes.source))
    expect(unknown!.rows).toBeGreaterThan(0)
  })

  test('gives every place of a person back who asked three times and used one', async () => {
    const office = network()
    const browser = new OfficeBrowser(office)
    const email = somebody()
    for (let i = 0; i < 3; i += 1) await browser.post('/sv/sign-in', { email })
    await browser.post('/sv/sign-in/code', { email, code: (await mailTo(email)).code })
    expect(await db.$count(codes, eq(codes.email, email))).toBe(3)
    const rows = await db.select().from(codes).where(eq(codes.email, email))
    expect(rows.every(({ usedAt }) => usedAt !== null)).toBe(true)
    expect((await mailsTo(email)).length).toBe(3)
  })
})
