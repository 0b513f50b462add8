import { and, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { companies, earlierShares, invitations, memberships } from '../../worker/db/schema/companies.ts'
import { whatOn } from '../support/company-log.ts'
import { closeCompany } from '../support/closing.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { companyForm, join, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
const idOf = (path: string) => path.split('/').at(-1)!
const rowOf = async (path: string) =>
  (
    await db
      .select()
      .from(companies)
      .where(eq(companies.id, idOf(path)))
  )[0]!
const namesIn = async (path: string) =>
  (
    await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.company, idOf(path)), isNull(memberships.leftAt)))
      .orderBy(memberships.joinedAt)
  ).map(({ name }) => name)
const offersTo = (path: string) =>
  db
    .select()
    .from(invitations)
    .where(and(eq(invitations.company, idOf(path)), eq(invitations.kind, 'merge'), sql`membership is not null`))

/** Asks for a company to go into another; gives the way to the question. */
async function ask({ owner, path }: Team): Promise<string> {
  await owner.post(`${path}/merger`, {})
  return /\/sv\/mergers\/[0-9A-Z]{16}/.exec((await owner.get(`${path}/merger`)).text)![0]
}

async function merge(closing: Team, staying: Team): Promise<void> {
  const way = await ask(closing)
  const said = await staying.owner.post(way, { into: idOf(staying.path) })
  expect(said.location).toBe(`${staying.path}?merging=1`)
}

let old: Team
let other: Team
let amira: Browser
let amiraEmail: string

beforeEach(async () => {
  old = await startTeam({ name: 'Gamla Plåt' })
  other = await startTeam({ name: 'Nya Plåt' })
  amiraEmail = somebody('amira')
  amira = await signedIn(amiraEmail)
  await join(amira, old.code, { name: 'Amira Haddad' })
})

describe('a merger', () => {
  test('is asked by one owner and answered by the other, and moves nobody', async () => {
    const way = await ask(old)
    const page = await other.owner.get(way)
    expect(page.text).toContain('Gamla Plåt vill gå upp i ditt företag.')
    expect(page.text).not.toContain('Amira')
    await other.owner.post(way, { into: idOf(other.path) })

    expect((await rowOf(old.path)).mergedInto).toBe(idOf(other.path))
    expect(await namesIn(other.path)).toEqual(['Anders Öst'])
    expect(await namesIn(old.path)).toEqual(['Anders Öst', 'Amira Haddad'])
    expect((await mailTo(amiraEmail)).subject).toBe('Vill du följa med till Nya Plåt?')
    expect((await amira.get('/sv/me')).text).toContain('Gamla Plåt ska gå upp i Nya Plåt.')
    expect((await old.owner.get(`${old.path}/merger`)).text).toContain('Ni går upp i Nya Plåt.')
    // It was answered: the link leads nowhere, and nobody else's yes anywhere.
    expect((await other.owner.get(way)).status).toBe(404)
    const third = await startTeam()
    expect((await third.owner.post(way, { into: idOf(third.path) })).status).toBe(404)
    expect((await third.owner.post(way, { into: idOf(other.path) })).status).toBe(404)
  })

  test('that is taken back stands in the log of both, once, whether or not somebody had still to answer', async () => {
    const logOf = async ({ owner, path }: Team) =>
      whatOn(await owner.get(`${path}/log`)).filter((what) => what.includes('Tog tillbaka'))
    await merge(old, other)
    await old.owner.post(`${old.path}/merger/withdrawal`, {})
    await old.owner.post(`${old.path}/merger/withdrawal`, {})
    expect(await logOf(old)).toEqual(['Anders Öst: Tog tillbaka att företaget går upp i ett annat'])
    expect(await logOf(other)).toEqual([
      'någon utanför företaget: Tog tillbaka att ett annat företag går upp i det här',
    ])

    const alone = await startTeam({ name: 'Ensam Plåt' })
    await join(alone.owner, other.code, { name: 'Anders Öst' })
    await merge(alone, other)
    expect(await offersTo(other.path)).toHaveLength(2)
    await alone.owner.post(`${alone.path}/merger/withdrawal`, {})
    expect(await logOf(alone)).toEqual(['Anders Öst: Tog tillbaka att företaget går upp i ett annat'])
    expect(await logOf(other)).toHaveLength(2)

    await ask(alone)
    await alone.owner.post(`${alone.path}/merger/withdrawal`, {})
    expect((await logOf(alone))[0]).toBe('Anders Öst: Tog tillbaka sammanslagningen eller dess länk')
    expect(await logOf(other)).toHaveLength(2)
  })

  test('a yes makes a member, on the terms of the other, who shows earlier courses only by a tick', async () => {
    await answer(amira, lessonPath, 'nuts-promise', 'Löftet')
    await merge(old, other)
    const page = (await amira.get(`${other.path}/move`)).text
    expect(page).toContain('Gamla Plåt ska gå upp i Nya Plåt.')
    expect(page).toContain(`value="${course}"`)
    expect(page).toContain('value="Amira Haddad"')

    const unticked = await amira.post(`${other.path}/move`, { name: 'Amira', terms: '1' })
    expect(unticked.status).toBe(422)
    expect(unticked.text).toContain('id="accept-error"')
    const wrongTerms = await amira.post(`${other.path}/move`, { name: 'Amira', terms: '2', accept: 'yes' })
    expect(wrongTerms.status).toBe(422)
    expect(await namesIn(other.path)).toEqual(['Anders Öst'])

    const yes = { name: 'Amira H', terms: '1', accept: 'yes', earlier: [course] }
    expect((await amira.post(`${other.path}/move`, yes)).location).toBe(`${other.path}/seen?joined=1`)
    expect((await amira.post(`${other.path}/move`, yes)).location).toBe(`${other.path}/seen?joined=1`)
    expect((await amira.get(`${other.path}/move`)).location).toBe(`${other.path}/seen`)
    expect(await namesIn(other.path)).toEqual(['Anders Öst', 'Amira H'])
    expect(await namesIn(old.path)).toEqual(['Anders Öst', 'Amira Haddad'])
    const [member] = await db.select().from(memberships).where(eq(memberships.name, 'Amira H'))
    const shown = await db.select().from(earlierShares).where(eq(earlierShares.membership, member!.id))
    expect(shown.map((share) => share.course)).toEqual([course])
    expect((await amira.get('/sv/me')).text).not.toContain('ska gå upp i')
  })

  test('a no is told nobody, and can be a yes later; the offer outlives the closing', async () => {
    await merge(old, other)
    expect((await amira.post(`${other.path}/move/refusal`, {})).location).toBe('/sv/me')
    expect((await amira.get('/sv/me')).text).not.toContain('ska gå upp i')
    for (const browser of [old.owner, other.owner]) {
      expect((await browser.get(`${old.path}/merger`)).text).not.toContain('Amira')
    }
    await closeCompany(old.owner, old.path, 'Gamla Plåt')
    expect(await namesIn(old.path)).toEqual([])
    const yes = { name: 'Amira', terms: '1', accept: 'yes' }
    expect((await amira.post(`${other.path}/move`, yes)).status).toBe(303)
    expect(await namesIn(other.path)).toEqual(['Anders Öst', 'Amira'])
  })

  test('the offer is one person’s: a stranger, who left and who was removed have none; who joined later is asked at the closing', async () => {
    const bjorn = await signedIn()
    await join(bjorn, old.code, { name: 'Björn' })
    await merge(old, other)
    const cecilia = await signedIn()
    await join(cecilia, old.code, { name: 'Cecilia' })
    await bjorn.post(`${old.path}/departure`, {})
    const yes = { name: 'Någon', terms: '1', accept: 'yes' }
    for (const browser of [await signedIn(), bjorn, cecilia]) {
      expect((await browser.get(`${other.path}/move`)).status).toBe(404)
      expect((await browser.post(`${other.path}/move`, yes)).status).toBe(404)
      expect((await browser.post(`${other.path}/move/refusal`, {})).status).toBe(404)
    }
    // No code of a merger is one to join with.
    for (const { code } of await offersTo(other.path)) expect((await join(bjorn, code)).status).toBe(404)

    await closeCompany(old.owner, old.path, 'Gamla Plåt')
    expect((await cecilia.post(`${other.path}/move`, { ...yes, name: 'Cecilia' })).status).toBe(303)
    expect(await namesIn(other.path)).toEqual(['Anders Öst', 'Cecilia'])
  })

  test('who owns both asks nobody', async () => {
    const second = (await old.owner.post('/sv/companies/new', { ...companyForm, name: 'Tredje Plåt' })).location!
    const said = await old.owner.post(`${old.path}/merger`, { into: idOf(second) })
    expect(said.location).toBe(`${old.path}/merger`)
    expect((await rowOf(old.path)).mergedInto).toBe(idOf(second))
    expect(await offersTo(second)).toHaveLength(1)
  })

  test('is taken back while the company is open: offers end, and whoever moved stays', async () => {
    const bjorn = await signedIn()
    await join(bjorn, old.code, { name: 'Björn' })
    await merge(old, other)
    await bjorn.post(`${other.path}/move`, { name: 'Björn', terms: '1', accept: 'yes' })
    expect((await other.owner.post(`${old.path}/merger/withdrawal`, {})).status).toBe(404)
    expect((await old.owner.post(`${old.path}/merger/withdrawal`, {})).status).toBe(303)
    expect((await rowOf(old.path)).mergedInto).toBeNull()
    expect((await amira.get(`${other.path}/move`)).status).toBe(404)
    expect(await namesIn(other.path)).toEqual(['Anders Öst', 'Björn'])
    const way = await ask(old)
    await old.owner.post(`${old.path}/merger/withdrawal`, {})
    expect((await other.owner.get(way)).status).toBe(404)
  })
})

describe('what cannot be merged says why, and changes nothing', () => {
  test('A into B while B into A, also at once', async () => {
    const [there, back] = [await ask(old), await ask(other)]
    const answers = await Promise.all([
      other.owner.post(there, { into: idOf(other.path) }),
      old.owner.post(back, { into: idOf(old.path) }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(answers.find(({ status }) => status === 409)!.text).toContain('håller redan på att')
    const merged = [await rowOf(old.path), await rowOf(other.path)].filter(({ mergedInto }) => mergedInto !== null)
    expect(merged).toHaveLength(1)
  })

  test('one into two at once', async () => {
    const third = await startTeam({ name: 'Tredje' })
    const way = await ask(old)
    const answers = await Promise.all([other, third].map((team) => team.owner.post(way, { into: idOf(team.path) })))
    const statuses = answers.map(({ status }) => status).toSorted()
    expect(statuses[0]).toBe(303)
    expect([404, 409]).toContain(statuses[1])
    expect([...(await offersTo(other.path)), ...(await offersTo(third.path))]).toHaveLength(2)
  })

  test('a chain of three', async () => {
    await merge(old, other)
    const third = await startTeam({ name: 'Tredje' })
    const onward = await ask(other)
    const refused = await third.owner.post(onward, { into: idOf(third.path) })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('håller redan på att slås ihop')
    const inward = await ask(third)
    expect((await old.owner.post(inward, { into: idOf(old.path) })).status).toBe(409)
    expect((await rowOf(other.path)).mergedInto).toBeNull()
    expect((await rowOf(third.path)).mergedInto).toBeNull()
  })

  test('into a closed company, one that is not theirs, itself or none', async () => {
    const way = await ask(old)
    const second = (await other.owner.post('/sv/companies/new', { ...companyForm, name: 'Andra' })).location!
    await closeCompany(other.owner, second, 'Andra')
    for (const into of [idOf(second), idOf(old.path), 'gone', '']) {
      const refused = await other.owner.post(way, { into })
      expect(refused.status, into).toBe(409)
      expect(refused.text).toContain('Det går inte att slå ihop dem.')
    }
    // By rows alone: the target closes while the page is open.
    await db
      .update(companies)
      .set({ closedAt: new Date() })
      .where(eq(companies.id, idOf(other.path)))
    expect((await other.owner.post(way, { into: idOf(other.path) })).status).toBe(409)
    expect((await rowOf(old.path)).mergedInto).toBeNull()
    expect((await old.owner.post(`${old.path}/merger`, { into: idOf(other.path) })).status).toBe(409)
  })

  test('by somebody who does not own the company: a member, a manager, a stranger', async () => {
    const way = await ask(old)
    for (const role of ['member', 'manager'] as const) {
      await db
        .update(memberships)
        .set({ role })
        .where(and(eq(memberships.company, idOf(old.path)), eq(memberships.name, 'Amira Haddad')))
      expect((await amira.post(`${old.path}/merger`, {})).status).toBe(403)
      expect((await amira.get(`${old.path}/merger`)).status).toBe(404)
      expect((await amira.post(way, { into: idOf(old.path) })).status).toBe(409)
      expect((await amira.post(way, { into: idOf(other.path) })).status).toBe(409)
    }
    expect((await (await signedIn()).post(`${old.path}/merger`, {})).status).toBe(404)
    expect((await rowOf(old.path)).mergedInto).toBeNull()
  })
})
