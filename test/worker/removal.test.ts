import { and, desc, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { invitations, memberships } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { eraseAccount } from '../support/step-up.ts'
import { codeOn, join, makeTeam, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let amira: Browser
let email: string
let member: string

beforeEach(async () => {
  team = await startTeam()
  email = somebody()
  amira = await signedIn(email)
  await join(amira, team.code)
  const rows = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, team.path.split('/').at(-1)!))
  member = rows.find((row) => row.name === 'Amira Haddad')!.id
})

const people = () => `${team.path}/members`
const removal = () => `${team.path}/members/${member}/removal`
const restoration = () => `${team.path}/members/${member}/restoration`
const subjects = async () =>
  (
    await db
      .select()
      .from(mails)
      .where(eq(mails.recipient, email))
      .orderBy(desc(mails.createdAt), desc(sql`rowid`))
  ).map(({ subject }) => subject)
const dayMs = 24 * 3_600_000
const hoursPass = (hours: number) =>
  db.run(sql`update memberships set left_at = left_at - ${hours * 3_600_000} where id = ${member}`)

describe('removing a member', () => {
  test('asks first on a page of its own, which changes nothing', async () => {
    const list = await team.owner.get(people())
    expect(list.text).toContain(`href="${team.path}/members/${member}"`)
    expect(list.text).not.toContain('value="remove"')
    const page = await team.owner.get(`${team.path}/members/${member}`)
    expect(page.text).toContain(`href="${removal()}"`)
    const asked = await team.owner.get(removal())
    expect(asked.text).toContain('Ta bort Amira Haddad?')
    expect((await amira.get(`${team.path}/seen`)).status).toBe(200)
  })

  test('tells the person by mail and on their own page; the company sees nothing more', async () => {
    expect((await team.owner.post(removal(), {})).location).toBe(people())
    expect((await subjects())[0]).toBe('Du är inte längre med i Siljans Plåt')
    expect((await amira.get('/sv/me')).text).toContain('Du är inte längre med i Siljans Plåt')
    expect((await amira.get('/en/me')).text).toContain('You are no longer a member of Siljans Plåt')
    expect((await amira.get(`${team.path}/seen`)).status).toBe(404)
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toBeUndefined()
  })

  test('pressed twice it happens once, and one mail goes', async () => {
    const pressed = await Promise.all([team.owner.post(removal(), {}), team.owner.post(removal(), {})])
    expect(pressed.map(({ status }) => status).filter((status) => status === 303).length).toBeGreaterThan(0)
    expect((await subjects()).filter((subject) => subject.includes('inte längre med'))).toHaveLength(1)
  })

  test('pressed three times renews the link once; at the limit of the day it ends the old one without a new', async () => {
    const company = team.path.split('/').at(-1)!
    const links = () => db.select().from(invitations).where(eq(invitations.company, company))
    const before = (await links()).length
    for (let press = 0; press < 3; press += 1) await team.owner.post(removal(), { link: 'yes' })
    expect(await links()).toHaveLength(before + 1)

    const full = await startTeam()
    const bo = await signedIn()
    await join(bo, full.code, { name: 'Bo' })
    const id = full.path.split('/').at(-1)!
    const [made] = await db.select().from(invitations).where(eq(invitations.company, id))
    await db
      .insert(invitations)
      .values(
        Array.from({ length: 100 }, (_, n) => ({ ...made!, code: `${id.slice(0, 12)}${n}`, revokedAt: new Date() })),
      )
    const [row] = await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.company, id), eq(memberships.name, 'Bo')))
    await full.owner.post(`${full.path}/members/${row!.id}/removal`, { link: 'yes' })
    expect((await bo.get(`/sv/join/${full.code}`)).status).toBe(404)
  })

  test('offers a new link in the same step; kept, the old one still admits', async () => {
    expect((await team.owner.get(removal())).text).toMatch(/<input[^>]*name="link"[^>]*checked/)
    await team.owner.post(removal(), { link: 'yes' })
    expect((await amira.get(`/sv/join/${team.code}`)).status).toBe(404)
    expect(codeOn(await team.owner.get(`${team.path}/invitations`))).not.toBe(team.code)

    const kept = await startTeam()
    const bo = await signedIn()
    await join(bo, kept.code, { name: 'Bo' })
    const [row] = await db
      .select()
      .from(memberships)
      .where(eq(memberships.name, 'Bo'))
      .orderBy(desc(memberships.joinedAt))
    await kept.owner.post(`${kept.path}/members/${row!.id}/removal`, {})
    expect((await bo.get(`/sv/join/${kept.code}`)).status).toBe(200)
  })

  test('ends the single codes that the removed had made, as does another role that runs nothing', async () => {
    await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, member))
    const single = async () =>
      (await amira.post(`${team.path}/invitations`, { for: 'one' })).location!.split('/').at(-1)!
    const first = await single()
    await team.owner.post(`${team.path}/members/${member}`, { role: 'member' })
    expect((await amira.get(`/sv/join/${first}`)).status).toBe(404)

    await team.owner.post(`${team.path}/members/${member}`, { role: 'manager' })
    const second = await single()
    expect((await new Browser().get(`/sv/join/${second}`)).status).toBe(200)
    await team.owner.post(removal(), { link: 'yes' })
    expect((await join(amira, second)).status).toBe(404)
  })

  test.for(['leaves', 'erases the account'])('a single code ends also when whoever made it %s', async (how) => {
    await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, member))
    const single = (await amira.post(`${team.path}/invitations`, { for: 'one' })).location!.split('/').at(-1)!
    expect((await new Browser().get(`/sv/join/${single}`)).status).toBe(200)
    if (how === 'leaves') await amira.post(`${team.path}/departure`, {})
    else await eraseAccount(amira)
    expect((await new Browser().get(`/sv/join/${single}`)).status).toBe(404)
  })

  test('of an owner, or of oneself, is not offered, and says why', async () => {
    const [own] = await db
      .select()
      .from(memberships)
      .where(sql`company = ${team.path.split('/').at(-1)!} and role = 'owner'`)
    const yourself = await team.owner.post(`${team.path}/members/${own!.id}/removal`, {})
    expect([yourself.status, yourself.text.includes('Dig själv tar du inte bort')]).toEqual([409, true])
    await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.id, member))
    const refused = await team.owner.post(removal(), {})
    expect([refused.status, refused.text.includes('En ägare kan inte tas bort')]).toEqual([409, true])
    expect((await team.owner.get(removal())).text).not.toContain('<form class="form" method="post"')
  })
})

describe('undoing a removal', () => {
  test('within a day puts everything back as it was, and the person is told', async () => {
    await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
    await db.run(sql`update memberships set joined_at = joined_at - ${2 * dayMs} where id = ${member}`)
    await db.run(sql`update course_starts set at = at - ${dayMs}, last_at = last_at - ${dayMs}
      where learner = (select learner from memberships where id = ${member})`)
    const before = rowOf(await team.owner.get(team.path), 'Amira')
    expect(before).toContain('Pågår')
    await team.owner.post(removal(), {})
    await hoursPass(23)
    expect((await team.owner.get(people())).text).toContain(`action="${restoration()}"`)

    const undone = await team.owner.post(restoration(), {})
    const page = await team.owner.get(undone.location!)
    expect(page.text).toContain('Amira Haddad är med igen')
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toBe(before)
    expect((await subjects())[0]).toBe('Du är med i Siljans Plåt igen')
    expect((await amira.get('/sv/me')).text).not.toContain('Du är inte längre med')
    expect((await team.owner.post(restoration(), {})).location).toBe(undone.location)
    expect((await team.owner.send(`/api/v1${restoration().slice('/sv'.length)}`, { method: 'POST' })).status).toBe(204)
  })

  test('is over once the removed came back, also when they have left again since', async () => {
    await team.owner.post(removal(), {})
    await join(amira, team.code)
    await amira.post(`${team.path}/departure`, {})
    expect((await team.owner.get(people())).text).not.toContain('/restoration')
    expect((await team.owner.post(restoration(), {})).status).toBe(409)
    expect((await amira.get(`${team.path}/seen`)).status).toBe(404)
  })

  test('after a day is not offered and not possible', async () => {
    await team.owner.post(removal(), {})
    await hoursPass(25)
    expect((await team.owner.get(people())).text).not.toContain('/restoration')
    expect((await team.owner.post(restoration(), {})).status).toBe(409)
    expect((await amira.get(`${team.path}/seen`)).status).toBe(404)
  })

  test('of a manager is an owner’s, or for the manager who removed them; of anybody else also any manager’s', async () => {
    const company = team.path.split('/').at(-1)!
    const karin = await signedIn(somebody())
    await join(karin, team.code, { name: 'Karin Ås' })
    const setRole = (name: string, role: 'manager' | 'member') =>
      db
        .update(memberships)
        .set({ role })
        .where(and(eq(memberships.company, company), eq(memberships.name, name)))
    await setRole('Karin Ås', 'manager')
    await setRole('Amira Haddad', 'manager')

    await team.owner.post(removal(), {})
    expect((await karin.get(people())).text).not.toContain('/restoration')
    expect((await karin.post(restoration(), {})).status).toBe(403)
    expect(
      (await karin.send(`/api/v1/companies/${company}/members/${member}/restoration`, { method: 'POST' })).status,
    ).toBe(404)
    expect((await amira.get(people())).status).toBe(404)
    expect((await team.owner.get(people())).text).toContain('/restoration')
    expect((await team.owner.post(restoration(), {})).status).toBe(303)
    expect((await amira.get(people())).status).toBe(200)

    await karin.post(removal(), {})
    expect((await karin.get(people())).text).toContain('/restoration')
    expect((await karin.post(restoration(), {})).status).toBe(303)

    await setRole('Amira Haddad', 'member')
    await team.owner.post(removal(), {})
    expect((await karin.post(restoration(), {})).status).toBe(303)
    expect((await amira.get(`${team.path}/seen`)).status).toBe(200)
  })

  test('of who runs a team is not any manager’s either, who cannot make one', async () => {
    const company = team.path.split('/').at(-1)!
    const karin = await signedIn(somebody())
    await join(karin, team.code, { name: 'Karin Ås' })
    await db
      .update(memberships)
      .set({ role: 'manager' })
      .where(and(eq(memberships.company, company), eq(memberships.name, 'Karin Ås')))
    const part = await makeTeam(team.owner, team.path)
    await team.owner.post(`${team.path}/members/${member}`, { role: 'team-manager', runs: [part] })
    expect((await amira.get(team.path)).status).toBe(200)

    await team.owner.post(removal(), {})
    expect((await karin.get(people())).text).not.toContain('/restoration')
    expect((await karin.post(restoration(), {})).status).toBe(403)
    expect((await team.owner.post(restoration(), {})).status).toBe(303)
    expect((await amira.get(team.path)).status).toBe(200)
  })

  test('is not for whoever left on their own, nor a second stay for whoever came back', async () => {
    await amira.post(`${team.path}/departure`, {})
    expect((await team.owner.post(restoration(), {})).status).toBe(404)

    await join(amira, team.code)
    const [again] = await db
      .select()
      .from(memberships)
      .where(sql`company = ${team.path.split('/').at(-1)!} and left_at is null and name = 'Amira Haddad'`)
    member = again!.id
    await team.owner.post(removal(), {})
    await join(amira, team.code)
    expect((await team.owner.get(people())).text).not.toContain('/restoration')
    expect((await team.owner.post(restoration(), {})).status).toBe(409)
    expect((await amira.get('/sv/me')).text).not.toContain('Du är inte längre med')
  })
})
