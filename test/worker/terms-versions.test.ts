import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { sharedOf, type Version } from '../../worker/companies/terms/rules.ts'
import { auditEntries, memberships, terms } from '../../worker/db/schema/companies.ts'
import { mails } from '../../worker/db/schema/mail.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())
const other = 'all-types'
let team: Team
let company: string
let amira: Browser
let email: string

async function start(share: Record<string, string>): Promise<void> {
  team = await startTeam(share)
  company = team.path.split('/').at(-1)!
  email = somebody()
  amira = await signedIn(email)
  await join(amira, team.code)
  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
}

const change = (version: number, courses: string[] | 'all') =>
  team.owner.post(
    `${team.path}/terms`,
    courses === 'all' ? { share: 'all', version: `${version}` } : { share: 'some', courses, version: `${version}` },
  )
const says = (person: Browser, version: number, reply: 'yes' | 'no') =>
  person.post(`${team.path}/terms/answer`, { version: `${version}`, answer: reply })
const cell = async () => {
  const row = rowOf(await team.owner.get(team.path), 'Amira')!
  return row.includes('Pågår') ? 'way' : row.match(/Delas inte/g)?.length === 2 ? 'hidden' : 'none'
}
const mailed = async (to = email) =>
  (
    await db
      .select()
      .from(mails)
      .where(and(eq(mails.recipient, to), eq(mails.kind, 'terms')))
  ).length
const membership = async () =>
  (
    await db
      .select()
      .from(memberships)
      .where(and(eq(memberships.company, company), eq(memberships.name, 'Amira Haddad'), isNull(memberships.leftAt)))
  )[0]!

describe('wider terms', () => {
  beforeEach(() => start({ share: 'some', courses: other }))

  test('hold for nobody before their yes: not on the team page, not by the interface for programs', async () => {
    expect((await change(1, [other, course])).location).toBe(`${team.path}/terms?made=1`)
    expect(await cell()).toBe('none')
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toContain('Delas inte')
    const { json } = await call(team.owner, 'GET', `/companies/${company}/members`)
    const hers = json.members.find(({ name }: { name: string }) => name.startsWith('Amira'))
    expect(hers.courses.find((each: { course: string }) => each.course === course).state).toBe('hidden')

    expect((await says(amira, 2, 'yes')).location).toBe(`${team.path}/seen?terms=yes#terms`)
    expect(await cell()).toBe('way')
    expect(await membership()).toMatchObject({ termsVersion: 2, declinedTerms: null })
  })

  test('are told by mail and on the own page, with what they would show, and a yes and a no of equal weight', async () => {
    await change(1, 'all')
    expect(await mailed()).toBe(1)
    expect((await amira.get('/sv/me')).text).toContain('Siljans Plåt vill se fler kurser.')
    const seen = await amira.get(`${team.path}/seen`)
    expect(seen.text).toContain('Alla kurser i Navet, även de som kommer senare.')
    const buttons = [...seen.text.matchAll(/<button class="([^"]*)" name="answer" value="(\w+)"/g)]
    expect(buttons.map(([, look, value]) => [look, value])).toEqual([
      ['button button--plain', 'yes'],
      ['button button--plain', 'no'],
    ])
    expect(seen.text.toLowerCase()).not.toContain('samtycke')
  })

  test('that somebody said no to are not asked about again, show nothing, and can be accepted later', async () => {
    await change(1, 'all')
    expect((await says(amira, 2, 'no')).location).toBe(`${team.path}/seen?terms=no#terms`)
    expect(await cell()).toBe('none')
    expect((await amira.get('/sv/me')).text).not.toContain('vill se fler kurser')
    const seen = await amira.get(`${team.path}/seen`)
    expect(seen.text).toContain('Du sa nej till version 2')
    const page = await team.owner.get(`${team.path}/terms`)
    expect(page.text).toContain('1 av 2 har sagt ja.')
    const log = await db.select().from(auditEntries).where(eq(auditEntries.company, company))
    expect(log.map(({ action }) => action)).not.toContain('terms-declined')

    await says(amira, 2, 'yes')
    expect(await cell()).toBe('way')
    expect((await team.owner.get(`${team.path}/terms`)).text).toContain('Alla har sagt ja.')
  })

  test('hold at once for the owner who makes them, who is mailed nothing', async () => {
    const made = await change(1, 'all')
    expect((await team.owner.get(made.location!)).text).toContain('Version 2 är gjord.')
    expect((await team.owner.get(`${team.path}/seen`)).text).toContain('Version 2 av villkoren gäller för dig')
    expect((await team.owner.get('/sv/me')).text).not.toContain('vill se fler kurser')
  })

  test('are what somebody new joins by', async () => {
    await change(1, 'all')
    const bo = await signedIn()
    expect((await bo.get(`/sv/join/${team.code}`)).text).toContain('name="terms" value="2"')
    await join(bo, team.code, { name: 'Bo Ek' })
    expect((await bo.get(`${team.path}/seen`)).text).not.toContain('Ja, visa dem')
  })

  test('are answered by a member, for the newest version, and once', async () => {
    await change(1, [other, course])
    await change(2, 'all')
    expect((await says(amira, 2, 'yes')).location).toContain('terms=newer')
    expect((await membership()).termsVersion).toBe(1)
    for (const version of ['99', '-1', '0'])
      expect((await says(amira, Number(version), 'yes')).location).toContain('newer')
    await Promise.all([says(amira, 3, 'yes'), says(amira, 3, 'yes')])
    const accepted = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.company, company), eq(auditEntries.action, 'terms-accepted')))
    expect(accepted.map(({ facts, isDayOnly }) => [facts, isDayOnly])).toEqual([[{ version: 3 }, true]])
    expect((await says(await signedIn(), 3, 'yes')).status).toBe(404)
    expect((await amira.post(`${team.path}/terms/answer`, { version: '3', answer: 'perhaps' })).status).toBe(422)
  })
})

describe('narrower terms', () => {
  beforeEach(() => start({ share: 'all' }))

  test('hold at once for everybody, and ask nobody', async () => {
    expect(await cell()).toBe('way')
    await change(1, [other])
    expect(await cell()).toBe('none')
    expect(rowOf(await amira.get(`${team.path}/seen`), 'Amira')).toContain('Delas inte')
    expect(await mailed()).toBe(0)
    expect((await amira.get(`${team.path}/seen`)).text).not.toContain('Ja, visa dem')
    expect((await team.owner.get(`${team.path}/terms`)).text).toContain('Alla har sagt ja.')
    const { json } = await call(amira, 'GET', '/companies')
    expect(json.companies.find(({ id }: { id: string }) => id === company).terms).toEqual([other])
  })

  test('widened again need a yes, though the first yes was to as much', async () => {
    await change(1, [other])
    await change(2, 'all')
    expect(await cell()).toBe('none')
    expect(await mailed()).toBe(1)
    await says(amira, 3, 'yes')
    expect(await cell()).toBe('way')
  })

  test('that also add something take away at once and add after the yes', async () => {
    await change(1, [course])
    await change(2, [other])
    expect(await cell()).toBe('hidden')
    await says(amira, 3, 'yes')
    expect(await cell()).toBe('none')
  })
})

describe('the page of the terms', () => {
  beforeEach(() => start({ share: 'some', courses: course }))

  test('is one round trip, and the owner’s alone', async () => {
    expect((await team.owner.get(`${team.path}/terms`)).trips).toBe(1)
    expect((await amira.get(`${team.path}/terms`)).status).toBe(404)
    await db
      .update(memberships)
      .set({ role: 'manager' })
      .where(eq(memberships.id, (await membership()).id))
    expect((await amira.get(`${team.path}/terms`)).status).toBe(404)
    expect((await amira.post(`${team.path}/terms`, { share: 'all', version: '1' })).status).toBe(403)
    expect(await versions()).toHaveLength(1)
  })

  test('the same choice makes no version; a choice of none or of two things comes back', async () => {
    expect((await change(1, [course])).location).toBe(`${team.path}/terms?same=1`)
    for (const fields of [
      {},
      { share: 'some' },
      { share: 'all', courses: course },
      { share: 'some', courses: 'gone' },
    ]) {
      const back = await team.owner.post(`${team.path}/terms`, { version: '1', ...fields })
      expect([back.status, back.text.includes('id="courses-error"')]).toEqual([422, true])
    }
    expect(await versions()).toHaveLength(1)
  })

  test('two owners at once make one version, and the other is told', async () => {
    const both = await Promise.all([change(1, 'all'), change(1, [other])])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(both.find(({ status }) => status === 409)!.text).toContain('Någon annan gjorde en ny version nyss')
    expect(await versions()).toHaveLength(2)
  })

  test('ten versions in a day are enough', async () => {
    for (let version = 1; version < 10; version += 1) await change(version, version % 2 ? 'all' : [course])
    const refused = await change(10, [course])
    expect([refused.status, refused.text.includes('tio versioner')]).toEqual([429, true])
  })

  const versions = () => db.select().from(terms).where(eq(terms.company, company)).orderBy(desc(terms.version))
})

test('what the database says is shared is what the rules say, for any history of terms', async () => {
  const { owner, path } = await startTeam()
  const id = path.split('/').at(-1)!
  const choices: (string[] | 'all')[] = ['all', [course], [other], [course, other], []]
  let seed = 7
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 12; round += 1) {
    await db.run(sql`update memberships set terms_version = 1 where company = ${id}`)
    await db.run(sql`delete from terms where company = ${id} and version > 1`)
    const history: Version[] = Array.from({ length: 1 + next(5) }, (_, i) => ({
      version: i + 1,
      courses: choices[next(choices.length)]!,
    }))
    for (const { version, courses } of history)
      await db.run(sql`insert into terms (company, version, courses, at) values (${id}, ${version}, ${JSON.stringify(courses)}, 0)
        on conflict (company, version) do update set courses = excluded.courses`)
    for (const { version } of history) {
      await db.run(sql`update memberships set terms_version = ${version} where company = ${id}`)
      const { json } = await call(owner, 'GET', '/companies')
      const told = json.companies.find((each: { id: string }) => each.id === id).terms
      const expected = sharedOf(history, version)
      expect([history, version, sorted(told)]).toEqual([history, version, sorted(expected)])
    }
  }
})

const sorted = (courses: string[] | 'all') => (courses === 'all' ? 'all' : courses.toSorted())
