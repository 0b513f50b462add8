import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { nameKey } from '../../worker/companies/name-key.ts'
import { auditEntries, memberships } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let company: string
let amira: Browser
let email: string

async function start(): Promise<void> {
  team = await startTeam()
  company = team.path.split('/').at(-1)!
  email = somebody()
  amira = await signedIn(email)
  await join(amira, team.code)
}

const membership = async () =>
  (
    await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.company, company), eq(memberships.name, 'Amira Haddad'), isNull(memberships.leftAt)))
  )[0]!

describe('a name', () => {
  beforeEach(start)

  const page = async () => `${team.path}/members/${(await membership()).id}`
  const corrected = { team: '', newTeam: '' }

  test('corrected by whoever runs the company is told to its bearer, who puts it back', async () => {
    const path = await page()
    const { id } = await membership()
    await team.owner.post(path, { ...corrected, name: 'Amira Hadad' })
    const [row] = await db.select().from(memberships).where(eq(memberships.id, id))
    expect(row).toMatchObject({ name: 'Amira Hadad', nameKey: nameKey('Amira Hadad'), ownName: 'Amira Haddad' })
    expect([row!.namedBy === null, row!.namedAt === null]).toEqual([false, false])
    const [mail] = await db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, email), eq(mails.kind, 'name-corrected')))
    expect(mail!.subject).toBe('Ditt namn i Siljans Plåt är rättat')

    await team.owner.post(path, { ...corrected, name: 'Amira Haddat' })
    const [again] = await db.select().from(memberships).where(eq(memberships.id, id))
    expect(again!.ownName).toBe('Amira Haddad')
    const own = await amira.get(`${team.path}/name`)
    expect(own.text).toContain('Du skrev ”Amira Haddad”. Nu står det ”Amira Haddat”.')
    expect((await amira.post(`${team.path}/name`, { putBack: '1' })).location).toBe(`${team.path}/seen`)
    expect(await membership()).toMatchObject({ ownName: null, namedBy: null, namedAt: null, nameKey: 'amira haddad' })
    const sent = await db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, email), eq(mails.kind, 'name-corrected')))
    expect(sent).toHaveLength(1)
    const log = await db.select().from(auditEntries).where(eq(auditEntries.company, company))
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['name-corrected', 'name-put-back']))
    expect(JSON.stringify(log)).not.toContain('Amira')
  })

  test('that breaks the one rule goes back to its field, with what was typed', async () => {
    for (const name of ['', '123', 'å'.repeat(81), 'A\u202Eb']) {
      const back = await team.owner.post(await page(), { ...corrected, name, onBehalf: 'yes' })
      expect([back.status, back.text.includes('id="name-error"')]).toEqual([422, true])
      expect(/<input[^>]*name="onBehalf"[^>]*>/.exec(back.text)![0]).toContain('checked')
      expect((await amira.post(`${team.path}/name`, { name })).status).toBe(422)
    }
    expect((await membership()).ownName).toBeNull()
  })

  test('is changed by its bearer, in this company alone, and by no stranger', async () => {
    await amira.post(`${team.path}/name`, { name: 'Amira Öst' })
    expect(rowOf(await team.owner.get(team.path), 'Amira Öst')).toBeDefined()
    expect((await (await signedIn()).post(`${team.path}/name`, { name: 'Ingen' })).status).toBe(404)
  })
})

describe('a page that was open when a role ended', () => {
  beforeEach(start)

  test('changes nothing more, and says so', async () => {
    const own = await membership()
    const bo = await signedIn()
    await join(bo, team.code, { name: 'Bo Ek' })
    const members = await db.select().from(memberships).where(eq(memberships.company, company))
    const his = members.find(({ name }) => name === 'Bo Ek')!
    await team.owner.post(`${team.path}/members/${own.id}`, { role: 'manager' })
    expect((await amira.get(`${team.path}/members/${his.id}`)).text).toContain('name="newTeam"')
    await team.owner.post(`${team.path}/members/${own.id}`, { role: 'member' })

    const before = await db.select().from(memberships).where(eq(memberships.company, company))
    for (const [path, fields] of [
      [`members/${his.id}`, { name: 'Bosse', team: '', newTeam: 'Nytt', onBehalf: 'yes' }],
      [`members/${his.id}/removal`, { link: 'yes' }],
      ['teams', { name: 'Nytt' }],
      ['invitations', { for: 'team' }],
    ] as const) {
      const answered = await amira.post(`${team.path}/${path}`, fields)
      expect([path, answered.status]).toEqual([path, 403])
      expect(answered.text).toContain('Inget är ändrat.')
      expect(answered.text).toContain('Din roll nu: Medarbetare.')
    }
    expect(await db.select().from(memberships).where(eq(memberships.company, company))).toEqual(before)
    expect(await db.all(sql`select * from teams where company = ${company}`)).toEqual([])
  })
})
