import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'

import { entriesOn, idOf, memberCalled, past, whatOn } from '../support/company-log.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { eraseAccount } from '../support/step-up.ts'
import { join, startTeam, type Team } from '../support/teams.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let amira: Browser
let manager: Browser

beforeAll(async () => {
  team = await startTeam()
  amira = await signedIn(somebody())
  await join(amira, team.code)
  manager = await signedIn(somebody('karin'))
  await join(manager, team.code, { name: 'Karin Ås' })
  await team.owner.post(`${team.path}/members/${await memberCalled('Karin Ås', team)}`, { role: 'manager' })
})

const log = (query = '') => team.owner.get(`${team.path}/log${query}`)

describe('the log of a company', () => {
  test('tells its owners who did what, the newest first, in both languages', async () => {
    expect(whatOn(await log()).toSorted()).toEqual(
      [
        'Anders Öst: Gjorde Karin Ås till chef',
        'Anders Öst: Gjorde en länk för hela teamet',
        'Anders Öst: Startade företaget',
        'Karin Ås: Gick med',
        'Amira Haddad: Gick med',
      ].toSorted(),
    )
    const english = whatOn(await team.owner.get(`${team.path.replace('/sv/', '/en/')}/log`))
    expect(english).toContain('Anders Öst: Made Karin Ås a manager')
    expect(english).toContain('Amira Haddad: Joined')
  })

  test('is read by nobody else, whether or not there is such a company', async () => {
    const stranger = await startTeam()
    for (const person of [manager, amira, stranger.owner]) {
      expect((await person.get(`${team.path}/log`)).status).toBe(404)
      expect((await person.post(`${team.path}/log/files`, { format: 'csv' })).status).toBe(
        person === stranger.owner ? 404 : 403,
      )
    }
    expect((await team.owner.get(`${team.path}0/log`)).status).toBe(404)
    expect((await new Browser().get(`${team.path}/log`)).location).toContain('/sv/sign-in?next=')
  })

  test('takes one round trip for its rows, and no more for a name, a kind and days', async () => {
    const { trips } = await log()
    expect(trips).toBe(1)
    expect((await log('?q=Karin&kind=access&from=2026-01-01&to=2030-01-01')).trips).toBe(trips)
  })

  test('says the day and the time of what owners do, and only the day of what members do themselves', async () => {
    const rows = entriesOn(await log())
    const whenOf = (what: string) => rows.find((row) => row[2] === what)![0]!
    expect(whenOf('Gjorde Karin Ås till chef')).toMatch(/^\d{1,2} [a-zåäö]+ \d{4} \d\d[.:]\d\d$/)
    expect(whenOf('Gick med')).toMatch(/^\d{1,2} [a-zåäö]+ \d{4}$/)
    const stored = await db.all<{ at: number }>(
      sql`select at from audit_entries where company = ${idOf(team)} and is_day_only = 1`,
    )
    for (const { at } of stored)
      expect(new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' })).toBe('00:00:00')
  })
})

describe('a log that is narrowed', () => {
  test('by a part of a name, however it is spelt: who did it, or to whom it was done', async () => {
    expect(whatOn(await log('?q=karin')).toSorted()).toEqual([
      'Anders Öst: Gjorde Karin Ås till chef',
      'Karin Ås: Gick med',
    ])
    expect(whatOn(await log('?q=%C3%85S'))).toHaveLength(2)
    expect(whatOn(await log('?q=%25'))).toEqual([])
    expect((await log('?q=nobody')).text).toContain('Ingen händelse stämmer med det du valde.')
  })

  test('by what kind of thing it was', async () => {
    expect(whatOn(await log('?kind=details'))).toEqual(['Anders Öst: Startade företaget'])
    expect(whatOn(await log('?kind=nothing'))).toHaveLength(5)
  })

  test('by days, the last one included', async () => {
    const own = await startTeam()
    await past(own, new Date('2026-03-01T22:59:00Z'), 'team-made')
    await past(own, new Date('2026-03-02T22:59:59Z'), 'team-ended')
    const shown = async (query: string) => whatOn(await own.owner.get(`${own.path}/log?${query}`)).length
    expect(await shown('from=2026-03-01&to=2026-03-01')).toBe(1)
    expect(await shown('from=2026-03-02&to=2026-03-02')).toBe(1)
    expect(await shown('from=2026-03-01&to=2026-03-02')).toBe(2)
    expect(await shown('to=2026-02-28')).toBe(0)
  })

  test('by a day that is none says so at its field, and keeps what was written', async () => {
    const wrong = await log('?from=1+mars&q=Karin')
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="1 mars"')
    expect(wrong.text).toContain('aria-describedby="from-error"')
    expect(whatOn(wrong)).toHaveLength(2)
    expect((await log('?from=2026-02-31')).status).toBe(422)
    expect((await log('?from=2026-03-02&to=2026-03-01')).text).toContain('Den sista dagen ligger före den första.')
  })

  test('by a kind that is none says so at its field, and so does a day longer than any', async () => {
    const kind = await log('?kind=nothing&q=Karin')
    expect(kind.status).toBe(422)
    expect(kind.text).toContain('aria-describedby="kind-error"')
    expect(kind.text).toContain('Välj en sort i listan.')
    expect(whatOn(kind)).toHaveLength(2)
    expect((await log(`?to=${'2'.repeat(400)}`)).status).toBe(422)
  })

  test('is no file where something is not understood: the page says what, and nothing is entered', async () => {
    const own = await startTeam()
    const wrongs = { kind: 'hittepa', from: '2026-13-99', to: 'i dag', format: 'xml' }
    for (const [field, written] of Object.entries(wrongs)) {
      const page = await own.owner.post(`${own.path}/log/files`, { format: 'csv', q: 'Anders', [field]: written })
      expect([page.status, page.headers.get('content-disposition')], field).toEqual([422, null])
      expect(page.text, field).toContain(`href="#${field}"`)
      expect(page.text, field).toContain(`id="${field}-error"`)
      expect(page.text, field).toContain('value="Anders"')
    }
    const { status, text } = await own.owner.post(`${own.path}/log/files`, { q: 'Nobody', format: 'xml' })
    expect([status, text.includes('id="format-error"')]).toEqual([422, true])
    expect(whatOn(await own.owner.get(`${own.path}/log?kind=files`))).toEqual([])
    const [asked] = await db.all<{ n: number }>(
      sql`select count(*) as n from audit_entries where company = ${idOf(own)} and action = 'log-exported'`,
    )
    expect(asked!.n).toBe(0)
  })

  test('shows each entry once, page by page, and its address tells no id', async () => {
    const own = await startTeam()
    await past(own, new Date('2026-02-01T10:00:00Z'), 'team-made', 70)
    await past(own, new Date('2026-01-01T10:00:00Z'), 'team-ended', 60)
    let next: string | undefined = `${own.path}/log`
    const pages: string[][] = []
    while (next) {
      const page: Answer = await own.owner.get(next)
      pages.push(whatOn(page))
      next = /class="button button--plain" href="([^"]+before=[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&')
      if (next) expect(next).toMatch(/before=\d{13}\.\d{1,3}$/)
    }
    const all = pages.flat()
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 32])
    expect(all.filter((what) => what.includes('Lade upp'))).toHaveLength(70)
    expect(all.filter((what) => what.includes('Tog bort ett team'))).toHaveLength(60)
    for (const wild of ['x', '-1.0', `${'9'.repeat(16)}.0`, '1.999999', '%00'])
      expect((await own.owner.get(`${own.path}/log?before=${wild}`)).status, wild).toBe(200)
  })
})

describe('what is entered', () => {
  test('a removal with its reason, its undoing, and the new link', async () => {
    const own = await startTeam()
    await join(await signedIn(), own.code, { name: 'Ulf Kast' })
    const ulf = await memberCalled('Ulf Kast', own)
    expect((await own.owner.get(`${own.path}/members/${ulf}/removal`)).text).toContain('Har slutat')
    await own.owner.post(`${own.path}/members/${ulf}/removal`, { reason: 'left-job', link: 'yes' })
    await own.owner.post(`${own.path}/members/${ulf}/restoration`, {})
    await own.owner.post(`${own.path}/members/${ulf}/removal`, { reason: 'han var lat' })
    expect(whatOn(await own.owner.get(`${own.path}/log`)).slice(0, 4)).toEqual([
      'Anders Öst: Tog bort Ulf Kast ur företaget',
      'Anders Öst: Ångrade att Ulf Kast togs bort',
      'Anders Öst: Gjorde en länk för hela teamet',
      'Anders Öst: Tog bort Ulf Kast ur företaget. Har slutat.',
    ])
    expect(await db.all(sql`select 1 from audit_entries where facts like '%lat%'`)).toEqual([])
  })

  test('that somebody shows other courses than before, and not which; a second press of the same enters nothing', async () => {
    const own = await startTeam()
    const person = await signedIn()
    await answer(person, lessonPath, 'nuts-promise', 'Löftet')
    await join(person, own.code, { name: 'Ulf Kast' })
    for (const earlier of [[course], [course], [], []]) await person.post(`${own.path}/shares`, { earlier })
    const shown = whatOn(await own.owner.get(`${own.path}/log?q=ulf`))
    expect(shown.slice(0, 2)).toEqual(Array(2).fill('Ulf Kast: Valde vilka tidigare kurser som syns'))
    expect(shown).toHaveLength(3)
  })

  test('nothing, where nothing happened', async () => {
    const before = whatOn(await log()).length
    const owner = await memberCalled('Anders Öst', team)
    await team.owner.post(`${team.path}/members/${owner}/removal`, {})
    await team.owner.post(`${team.path}/members/${owner}`, { role: 'member' })
    await team.owner.post(`${team.path}/departure`, {})
    await join(amira, team.code)
    await amira.post(`${team.path}/shares`, { earlier: ['no-such-course'] })
    await amira.post(`${team.path}/invitations`, { for: 'team' })
    expect(whatOn(await log())).toHaveLength(before)
  })

  test('somebody whose account is erased: a mark that stays the same, and no name', async () => {
    const own = await startTeam()
    const ulf = await signedIn(somebody('ulf'))
    await join(ulf, own.code, { name: 'Ulf Kast' })
    const member = await memberCalled('Ulf Kast', own)
    await own.owner.post(`${own.path}/members/${member}`, { role: 'manager' })
    await eraseAccount(ulf)
    const page = await own.owner.get(`${own.path}/log`)
    const gone = `någon som inte längre finns kvar (${member.slice(0, 4)})`
    expect(whatOn(page)).toEqual(
      expect.arrayContaining([
        `${gone}: Lämnade företaget`,
        `${gone}: Gick med`,
        `Anders Öst: Gjorde ${gone} till chef`,
      ]),
    )
    expect(page.text).not.toContain('Ulf')
  })

  test('the last one who leaves closes the company, and may read its log afterwards; nobody else may', async () => {
    const own = await startTeam()
    const before = await signedIn()
    await join(before, own.code, { name: 'Karin Ås' })
    await before.post(`${own.path}/departure`, {})
    await own.owner.post(`${own.path}/departure`, {})
    expect(whatOn(await own.owner.get(`${own.path}/log`))).toEqual(
      expect.arrayContaining(['Anders Öst: Stängde företaget', 'Anders Öst: Lämnade företaget']),
    )
    expect((await before.get(`${own.path}/log`)).status).toBe(404)
  })
})
