import { and, eq, isNull, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { auditEntries, companies, invitations, memberships } from '../../worker/db/schema/companies.ts'
import { readSettings } from '../../worker/env.ts'
import { runScheduled } from '../../worker/scheduled.ts'
import { closeCompany } from '../support/closing.ts'
import { mailTo, mailsTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { changeOwner } from '../support/step-up.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

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
  )[0]
const liveIn = (path: string) =>
  db
    .select()
    .from(memberships)
    .where(and(eq(memberships.company, idOf(path)), isNull(memberships.leftAt)))
    .orderBy(memberships.joinedAt)
const actionsOf = async (path: string) =>
  (
    await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.company, idOf(path)))
  )
    .map(({ action }) => action)
    .filter((action) => /^company-(closed|reopened)/.test(action))
const scheduled = (now = new Date()) => runScheduled({ openDb: db, settings, bindings: bindings(), now })

async function teamWith(...names: string[]) {
  const team = await startTeam()
  const people = []
  for (const name of names) {
    const email = somebody(name.toLowerCase())
    const browser = await signedIn(email)
    await join(browser, team.code, { name })
    people.push({ email, browser, name })
  }
  const [owner] = await db
    .select({ email: users.email, member: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.learner))
    .where(and(eq(memberships.company, idOf(team.path)), eq(memberships.role, 'owner')))
  return { ...team, people, ownerEmail: owner!.email }
}

describe('an owner closes a company', () => {
  test('and everybody leaves at once, is told, and finds it on their page; no code leads in', async () => {
    const { owner, path, code, people, ownerEmail } = await teamWith('Amira', 'Bjorn')
    expect((await owner.get(`${path}/closing`)).text).toContain('3 personer lämnar på en gång')
    const closed = await closeCompany(owner, path)
    expect(closed.location).toBe(`${path}/reopening`)

    expect(await liveIn(path)).toEqual([])
    expect((await companyOf(path))!.reopenUntil!.getTime()).toBeGreaterThan(Date.now() + 29 * day)
    for (const email of [ownerEmail, ...people.map((person) => person.email)]) {
      expect((await mailTo(email)).subject).toBe('Siljans Plåt är stängt')
    }
    const [amira] = people
    expect((await amira!.browser.get('/sv/me')).text).toContain('Siljans Plåt är stängt.')
    for (const page of ['', '/seen', '/settings', '/closing', '/reopening']) {
      expect((await amira!.browser.get(`${path}${page}`)).status, page).toBe(404)
    }
    expect((await join(await signedIn(), code)).status).toBe(404)
    expect((await owner.get('/sv/companies?all')).text).toContain('Går att öppna igen till och med')
    expect(await actionsOf(path)).toEqual(['company-closed'])
  })

  test('by its name and a code of their own: neither a wrong name nor a wrong code, nor another’s code, closes it', async () => {
    const { owner, path } = await teamWith('Amira')
    const other = await startTeam({ name: 'Annat' })
    const unnamed = await owner.post(`${path}/closing`, { company: 'Siljans' })
    expect(unnamed.status).toBe(422)
    expect(unnamed.text).toContain('id="company-error"')
    expect(unnamed.text).toContain('value="Siljans"')

    const asked = await owner.post(`${path}/closing`, { company: ' siljans  plåt ' })
    const to = new URL(asked.location!, 'http://navet.example').searchParams.get('to')!
    const { code } = await mailTo(to)
    const wrong = await owner.post(`${path}/closing/code`, { code: code === '111111' ? '222222' : '111111', to })
    expect(wrong.status).toBe(422)
    expect((await other.owner.post(`${path}/closing/code`, { code })).status).toBe(404)
    expect((await other.owner.post(`${other.path}/closing/code`, { code })).status).toBe(422)
    expect((await companyOf(path))!.closedAt).toBeNull()
    expect((await owner.post(`${path}/closing/code`, { code, to })).status).toBe(303)
    expect((await owner.post(`${path}/closing/code`, { code, to })).location).toBe(`${path}/reopening`)
    expect(await actionsOf(path)).toEqual(['company-closed'])
  })

  test('and nobody else does: a manager, a member, a stranger', async () => {
    const { path, people } = await teamWith('Amira')
    const [amira] = people
    for (const role of ['member', 'manager'] as const) {
      await db
        .update(memberships)
        .set({ role })
        .where(and(eq(memberships.company, idOf(path)), eq(memberships.name, 'Amira')))
      expect((await amira!.browser.post(`${path}/closing`, { company: 'Siljans Plåt' })).status).toBe(403)
      expect((await amira!.browser.get(`${path}/closing`)).status).toBe(404)
    }
    expect((await (await signedIn()).post(`${path}/closing`, { company: 'Siljans Plåt' })).status).toBe(404)
    expect((await companyOf(path))!.closedAt).toBeNull()
    expect((await (await signedIn()).get(`${path}/closing`)).status).toBe(404)
    expect((await new Browser().get(`${path}/closing`)).status).toBe(303)
  })

  test('a company of one says so, and tells nobody that others leave', async () => {
    const { owner, path } = await startTeam()
    const page = (await owner.get(`${path}/closing`)).text
    expect(page).toContain('Du är ensam i företaget.')
    expect(page).not.toContain('personer')
  })
})

describe('a closed company', () => {
  test('is opened again by a former owner: who belonged to it does, with role and terms; who had left does not', async () => {
    const { owner, path, code, people, ownerEmail } = await teamWith('Amira', 'Bjorn', 'Cecilia')
    const [, bjorn, cecilia] = people
    await cecilia!.browser.post(`${path}/departure`, {})
    const [, , bjornRow] = await liveIn(path)
    await changeOwner(owner, path, bjornRow!.id, 'owner')
    const before = (await liveIn(path)).map(({ id, role, termsVersion }) => ({ id, role, termsVersion }))
    await closeCompany(owner, path)
    await closeCompany(owner, path)

    expect((await bjorn!.browser.post(`${path}/reopening`, {})).location).toBe(path)
    expect((await liveIn(path)).map(({ id, role, termsVersion }) => ({ id, role, termsVersion }))).toEqual(before)
    expect((await companyOf(path))!).toMatchObject({ closedAt: null, reopenUntil: null })
    expect((await owner.get(path)).status).toBe(200)
    expect((await cecilia!.browser.get(`${path}/seen`)).status).toBe(404)
    expect((await mailsTo(cecilia!.email)).some(({ subject }) => subject.includes('öppet'))).toBe(false)
    expect((await mailTo(ownerEmail)).subject).toBe('Siljans Plåt är öppet igen')
    // What ended stays ended.
    expect((await join(await signedIn(), code)).status).toBe(404)
    expect(await actionsOf(path)).toEqual(['company-closed', 'company-reopened'])

    // A second press changes nothing, and it can be closed and opened again.
    expect((await owner.post(`${path}/reopening`, {})).location).toBe(path)
    expect((await owner.get(`${path}/reopening`)).location).toBe(path)
    expect((await closeCompany(owner, path)).location).toBe(`${path}/reopening`)
    expect((await owner.post(`${path}/reopening`, {})).status).toBe(303)
    expect(await liveIn(path)).toHaveLength(3)
  })

  test('two owners who open it at once open it once', async () => {
    const { owner, path, people } = await teamWith('Amira')
    const [, amiraRow] = await liveIn(path)
    await changeOwner(owner, path, amiraRow!.id, 'owner')
    await closeCompany(owner, path)
    const answers = await Promise.all([
      owner.post(`${path}/reopening`, {}),
      people[0]!.browser.post(`${path}/reopening`, {}),
    ])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await actionsOf(path)).toEqual(['company-closed', 'company-reopened'])
    expect((await liveIn(path)).map(({ role }) => role)).toEqual(['owner', 'owner'])
  })

  test('is not opened by a former manager, member or stranger, nor by who owned it earlier', async () => {
    const { owner, path, people } = await teamWith('Amira', 'Mona')
    const [amira, mona] = people
    const [ownerRow, amiraRow, monaRow] = await liveIn(path)
    await db.update(memberships).set({ role: 'manager' }).where(eq(memberships.id, monaRow!.id))
    await changeOwner(owner, path, amiraRow!.id, 'owner')
    await changeOwner(amira!.browser, path, ownerRow!.id, 'member')
    await closeCompany(amira!.browser, path)
    for (const browser of [owner, mona!.browser, await signedIn()]) {
      expect((await browser.post(`${path}/reopening`, {})).status).toBe(404)
    }
    expect((await companyOf(path))!.closedAt).not.toBeNull()
  })

  test('whose last member left was closed by nobody’s press, and is opened by nobody', async () => {
    const { owner, path } = await startTeam()
    await owner.post(`${path}/departure`, {})
    expect((await owner.get(`${path}/reopening`)).status).toBe(404)
    expect((await owner.post(`${path}/reopening`, {})).status).toBe(404)
  })

  test('keeps everything for 30 days, then its log alone, for 24 months', async () => {
    const { owner, path, people } = await teamWith('Amira')
    await owner.post(`${path}/contact`, { contactName: 'Karin', contactReach: '0243-123 45' })
    await closeCompany(owner, path)
    const id = idOf(path)
    await db.run(
      sql`insert into teams (id, company, name, name_key, created_at) values (${`t-${id}`}, ${id}, 'Svets', 'svets', 1)`,
    )
    const rowsOf = async () => ({
      members: (await db.select().from(memberships).where(eq(memberships.company, id))).map(({ role }) => role),
      codes: (await db.select().from(invitations).where(eq(invitations.company, id))).length,
      teams: (await db.all(sql`select 1 from teams where company = ${id}`)).length,
      contact: (await companyOf(path))?.contactName,
    })
    await scheduled(new Date(Date.now() + 29 * day))
    expect(await rowsOf()).toMatchObject({ members: ['owner', 'member'], teams: 1, contact: 'Karin' })

    await db.update(companies).set({ reopenUntil: new Date() }).where(eq(companies.id, id))
    expect((await owner.post(`${path}/reopening`, {})).status).toBe(409)
    await scheduled()
    expect(await rowsOf()).toEqual({ members: ['owner'], codes: 0, teams: 0, contact: null })
    expect((await owner.get(`${path}/reopening`)).text).toContain('går inte att öppna igen')
    expect((await people[0]!.browser.get('/sv/me')).status).toBe(200)
    expect(await actionsOf(path)).toEqual(['company-closed'])

    // It goes with its last entry, and not before.
    const old = { closedAt: new Date(Date.now() - 25 * 31 * day), reopenUntil: null }
    await db.update(companies).set(old).where(eq(companies.id, id))
    const row = (await companyOf(path))!
    await db.insert(companies).values({ ...row, id: `old-${id}` })
    await scheduled()
    expect(await companyOf(path)).toBeDefined()
    expect(await companyOf(`/old-${id}`)).toBeUndefined()
  })
})
