import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'

import { auditEntries, memberships, teamManagers } from '../../worker/db/schema/companies.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, makeTeam, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())

let team: Team
let company: string
let welding: string
let store: string
/** Runs the welders, and is one of them. */
let johan: Browser
/** Runs the whole company. */
let karin: Browser
let amira: Browser
const ids: Record<string, string> = {}

async function idsOf(): Promise<void> {
  const rows = await db.select().from(memberships).where(eq(memberships.company, company))
  for (const { name, id } of rows) ids[name.split(' ')[0]!] = id
}

const page = (name: string) => `${team.path}/members/${ids[name]}`
const details = { name: '', team: '', newTeam: '' }

beforeAll(async () => {
  team = await startTeam()
  company = team.path.split('/').at(-1)!
  johan = await signedIn(somebody('johan'))
  karin = await signedIn(somebody('karin'))
  amira = await signedIn(somebody('amira'))
  await join(johan, team.code, { name: 'Johan Berglund' })
  await join(karin, team.code, { name: 'Karin Ås' })
  await join(amira, team.code, { name: 'Amira Haddad' })
  await join(await signedIn(), team.code, { name: 'Mikael Örn' })
  welding = await makeTeam(team.owner, team.path, 'Svets')
  store = await makeTeam(team.owner, team.path, 'Lager')
  await idsOf()
  await team.owner.post(page('Karin'), { role: 'manager' })
  await team.owner.post(page('Amira'), { ...details, name: 'Amira Haddad', team: welding })
  await team.owner.post(page('Mikael'), { ...details, name: 'Mikael Örn', team: store })
  await team.owner.post(page('Johan'), {
    ...details,
    name: 'Johan Berglund',
    team: welding,
    role: 'team-manager',
    runs: [welding],
  })
  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
}, 120_000)

describe('somebody who runs a team', () => {
  test('sees its rows on the team page, and nobody else’s; in one round trip', async () => {
    const seen = await johan.get(team.path)
    expect([seen.status, seen.trips]).toEqual([200, 1])
    expect(rowOf(seen, 'Amira')).toContain('Pågår')
    expect(seen.text).toContain('2 personer')
    expect(seen.text).toContain('Du leder Svets')
    for (const other of ['Mikael', 'Karin', 'Anders', team.code]) expect(seen.text).not.toContain(other)
  })

  test('sees its people on the list of people, by whatever search', async () => {
    for (const search of ['', '?q=Mikael', `?team=${store}`, '?team=none', '?role=owner', '?role=manager', '?page=2']) {
      const list = await johan.get(`${team.path}/members${search}`)
      for (const other of ['Mikael Örn', 'Karin', 'Anders', 'Lager'])
        expect([search, list.text.includes(other)]).toEqual([search, false])
    }
    expect((await johan.get(`${team.path}/members`)).text).toContain('Amira Haddad')
    const all = await team.owner.get(`${team.path}/members`)
    expect(all.text).toContain('Chef, Svets')
    expect(all.text).toContain('1 ägare, 2 chefer, 2 medarbetare.')
    expect((await team.owner.get(`${team.path}/members?role=team-manager`)).text).toContain('1–1 av 1.')
  })

  test('opens the page of a member of the team, without a form; nobody else’s', async () => {
    const member = await johan.get(page('Amira'))
    expect([member.status, member.trips]).toEqual([200, 1])
    expect(member.text).not.toContain(`action="${page('Amira')}"`)
    expect(member.text).not.toContain('/removal')
    for (const other of ['Mikael', 'Karin', 'Anders']) expect((await johan.get(page(other))).status).toBe(404)
  })

  test('reads its rows by the interface for programs, and nobody else’s', async () => {
    const { json } = await call(johan, 'GET', `/companies/${company}/members`)
    expect(json.members.map(({ name }: { name: string }) => name)).toEqual(['Amira Haddad', 'Johan Berglund'])
    expect([json.code, json.company.members, json.company.role]).toEqual([null, 2, 'member'])
    const next = await call(johan, 'GET', `/companies/${company}/members?limit=1`)
    const rest = await call(johan, 'GET', `/companies/${company}/members?after=${encodeURIComponent(next.json.next)}`)
    expect(rest.json.members).toHaveLength(1)
  })

  test('invites nobody, removes nobody, and changes no role, name, team or terms', async () => {
    const before = await rows()
    const tried: [string, Record<string, string | string[]>][] = [
      [`${team.path}/invitations`, { for: 'team' }],
      [`${team.path}/invitations`, { for: 'one' }],
      [page('Amira'), { role: 'manager' }],
      [page('Johan'), { role: 'team-manager', runs: [welding, store] }],
      [page('Amira'), { ...details, name: 'Amira Hadad', team: store }],
      [`${page('Amira')}/removal`, {}],
      [`${team.path}/teams`, { name: 'Mitt team' }],
      [`${team.path}/teams/${welding}`, { name: 'Mitt team' }],
      [`${team.path}/teams/${welding}/ending`, {}],
      [`${team.path}/terms`, { share: 'all', version: '1' }],
      [`${team.path}/handover`, { heir: ids.Amira!, self: 'member' }],
    ]
    for (const [path, fields] of tried) {
      const { status, text } = await johan.post(path, fields)
      expect([path, status, text.includes('Inget är ändrat')]).toEqual([path, 403, true])
    }
    for (const path of ['teams', 'terms', `teams/${welding}/ending`, 'handover', `members/${ids.Amira}/removal`])
      expect([path, (await johan.get(`${team.path}/${path}`)).status]).toEqual([path, 404])
    const removed = await call(johan, 'DELETE', `/companies/${company}/members/${ids.Amira}`)
    const changed = await call(johan, 'PATCH', `/companies/${company}/members/${ids.Amira}`, { role: 'manager' })
    expect([removed.status, changed.status]).toEqual([404, 404])
    expect(await rows()).toEqual(before)
  })

  test('finds the way to the team from the list of companies and from the own page', async () => {
    expect((await johan.get('/sv/companies')).location).toBe(team.path)
    expect((await johan.get(`${team.path}/seen`)).text).toContain(`href="${team.path}"`)
    expect((await amira.get('/sv/companies')).location).toBe(`${team.path}/seen`)
    expect((await amira.get(team.path)).status).toBe(404)
  })

  test('sees nothing more once somebody is moved out of the team, or the team ends', async () => {
    const drill = await makeTeam(team.owner, team.path, 'Borr')
    await team.owner.post(page('Mikael'), { ...details, name: 'Mikael Örn', team: drill })
    await team.owner.post(page('Johan'), { role: 'team-manager', runs: [welding, drill] })
    expect(rowOf(await johan.get(team.path), 'Mikael')).toContain('Borr')
    await team.owner.post(page('Mikael'), { ...details, name: 'Mikael Örn', team: store })
    expect(rowOf(await johan.get(team.path), 'Mikael')).toBeUndefined()

    await team.owner.post(page('Mikael'), { ...details, name: 'Mikael Örn', team: drill })
    expect((await karin.post(`${team.path}/teams/${drill}/ending`, {})).location).toBe(`${team.path}/teams`)
    expect(rowOf(await johan.get(team.path), 'Mikael')).toBeUndefined()
    expect(rowOf(await team.owner.get(team.path), 'Mikael')).toBeDefined()
    await team.owner.post(page('Mikael'), { ...details, name: 'Mikael Örn', team: store })
  })
})

test('who became a manager and is a member again runs no team, and who was removed runs theirs again when that is undone', async () => {
  const person = await signedIn(somebody('sanna'))
  await join(person, team.code, { name: 'Sanna Ek' })
  await idsOf()
  await team.owner.post(page('Sanna'), { role: 'team-manager', runs: [welding] })
  expect((await person.get(team.path)).status).toBe(200)
  await call(team.owner, 'PATCH', `/companies/${company}/members/${ids.Sanna}`, { role: 'manager' })
  await call(team.owner, 'PATCH', `/companies/${company}/members/${ids.Sanna}`, { role: 'member' })
  expect((await person.get(team.path)).status).toBe(404)
  await team.owner.post(page('Sanna'), { role: 'team-manager', runs: [welding] })
  await team.owner.post(`${page('Sanna')}/removal`, {})
  expect((await person.get(team.path)).status).toBe(404)
  await team.owner.post(`${page('Sanna')}/restoration`, {})
  expect((await person.get(team.path)).status).toBe(200)
})

test('a role that ends takes teams along that were run beside it, however they came there', async () => {
  const person = await signedIn(somebody('tore'))
  await join(person, team.code, { name: 'Tore Lund' })
  await idsOf()
  await team.owner.post(page('Tore'), { role: 'manager' })
  // A merger of accounts once left such a row.
  await db.insert(teamManagers).values({ team: welding, membership: ids.Tore! })
  await call(team.owner, 'PATCH', `/companies/${company}/members/${ids.Tore}`, { role: 'member' })
  expect((await person.get(team.path)).status).toBe(404)
})

test('of a colleague who runs another team too, its name is not shown to who does not see that team', async () => {
  const person = await signedIn(somebody('rolf'))
  await join(person, team.code, { name: 'Rolf Rapp' })
  await idsOf()
  const hidden = await makeTeam(team.owner, team.path, 'Hemliga')
  await team.owner.post(page('Rolf'), {
    ...details,
    name: 'Rolf Rapp',
    team: welding,
    role: 'team-manager',
    runs: [welding, hidden],
  })
  expect((await team.owner.get(`${team.path}/members?q=Rolf`)).text).toContain('Hemliga')
  const list = await johan.get(`${team.path}/members`)
  expect(list.text).toContain('Rolf Rapp')
  expect(list.text).not.toContain('Hemliga')
})

test('a manager of the company makes, renames and ends teams and moves people, and chooses nobody’s role', async () => {
  const made = await makeTeam(karin, team.path, 'Kantpress')
  expect((await karin.post(`${team.path}/teams`, { name: 'KANTPRESS' })).text).toContain('finns redan ett team')
  expect((await karin.post(`${team.path}/teams/${made}`, { name: 'Svets' })).status).toBe(422)
  expect((await karin.post(`${team.path}/teams/${made}`, { name: ' ' })).status).toBe(422)
  expect((await karin.post(`${team.path}/teams/${made}`, { name: 'Press' })).location).toBe(`${team.path}/teams`)
  expect((await karin.get(page('Amira'))).text).not.toContain('name="role"')
  expect((await karin.post(page('Amira'), { role: 'team-manager', runs: [made] })).status).toBe(403)
  expect(await db.select().from(teamManagers).where(eq(teamManagers.team, made))).toEqual([])
  await karin.post(page('Amira'), { ...details, name: 'Amira Haddad', team: '', newTeam: 'Målning' })
  expect((await karin.get(`${team.path}/members?q=amira`)).text).toContain('Målning')
  expect((await karin.post(page('Amira'), { ...details, name: 'Amira Haddad', team: 'f'.repeat(32) })).status).toBe(422)
  await karin.post(page('Amira'), { ...details, name: 'Amira Haddad', team: welding })
})

test('who is to run a team that is none of the company’s, or has ended, goes on running those they ran', async () => {
  const other = await startTeam({ name: 'Mattes Bygg' })
  const ended = await makeTeam(team.owner, team.path, 'Kort')
  await team.owner.post(`${team.path}/teams/${ended}/ending`, {})
  const run = () =>
    db.select({ team: teamManagers.team }).from(teamManagers).where(eq(teamManagers.membership, ids.Johan!))
  const before = await run()
  expect(before.length).toBeGreaterThan(0)
  for (const none of ['deadbeef', ended, await makeTeam(other.owner, other.path, 'Snickare')]) {
    const form = { name: 'Johan Ny', team: '', newTeam: '', role: 'team-manager', runs: [store, none] }
    const answer = await team.owner.post(page('Johan'), form)
    expect([answer.status, answer.text.includes('Ett av teamen finns inte längre.')]).toEqual([422, true])
    expect(answer.text).toContain('value="Johan Ny"')
    expect(await run()).toEqual(before)
  }
  expect((await team.owner.get(page('Johan'))).text).toContain('<h1 class="long-name">Johan Berglund</h1>')
})

test('a team of another company is none of this one', async () => {
  const other = await startTeam({ name: 'Mattes Bygg' })
  const theirs = await makeTeam(other.owner, other.path, 'Snickare')
  expect((await team.owner.post(page('Amira'), { ...details, name: 'Amira Haddad', team: theirs })).status).toBe(422)
  expect((await team.owner.post(page('Amira'), { role: 'team-manager', runs: [theirs] })).status).toBe(422)
  expect(await db.select().from(teamManagers).where(eq(teamManagers.team, theirs))).toEqual([])
  expect((await team.owner.post(`${team.path}/teams/${theirs}`, { name: 'Vår' })).status).toBe(404)
  expect((await team.owner.post(`${team.path}/teams/${theirs}/ending`, {})).status).toBe(404)
  await team.owner.post(page('Amira'), { ...details, name: 'Amira Haddad', team: welding })
})

test('what was done stands in the log without a name', async () => {
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.company, company))
  const actions = new Set(entries.map(({ action }) => action))
  for (const action of [
    'team-made',
    'team-renamed',
    'team-ended',
    'team-changed',
    'team-manager-made',
    'team-manager-unmade',
  ])
    expect([action, actions.has(action)]).toEqual([action, true])
  expect(JSON.stringify(entries)).not.toMatch(/Svets|Amira|Lager/)
})

async function rows() {
  return {
    members: await db.select().from(memberships).where(eq(memberships.company, company)),
    managers: await db
      .select()
      .from(teamManagers)
      .where(and(sql`team in (select id from teams where company = ${company})`)),
    teams: await db.all(sql`select * from teams where company = ${company}`),
    invitations: await db.all(sql`select * from invitations where company = ${company}`),
    terms: await db.all(sql`select * from terms where company = ${company}`),
  }
}

test('the day that tells namesakes apart shows a team manager nothing of one in another team', async () => {
  const other = await startTeam()
  const inCompany = eq(memberships.company, other.path.split('/').at(-1)!)
  const runner = await signedIn()
  await join(runner, other.code, { name: 'Rolf Rapp' })
  for (const person of [await signedIn(), await signedIn()]) await join(person, other.code, { name: 'Åsa Ek' })
  const [svets, lager] = [
    await makeTeam(other.owner, other.path, 'Svets'),
    await makeTeam(other.owner, other.path, 'Lager'),
  ]
  const rows = await db.select().from(memberships).where(inCompany)
  const [rolf] = rows.filter(({ name }) => name === 'Rolf Rapp')
  const [one, two] = rows.filter(({ name }) => name === 'Åsa Ek')
  await db.insert(teamManagers).values({ team: svets, membership: rolf!.id })
  await db.update(memberships).set({ team: svets }).where(eq(memberships.id, one!.id))
  await db.update(memberships).set({ team: lager }).where(eq(memberships.id, two!.id))
  expect(rowOf(await runner.get(other.path), 'Åsa Ek')).not.toContain('med sedan')
  expect(rowOf(await other.owner.get(other.path), 'Åsa Ek')).toContain('med sedan')
  await db.update(memberships).set({ team: svets }).where(eq(memberships.id, two!.id))
  expect(rowOf(await runner.get(other.path), 'Åsa Ek')).toContain('med sedan')
})
