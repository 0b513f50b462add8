import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { companies, companyEvents, invitations, memberships } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { readSettings } from '../../worker/env.ts'
import { runScheduled } from '../../worker/scheduled.ts'
import { mailTo as codeMailTo, otherThan } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { changeOwner } from '../support/step-up.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())
const settings = readSettings(bindings())
const day = 86_400_000

const idOf = (path: string) => path.split('/').at(-1)!
const companyOf = async (path: string) =>
  (
    await db
      .select()
      .from(companies)
      .where(eq(companies.id, idOf(path)))
  )[0]!
const liveIn = (path: string) =>
  db
    .select({ id: memberships.id, name: memberships.name, role: memberships.role, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.learner))
    .where(and(eq(memberships.company, idOf(path)), isNull(memberships.leftAt)))
    .orderBy(memberships.joinedAt)
const mailTo = async (email: string) =>
  (
    await db
      .select()
      .from(mails)
      .where(eq(mails.recipient, email))
      .orderBy(desc(mails.createdAt), desc(sql`rowid`))
  )[0]
const erase = (email: string) => db.delete(users).where(eq(users.email, email))
const scheduled = () => runScheduled({ openDb: db, settings, bindings: bindings(), now: new Date() })

/** A team with these roles besides the owner, joined in this order. */
async function teamOf(...roles: ('manager' | 'member')[]) {
  const team = await startTeam()
  const people = []
  for (const role of roles) {
    const email = somebody(role)
    const browser = await signedIn(email)
    await join(browser, team.code, { name: `${role} ${people.length}` })
    await db.run(sql`update memberships set role = ${role}, joined_at = ${people.length}
      where company = ${idOf(team.path)} and learner = (select id from users where email = ${email})`)
    people.push({ email, browser })
  }
  const owner = (await liveIn(team.path)).find((row) => row.role === 'owner')!
  return { ...team, people, ownerEmail: owner.email, ownerId: owner.id }
}

describe('the last one to leave', () => {
  test('closes the company: its codes lead nowhere, and nobody joins a company that nobody runs', async () => {
    const { owner, path, code } = await startTeam()
    const single = (await owner.post(`${path}/invitations`, { for: 'one' })).location!.split('/').at(-1)!
    expect((await owner.get(`${path}/departure`)).text).toContain('Företaget stängs')
    const left = await owner.post(`${path}/departure`, {})
    const receipt = await owner.get(left.location!)
    expect(receipt.text).toContain('Du är inte längre med i Siljans Plåt')
    expect(receipt.text).toContain('företaget är stängt')

    const amira = await signedIn()
    for (const each of [code, single]) {
      expect((await amira.get(`/sv/join/${each}`)).status).toBe(404)
      expect((await amira.post(`/sv/join/${each}`, { name: 'Amira', accept: 'yes', terms: '1' })).status).toBe(404)
    }
    expect((await companyOf(path)).closedAt).toBeInstanceOf(Date)
    expect(await liveIn(path)).toEqual([])
  })

  test('a code that is live by mistake opens neither a closed company nor one that is to close', async () => {
    const { owner, path, code } = await startTeam()
    await owner.post(`${path}/departure`, {})
    await db.update(invitations).set({ revokedAt: null }).where(eq(invitations.code, code))
    const amira = await signedIn()
    expect((await join(amira, code)).status).toBe(404)
    expect(await liveIn(path)).toEqual([])
    const joining = db.run(sql`update memberships set left_at = null where company = ${idOf(path)}`)
    await expect(joining).rejects.toThrow()

    const closing = await teamOf('member')
    await erase(closing.ownerEmail)
    await db.update(invitations).set({ revokedAt: null }).where(eq(invitations.code, closing.code))
    expect((await join(amira, closing.code)).status).toBe(404)
  })
})

describe('a company has an owner, whoever writes to the database', () => {
  test.for([
    ['demoted', sql`role = 'manager'`],
    ['made something that nobody knows', sql`role = 'boss'`],
    ['taken away', sql`left_at = 1`],
  ] as const)('the only owner cannot be %s', async ([, change]) => {
    const { path, ownerId } = await teamOf('member')
    await expect(db.run(sql`update memberships set ${change} where id = ${ownerId}`)).rejects.toThrow()
    expect((await liveIn(path)).map(({ role }) => role).toSorted()).toEqual(['member', 'owner'])
  })

  test('two owners who step down at once leave one of them', async () => {
    const { owner, path, people, ownerId } = await teamOf('member')
    const [other] = (await liveIn(path)).filter(({ id }) => id !== ownerId)
    await changeOwner(owner, path, other!.id, 'owner')
    const answers = await Promise.all([
      changeOwner(owner, path, ownerId, 'member'),
      changeOwner(people[0]!.browser, path, other!.id, 'member'),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await liveIn(path)).filter(({ role }) => role === 'owner')).toHaveLength(1)
  })

  test('a member is not put into a company without an owner', async () => {
    const { path, people, ownerEmail } = await teamOf('member')
    await erase(ownerEmail)
    const [user] = await db.select().from(users).where(eq(users.email, people[0]!.email))
    const stray = { company: idOf(path), name: 'X', nameKey: 'x', termsVersion: 1, joinedAt: new Date(), leftAt: null }
    await db.update(memberships).set({ leftAt: new Date() }).where(eq(memberships.learner, user!.id))
    const insert = db.insert(memberships).values({ ...stray, id: 'stray', learner: user!.id, role: 'member' })
    await expect(insert).rejects.toThrow()
  })
})

describe('when the last owner’s account ends', () => {
  test('the longest-serving manager becomes owner, and is told once, in their own language', async () => {
    const { path, people, ownerEmail } = await teamOf('member', 'manager', 'manager')
    await erase(ownerEmail)
    expect((await liveIn(path)).map(({ role }) => role)).toEqual(['member', 'owner', 'manager'])
    const [event] = await db
      .select()
      .from(companyEvents)
      .where(eq(companyEvents.company, idOf(path)))
    expect(event).toMatchObject({ kind: 'owner-inherited', toldAt: null })

    await Promise.all([scheduled(), scheduled()])
    await scheduled()
    const told = await db.select().from(mails).where(eq(mails.subject, 'Du är ägare av Siljans Plåt'))
    expect(told.filter(({ recipient }) => recipient === people[1]!.email)).toHaveLength(1)
    expect((await people[1]!.browser.get(path)).status).toBe(200)
    expect((await companyOf(path)).closesAt).toBeNull()
  })

  test('with no manager the company closes in 30 days, its codes at once, and every member is told', async () => {
    const { path, code, people, ownerEmail } = await teamOf('member', 'member')
    await erase(ownerEmail)
    const closesAt = (await companyOf(path)).closesAt!
    expect(Math.abs(closesAt.getTime() - Date.now() - 30 * day)).toBeLessThan(60_000)
    expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(404)

    await scheduled()
    for (const { email, browser } of people) {
      expect((await mailTo(email))!.subject).toMatch(/^Siljans Plåt stängs \d+ \p{L}+ \d{4}$/u)
      expect((await browser.get('/sv/me')).text).toContain('Siljans Plåt stängs')
      expect((await browser.get(`${path}/seen`)).text).toContain('Företaget stängs')
    }
    expect(await liveIn(path)).toHaveLength(2)
    await db
      .update(companies)
      .set({ closesAt: new Date() })
      .where(eq(companies.id, idOf(path)))
    await scheduled()
    expect(await liveIn(path)).toEqual([])
    expect((await people[0]!.browser.get(`${path}/seen`)).status).toBe(404)
    expect((await people[0]!.browser.get('/sv/me')).text).not.toContain('Du är inte längre med')
  })

  test('of a company of one nothing lives on', async () => {
    const { path, code, ownerEmail } = await teamOf()
    await erase(ownerEmail)
    expect((await companyOf(path)).closedAt).toBeInstanceOf(Date)
    expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(404)
  })

  test('when another owner is there, nothing happens', async () => {
    const { path, ownerEmail, ownerId } = await teamOf('member', 'manager')
    const [member] = (await liveIn(path)).filter(({ role }) => role === 'member')
    await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.id, member!.id))
    await erase(ownerEmail)
    expect((await liveIn(path)).map(({ role }) => role)).toEqual(['owner', 'manager'])
    expect(ownerId).toBeTruthy()
    expect(
      await db
        .select()
        .from(companyEvents)
        .where(eq(companyEvents.company, idOf(path))),
    ).toEqual([])
  })
})

describe('the only owner', () => {
  test('who steps down or leaves is told why not, in words, on a page that can be opened again', async () => {
    const { owner, path, ownerId } = await teamOf('member')
    const down = await changeOwner(owner, path, ownerId, 'member')
    expect([down.status, down.text.includes('Ett företag har alltid en ägare')]).toEqual([409, true])
    expect((await owner.get(`${path}/members/${ownerId}`)).status).toBe(200)

    const leaving = await owner.post(`${path}/departure`, {})
    expect([leaving.status, leaving.text.includes('Gör någon annan till ägare')]).toEqual([409, true])
    const again = await owner.get(`${path}/departure`)
    expect(again.text).toContain('Gör någon annan till ägare')
    expect(again.text).not.toContain('<form class="form" method="post"')
  })

  test('an open session alone makes nobody an owner and unmakes none: not by a form, not by the interface for programs', async () => {
    const { owner, path, ownerEmail, people, ownerId } = await teamOf('member', 'member')
    const rest = (await liveIn(path)).filter(({ role }) => role === 'member')
    await changeOwner(owner, path, rest[0]!.id, 'owner')
    const before = await liveIn(path)
    for (const [member, role] of [
      [rest[1]!.id, 'owner'],
      [rest[0]!.id, 'member'],
      [ownerId, 'manager'],
    ] as const) {
      const page = `${path}/members/${member}`
      const asked = await owner.post(page, { role })
      expect(asked.location).toContain(`/members/${member}/ownership?role=${role}`)
      expect((await owner.get(asked.location!)).text).toContain('vem som äger företaget')
      const other = ownerId === member ? rest[0]!.id : ownerId
      const { code } = await codeMailTo(ownerEmail)
      expect((await owner.post(`${page}/ownership`, { role, code: otherThan(code) })).status).toBe(422)
      expect([303, 422]).toContain((await owner.post(`${path}/members/${other}/ownership`, { role, code })).status)
      expect((await owner.post(`${page}/ownership`, { role: 'boss', code })).status).toBe(422)
      expect((await new Browser().post(`${page}/ownership`, { role, code })).location).toContain('/sign-in')
      const program = await call(owner, 'PATCH', `/companies/${idOf(path)}/members/${member}`, { role })
      expect(program.status).toBe(403)
    }
    expect(await liveIn(path)).toEqual(before)
    expect((await people[1]!.browser.post(`${path}/members/${rest[0]!.id}/ownership`, { role: 'member' })).status).toBe(
      403,
    )
  })

  test('is saved as what they are already without a code, and without a word to anybody', async () => {
    const { owner, path, ownerEmail, ownerId } = await teamOf('member')
    const before = await mailTo(ownerEmail)
    const saved = await owner.post(`${path}/members/${ownerId}`, { role: 'owner' })
    expect([saved.status, saved.location]).toEqual([303, `${path}/members/${ownerId}?saved=1`])
    expect(await mailTo(ownerEmail)).toEqual(before)
  })

  test('who can be mailed no more codes is told so on the member’s page, and a role that moves no owner mails none', async () => {
    const { owner, path, ownerEmail } = await teamOf('member', 'member')
    const [one, other] = (await liveIn(path)).filter(({ role }) => role === 'member')
    const before = await mailTo(ownerEmail)
    const idle = await owner.post(`${path}/members/${one!.id}/ownership`, { role: 'manager' })
    expect([idle.location, await mailTo(ownerEmail)]).toEqual([`${path}/members/${one!.id}`, before])

    for (let n = 0; n < 5; n += 1) await owner.post(`${path}/members/${one!.id}`, { role: 'owner' })
    const refused = await owner.post(`${path}/members/${other!.id}`, { role: 'owner' })
    expect([refused.status, refused.text.includes('Det är för många koder nu')]).toEqual([429, true])
    expect(refused.text).toContain(other!.name)
  })

  test('who is made or unmade an owner is told by mail', async () => {
    const { owner, path, people } = await teamOf('member')
    const [member] = (await liveIn(path)).filter(({ role }) => role === 'member')
    await changeOwner(owner, path, member!.id, 'owner')
    expect((await mailTo(people[0]!.email))!.subject).toBe('Du är ägare av Siljans Plåt')
    await changeOwner(owner, path, member!.id, 'member')
    expect((await mailTo(people[0]!.email))!.subject).toBe('Du är inte längre ägare av Siljans Plåt')
  })

  test('whose owners change is told to every address of whoever does it', async () => {
    const { owner, path, ownerEmail } = await teamOf('member')
    const [member] = (await liveIn(path)).filter(({ role }) => role === 'member')
    await changeOwner(owner, path, member!.id, 'owner')
    const told = (await mailTo(ownerEmail))!
    expect(told.subject).toContain('ändrade ägare')
    expect(told.body).toContain(`${member!.name} är nu ägare`)
  })

  test('gives the company away by making somebody else an owner, and may then step down', async () => {
    const { owner, path, ownerId, people } = await teamOf('member')
    const [member] = (await liveIn(path)).filter(({ role }) => role === 'member')
    await changeOwner(owner, path, member!.id, 'owner')
    expect((await changeOwner(owner, path, ownerId, 'member')).status).toBe(303)
    expect((await owner.get(path)).status).toBe(404)
    expect((await people[0]!.browser.get(path)).status).toBe(200)
  })
})
