import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { nameKey } from '../../worker/companies/name-key.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, makeTeam, startTeam, type Team } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let company: string
const names: string[] = []

beforeAll(async () => {
  team = await startTeam({ displayName: 'Anders Öst' })
  company = team.path.split('/').at(-1)!
  const first = ['Åke', 'Ärla', 'Örjan', 'Zara', 'Alva', 'Åsa', 'Älva', 'Östen', 'Yngve', 'Elin']
  names.push('Anders Öst')
  const rows = Array.from({ length: 249 }, (_, i) => {
    const name = `${first[i % first.length]!} ${String.fromCodePoint(65 + (i % 26))}${i}`
    names.push(name)
    return { id: `${company}-${i}`, name, nameKey: nameKey(name) }
  })
  await db.run(sql`insert into users (id, name, email, email_verified, created_at, updated_at)
    select value, '', value || '@x.example', 1, 0, 0 from json_each(${JSON.stringify(rows.map(({ id }) => id))})`)
  for (let i = 0; i < rows.length; i += 50)
    await db.insert(memberships).values(
      rows.slice(i, i + 50).map(({ id, name, nameKey: key }) => ({
        id: `m-${id}`,
        company,
        learner: id,
        role: 'member' as const,
        name,
        nameKey: key,
        termsVersion: 1,
        joinedAt: new Date('2026-07-31T22:30:00Z'),
      })),
    )
})

const shown = (text: string) => [...text.matchAll(/scope="row">([^<]+)</g)].map(([, name]) => name!)

test('250 people come in pages of 25, in Swedish order, each in one round trip', async () => {
  const seen: string[] = []
  for (let page = 1; page <= 10; page += 1) {
    const list = await team.owner.get(`${team.path}/members?page=${page}`)
    expect([page, list.status, list.trips]).toEqual([page, 200, 1])
    expect(list.text).toContain(`${(page - 1) * 25 + 1}–${page * 25} av 250.`)
    seen.push(...shown(list.text))
  }
  expect(seen).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
  expect(seen.slice(-1)[0]).toMatch(/^Östen/)
})

test('the first page, the last and the next are a press away; one beyond the last is the first', async () => {
  const list = await team.owner.get(`${team.path}/members?page=5`)
  for (const page of [1, 4, 6, 10]) expect(list.text).toContain(`members?page=${page}"`)
  expect(list.text).toContain('rel="next"')
  expect((await team.owner.get(`${team.path}/members?page=11`)).location).toBe(`${team.path}/members`)
  for (const odd of ['0', '-1', 'x', '1e9', '2.5', ''])
    expect((await team.owner.get(`${team.path}/members?page=${odd}`)).status).toBeLessThan(400)
})

test('the sums are said in words', async () => {
  const list = await team.owner.get(`${team.path}/members`)
  expect(list.text).toContain('250 personer')
  expect(list.text).toContain('1 ägare, ingen chef, 249 medarbetare.')
  const english = await team.owner.get(`${team.path.replace('/sv/', '/en/')}/members`)
  expect(english.text).toContain('1 owner, no managers, 249 members.')
})

test('a part of a name finds people, å is not a, and what is found comes in pages that keep the search', async () => {
  const list = await team.owner.get(`${team.path}/members?q=${encodeURIComponent('ÅSA')}`)
  expect(new Set(shown(list.text).map((name) => name.slice(0, 3)))).toEqual(new Set(['Åsa']))
  const many = await team.owner.get(`${team.path}/members?q=${encodeURIComponent('å')}`)
  expect(many.text).toContain('1–25 av 50.')
  expect(many.text).toContain('members?q=%C3%A5&amp;page=2')
  const none = await team.owner.get(`${team.path}/members?q=${encodeURIComponent("' or 1=1 --%_")}`)
  expect(none.text).toContain('Ingen heter så')
})

test('a role and a team narrow the list; two of one name are told apart without an address', async () => {
  const welding = await makeTeam(team.owner, team.path, 'Svets')
  await db.run(sql`update memberships set team = ${welding}, on_behalf = 1 where id = ${`m-${company}-0`}`)
  await db.run(
    sql`update memberships set name = 'Åke A0', name_key = ${nameKey('Åke A0')} where id = ${`m-${company}-1`}`,
  )
  const owners = await team.owner.get(`${team.path}/members?role=owner`)
  expect(shown(owners.text)).toEqual(['Anders Öst'])
  const welders = await team.owner.get(`${team.path}/members?team=${welding}`)
  expect(shown(welders.text)).toEqual(['Åke A0'])
  expect(welders.text).toContain('Medarbetare, inhyrd')
  expect((await team.owner.get(`${team.path}/members?team=none`)).text).toContain('1–25 av 249.')

  const both = await team.owner.get(`${team.path}/members?q=A0`)
  expect(shown(both.text)).toEqual(['Åke A0', 'Åke A0'])
  // Half past midnight in Sweden, in the summer.
  expect(both.text).toContain('1 augusti 2026')
  expect(both.text).not.toContain('@')
  const pages = await Promise.all(
    ['', `?after=${btoa(encodeURIComponent(JSON.stringify(['{', ''])))}`].map((q) => team.owner.get(team.path + q)),
  )
  const rows = pages.flatMap(({ text }) =>
    [...text.matchAll(/scope="row">Åke A0<small>([^<]*)</g)].map(([, which]) => which),
  )
  expect(rows.toSorted()).toEqual(['Svets · inhyrd · med sedan 1 aug. 2026', 'med sedan 1 aug. 2026'])
})

test('nobody who does not run the company finds the list', async () => {
  const amira = await signedIn(somebody())
  expect((await amira.get(`${team.path}/members`)).status).toBe(404)
  await join(amira, team.code)
  expect((await amira.get(`${team.path}/members`)).status).toBe(404)
})
