import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readContact, reachLink } from '../../worker/companies/details/rules.ts'
import { auditEntries, companies, memberships } from '../../worker/db/schema/companies.ts'
import { signedIn } from '../support/people.ts'
import { companyForm, join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const idOf = (path: string) => path.split('/').at(-1)!
const placeOf = (path: string, name: string) => and(eq(memberships.company, idOf(path)), eq(memberships.name, name))
const rowOf = async (path: string) =>
  (
    await db
      .select()
      .from(companies)
      .where(eq(companies.id, idOf(path)))
  )[0]!
const actionsOf = async (path: string) =>
  (
    await db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.company, idOf(path)))
  )
    .filter(({ action }) => /details|contact/.test(action))
    .map(({ action, facts }) => `${action} ${JSON.stringify(facts)}`)
const details = { name: 'Siljans Plåt AB', municipality: '2080', sector: 'F', size: '2-9' }

describe('a company’s details', () => {
  test('are corrected by an owner, and the log tells that once', async () => {
    const { owner, path } = await startTeam()
    const saved = await owner.post(`${path}/settings`, details)
    expect(saved.location).toBe(`${path}/settings?saved=details`)
    await owner.post(`${path}/settings`, details)
    expect(await rowOf(path)).toMatchObject(details)
    expect((await owner.get(saved.location!)).text).toContain('Uppgifterna är sparade.')
    expect((await owner.get(path)).text).toContain('Siljans Plåt AB')
    expect(await actionsOf(path)).toEqual(['details-changed {}'])
  })

  test('that are wrong come back with what was typed, at their fields', async () => {
    const { owner, path } = await startTeam()
    const answer = await owner.post(`${path}/settings`, { ...details, name: 'a\u202eb', sector: 'ZZ' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('id="name-error"')
    expect(answer.text).toContain('id="sector-error"')
    expect(answer.text).toContain('<option value="2080" selected')
    expect(await rowOf(path)).toMatchObject({ name: 'Siljans Plåt', sector: 'C' })
  })

  test('are nobody’s but the owners’: not a manager’s, a member’s or a stranger’s', async () => {
    const { path, code } = await startTeam()
    const person = await signedIn()
    expect((await person.post(`${path}/settings`, details)).status).toBe(404)
    await join(person, code)
    for (const role of ['member', 'manager'] as const) {
      await db.update(memberships).set({ role }).where(placeOf(path, 'Amira Haddad'))
      expect((await person.post(`${path}/settings`, details)).status).toBe(403)
      expect((await person.post(`${path}/settings`, { name: '' })).status).toBe(403)
      expect((await person.get(`${path}/settings`)).status).toBe(role === 'manager' ? 200 : 404)
    }
    expect((await rowOf(path)).name).toBe('Siljans Plåt')
    expect((await new Browser().get(`${path}/settings`)).status).toBe(303)
  })
})

const contact = { contactName: 'Karin Ås', contactReach: '0243-123 45' }

describe('whom to ask about AI', () => {
  test('is said by an owner or a manager, and taken away again', async () => {
    const { owner, path, code } = await startTeam()
    const manager = await signedIn()
    await join(manager, code, { name: 'Mona Manager' })
    await db.update(memberships).set({ role: 'manager' }).where(placeOf(path, 'Mona Manager'))
    expect((await manager.post(`${path}/contact`, contact)).status).toBe(303)
    expect(await rowOf(path)).toMatchObject(contact)
    expect((await manager.get(`${path}/settings`)).text).not.toContain('name="municipality"')

    await owner.post(`${path}/contact`, { contactName: ' ', contactReach: '' })
    expect(await rowOf(path)).toMatchObject({ contactName: null, contactReach: null })
    expect(await actionsOf(path)).toEqual(['contact-changed {"contact":"named"}', 'contact-changed {"contact":"none"}'])
  })

  test.for([
    [{ contactName: 'Karin Ås', contactReach: '' }, 'contactReach', 'Fyll i det här.'],
    [{ contactName: '', contactReach: '0243-123 45' }, 'contactName', 'Fyll i det här.'],
    [{ contactName: 'Karin', contactReach: '1'.repeat(101) }, 'contactReach', 'Skriv högst 100 tecken.'],
    [{ contactName: 'Karin', contactReach: 'a\u200bb' }, 'contactReach', 'tecken'],
    [{ contactName: '112', contactReach: '112' }, 'contactName', 'bokstav'],
  ] as const)('%j comes back with what is wrong', async ([form, field, words]) => {
    const { owner, path } = await startTeam()
    const answer = await owner.post(`${path}/contact`, form)
    expect(answer.status).toBe(422)
    const [, error] = new RegExp(`id="${field}-error">([^<]*)<`).exec(answer.text) ?? []
    expect(error).toContain(words)
    expect(answer.text).toContain(`value="${form.contactName}"`)
    expect((await rowOf(path)).contactName).toBeNull()
  })

  test('is not said by a member, a stranger or a former member', async () => {
    const { path, code } = await startTeam()
    const person = await signedIn()
    expect((await person.post(`${path}/contact`, contact)).status).toBe(404)
    await join(person, code)
    expect((await person.post(`${path}/contact`, contact)).status).toBe(403)
    await person.post(`${path}/departure`, {})
    expect((await person.post(`${path}/contact`, contact)).status).toBe(404)
    expect((await rowOf(path)).contactName).toBeNull()
  })

  test.for([
    ['0243-123 45', 'tel:024312345'],
    ['+46 (0)243-123 45', 'tel:+4624312345'],
    ['(0243) 123 45', 'tel:024312345'],
    ['070–123 45 67', 'tel:0701234567'],
    ['Karin@Plat.example', 'mailto:karin@plat.example'],
    ['Kontoret, rum 3', undefined],
    ['javascript:alert(1)', undefined],
    ['tel:112', undefined],
    ['12', undefined],
    ['a?cc=b@plat.example', undefined],
  ] as const)('%s is a link to %s', ([reach, link]) => {
    expect(reachLink(reach)).toBe(link)
  })

  test('whatever is typed becomes a link to a call or a mail and nothing else, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ maxLength: 40 }), (reach, name) => {
        expect(reachLink(reach) ?? 'tel:112').toMatch(/^(tel:\+?\d{3,15}|mailto:[^\s?&"'<>]+@[^\s?&"'<>]+)$/)
        const read = readContact({ name, reach })
        if ('contact' in read && read.contact) expect([...read.contact.reach].length).toBeLessThanOrEqual(100)
      }),
      { numRuns: 500 },
    )
  })
})

describe('how many companies', () => {
  test('one account owns ten, also when it asks for many at once; what was written stays', async () => {
    const person = await signedIn()
    const start = (name: string) => person.post('/sv/companies/new', { ...companyForm, name })
    const first = await Promise.all(Array.from({ length: 12 }, (_, n) => start(`Nummer ${n}`)))
    const statuses = first.map(({ status }) => status).toSorted()
    expect([statuses.filter((status) => status === 303).length, statuses.at(-1)]).toEqual([10, 409])

    const paths = first.flatMap(({ location }) => location ?? [])
    const one = await start('Elfte')
    expect(one.status).toBe(409)
    expect(one.text).toContain('value="Elfte"')
    expect(one.text).toContain('<title>Fel: ')
    const viaApi = await person.send('/api/v1/companies', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
      body: JSON.stringify({ ...companyForm, share: undefined, courses: 'all', accept: true }),
    })
    expect(viaApi.status).toBe(409)

    // A company that was left today counts; one left long ago does not.
    await person.post(`${paths[0]}/departure`, {})
    expect((await start('Elfte')).status).toBe(409)
    await db
      .update(memberships)
      .set({ joinedAt: new Date(Date.now() - 2 * 86_400_000) })
      .where(eq(memberships.company, idOf(paths[0]!)))
    expect((await start('Elfte')).status).toBe(303)
  })
})
