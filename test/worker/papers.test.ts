import { and, eq, like, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { auditEntries, invitations, memberships } from '../../worker/db/schema/companies.ts'
import { mailConsents, mails } from '../../worker/db/schema/mail.ts'
import { queueLetters, queueMails, queueMailToMany } from '../../worker/mail/queue-mail.ts'
import { isLetterKind, mailKinds } from '../../worker/mail/rules.ts'
import { isSignedIn } from '../support/mailed.ts'
import { cardOn, joinByPaper, paperFor, unreached } from '../support/papers.ts'
import { signedIn } from '../support/people.ts'
import { join, makeTeam, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const companyOf = (path: string) => path.split('/').at(-1)!
const membersOf = (path: string) =>
  db
    .select()
    .from(memberships)
    .where(eq(memberships.company, companyOf(path)))

test('somebody without a mailbox joins by a paper, gets an account of their own, and first of all the recovery card', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const phone = new Browser()
  const page = await phone.get(`/sv/join/${code}`)
  expect(page.text).toContain('Siljans Plåt')
  expect(page.text).toContain('value="Pelle Lager"')
  expect(page.text).toContain('Du behöver ingen mejl.')

  const joined = await joinByPaper(phone, code, { name: 'Pelle Nilsson' })
  expect([joined.status, isSignedIn(phone)]).toEqual([303, true])
  expect(joined.location).toContain('/sv/me/recovery/card?next=')
  const card = await phone.get(joined.location!)
  expect(cardOn(card)).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
  expect(cardOn(await phone.get(joined.location!)), 'a reload loses nothing').toBe(cardOn(card))

  const members = await membersOf(team.path)
  expect(members.map(({ name }) => name).sort()).toEqual(['Anders Öst', 'Pelle Nilsson'])
  const made = await db.select().from(invitations).where(eq(invitations.code, code))
  expect(made[0]).toMatchObject({ usesLeft: 0, uses: 1, name: null })
  expect(made[0]!.usedAt).not.toBeNull()
  const log = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.company, companyOf(team.path)), eq(auditEntries.action, 'member-joined')))
  expect(log.map(({ actor, isDayOnly }) => [actor, isDayOnly])).toEqual([[made[0]!.membership, true]])
})

test('a used paper is dead: to its finder, to the same browser once the card is kept, and to who is signed in', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const phone = new Browser()
  const joined = await joinByPaper(phone, code)
  const card = await phone.get(joined.location!)

  const finder = new Browser()
  expect((await finder.get(`/sv/join/${code}`)).status).toBe(404)
  expect((await joinByPaper(finder, code)).status).toBe(404)
  expect(isSignedIn(finder)).toBe(false)
  const other = await signedIn()
  expect((await joinByPaper(other, code)).status).toBe(404)

  await phone.post('/sv/me/recovery/card', { made: /name="made" value="(\d+)"/.exec(card.text)![1]! })
  const mark = phone.jar.get('navet.browser')!
  const sameBrowser = new Browser()
  sameBrowser.jar.set('navet.browser', mark)
  expect((await joinByPaper(sameBrowser, code)).status).toBe(404)
  expect(await membersOf(team.path)).toHaveLength(2)
})

test('pressed twice, or again because the answer got lost, the same browser comes into the same account', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const phone = new Browser()
  await phone.get(`/sv/join/${code}`)
  const lost = new Browser()
  for (const [name, value] of phone.jar) lost.jar.set(name, value)
  const first = await joinByPaper(lost, code)
  const again = await phone.post(`/sv/join/${code}`, { name: 'Pelle', accept: 'yes', terms: '1' })
  expect([again.status, again.location, isSignedIn(phone)]).toEqual([303, first.location, true])
  expect(await membersOf(team.path)).toHaveLength(2)
  expect(cardOn(await phone.get(again.location!))).toBe(cardOn(await lost.get(first.location!)))
})

/** The browser's next press, with something done before its trip to the database of this number. */
function interrupted(browser: Browser, trip: number, work: () => Promise<unknown>): Browser {
  let trips = 0
  const reach = {
    fetch: async (...request: Parameters<typeof fetch>) => {
      trips += 1
      if (trips === trip) await work()
      return fetch(...request)
    },
  }
  const other = new Browser({ ...bindings(), DATABASE: reach as unknown as Fetcher })
  for (const [name, value] of browser.jar) other.jar.set(name, value)
  return other
}

test.for([1, 2, 3, 4])('of two presses at once both lead to the card, wherever they meet: at %i', async (trip) => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const phone = new Browser()
  await phone.get(`/sv/join/${code}`)
  const yes = { name: 'Pelle', accept: 'yes', terms: '1' }
  const presses: string[] = []
  const second = interrupted(phone, trip, async () => {
    presses.push((await phone.post(`/sv/join/${code}`, yes)).location ?? '')
  })
  const answer = await second.post(`/sv/join/${code}`, yes)
  expect([answer.status, answer.location, isSignedIn(second)]).toEqual([303, presses[0], true])
  expect((await phone.post(`/sv/join/${code}`, yes)).location, 'signed in by the first').toBe(presses[0])
  expect(presses).toEqual([expect.stringContaining('/sv/me/recovery/card?next=')])
  expect(await membersOf(team.path)).toHaveLength(2)
})

test.for([1, 2, 3, 4])('so do those of somebody who is signed in: at %i', async (trip) => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const person = await signedIn()
  const yes = { name: 'Amira', accept: 'yes', terms: '1' }
  const second = interrupted(person, trip, () => person.post(`/sv/join/${code}`, yes))
  expect((await second.post(`/sv/join/${code}`, yes)).location).toBe(`${team.path}/seen?joined=1`)
  expect(await membersOf(team.path)).toHaveLength(2)
})

test('twenty presses at once make one account', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const presses = await Promise.all(Array.from({ length: 20 }, () => joinByPaper(new Browser(), code)))
  expect(presses.filter(({ status }) => status === 303)).toHaveLength(1)
  expect(await membersOf(team.path)).toHaveLength(2)
  const nameless = await db.select({ id: users.id }).from(users).where(like(users.email, '%@no-address.invalid'))
  const members = await db.select({ learner: memberships.learner }).from(memberships)
  expect(nameless.every(({ id }) => members.some(({ learner }) => learner === id))).toBe(true)
})

test('a paper that was withdrawn opens nothing, and its company is named to nobody', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  await team.owner.post(`${team.path}/papers/withdrawal`, { code })
  const finder = new Browser()
  const page = await finder.get(`/sv/join/${code}`)
  expect([page.status, page.text.includes('Siljans Plåt')]).toEqual([404, false])
  expect((await joinByPaper(finder, code)).status).toBe(404)
  expect((await team.owner.get(`${team.path}/papers`)).text).not.toContain('Pelle Lager')
})

test('whoever is signed in joins with the account they have, and is told whose it is', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const person = await signedIn()
  await person.post('/sv/me/name', { name: 'Amira Haddad' })
  expect((await person.get(`/sv/join/${code}`)).text).toContain('Här är Amira Haddad inloggad.')
  const joined = await join(person, code)
  expect(joined.location).toContain(`${team.path}/seen?joined=1`)
  expect((await joinByPaper(new Browser(), code)).status).toBe(404)
})

test('a paper that was found on the floor makes its finder a member under that name, who reaches nothing of anybody', async () => {
  const team = await startTeam()
  const pelle = await unreached(team)
  const code = await paperFor(team, 'Olle Svets')
  const finder = new Browser()
  await joinByPaper(finder, code, { name: 'Olle Svets' })
  expect((await finder.get(team.path)).status).toBe(404)
  const [own] = await db.select().from(memberships).where(eq(memberships.name, 'Olle Svets'))
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, companyOf(team.path)))
  const other = rows.find(({ name }) => name === 'Pelle Utanmejl')!
  expect(own!.learner).not.toBe(other.learner)
  expect((await finder.get(`${team.path}/members/${other.id}`)).status).toBe(404)
  expect((await pelle.browser.get('/sv/me')).status).toBe(200)
})

test('only who runs the company makes, sees and withdraws papers; what is typed wrongly comes back with its line', async () => {
  const team = await startTeam()
  const code = await paperFor(team, 'Pelle Lager')
  const member = await signedIn()
  await join(member, team.code)
  const stranger = await startTeam()
  // A member is told that they do not run it; to others there is no such company.
  for (const [person, no] of [
    [member, [403, 404]],
    [stranger.owner, [404]],
  ] as const) {
    const asked = [
      await person.get(`${team.path}/papers`),
      await person.get(`${team.path}/papers/sheet`),
      await person.post(`${team.path}/papers`, { names: 'Nisse' }),
      await person.post(`${team.path}/papers/withdrawal`, { code }),
    ]
    for (const { status, text } of asked) {
      expect(no).toContain(status)
      expect(text).not.toContain('Pelle Lager')
    }
  }
  expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(200)

  const wrong = await team.owner.post(`${team.path}/papers`, { names: 'Nisse\n1234\nKalle' })
  expect([wrong.status, wrong.text.includes('Rad 2:'), wrong.text.includes('Nisse\n1234\nKalle')]).toEqual([
    422,
    true,
    true,
  ])
  const many = Array.from({ length: 101 }, (_, i) => `Nisse ${i}`).join('\n')
  expect((await team.owner.post(`${team.path}/papers`, { names: many })).text).toContain('fler än 100')
  expect(await db.select().from(invitations).where(eq(invitations.name, 'Nisse'))).toEqual([])
})

test('the same list twice makes no second paper, and no company has more open than five hundred', async () => {
  const team = await startTeam()
  const names = (from: number) => Array.from({ length: 100 }, (_, i) => `Person ${'abcdefghij'[from]} ${i}`).join('\n')
  for (let i = 0; i < 5; i += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one list after another
    expect((await team.owner.post(`${team.path}/papers`, { names: names(i) })).status).toBe(303)
  }
  const one = await team.owner.post(`${team.path}/papers`, { names: 'En Till' })
  expect([one.status, one.text.includes('fler än 500 öppna')]).toEqual([422, true])
  const rows = await db
    .select()
    .from(invitations)
    .where(eq(invitations.company, companyOf(team.path)))
  expect(rows.filter(({ kind }) => kind === 'paper')).toHaveLength(500)
  // A busy database may be asked twice.
  const sheets = [await team.owner.get(`${team.path}/papers/sheet`), await team.owner.get(`${team.path}/papers/sheet`)]
  expect(sheets[0]!.status).toBe(200)
  expect(Math.min(...sheets.map(({ trips }) => trips))).toBe(1)
})

test.for(mailKinds)('no mail of the kind %s is written to who has no address, whoever names them', async (kind) => {
  const id = crypto.randomUUID().replaceAll('-', '')
  const [at, gone] = [new Date(), new Date(Date.now() + 3_600_000)]
  const email = `${id}@no-address.invalid`
  await db.insert(users).values({ id, name: 'Pelle', email, createdAt: at, updatedAt: at })
  await db.insert(mailConsents).values({ learner: id, kind, givenAt: at })
  const recipients = sql`select ${id} as id, ${email} as email`
  const words = { subject: 'Hej', text: 'Hej' }
  const many = { id: `try-${id}`, recipients, words: { sv: words, en: words }, now: at, expiresAt: gone }
  if (isLetterKind(kind)) await queueLetters(db, { ...many, kind })
  else {
    await queueMailToMany(db, { ...many, kind, locale: 'sv' })
    await queueMails(db, { ...words, kind, recipients, locale: 'sv', now: at, expiresAt: gone })
  }
  expect(await db.select().from(mails).where(like(mails.recipient, '%no-address.invalid%'))).toEqual([])
})

test('no paper is made into a team that is none of the company’s, or has ended; what was typed comes back', async () => {
  const [team, other] = [await startTeam(), await startTeam()]
  const ended = await makeTeam(team.owner, team.path, 'Kort')
  const open = await makeTeam(team.owner, team.path, 'Lager')
  await team.owner.post(`${team.path}/teams/${ended}/ending`, {})
  for (const none of ['deadbeef', ended, await makeTeam(other.owner, other.path, 'Snickare')]) {
    const answer = await team.owner.post(`${team.path}/papers`, { names: 'Pelle Lager', team: none })
    expect([answer.status, answer.text.includes('Teamet finns inte längre. Välj igen.')]).toEqual([422, true])
    expect(answer.text).toContain('Pelle Lager</textarea>')
    expect(
      await db.$count(invitations, and(eq(invitations.company, companyOf(team.path)), eq(invitations.kind, 'paper'))),
    ).toBe(0)
  }
  expect((await team.owner.post(`${team.path}/papers`, { names: 'Pelle Lager', team: open })).status).toBe(303)
})
