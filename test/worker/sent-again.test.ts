import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'

import { companies, memberships, teams } from '../../worker/db/schema/companies.ts'
import { reopenUntil } from '../../worker/companies/closing/rules.ts'
import { closeCompany } from '../support/closing.ts'
import { actionsOf, idOf, plain } from '../support/invited.ts'
import { keyOn, member } from '../support/presses/press.ts'
import { signedIn } from '../support/people.ts'
import { companyForm, startTeam } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

/** The rule: a form that is sent again when what it made is gone leads to no page that is not there, and revives nothing. */

const db = database(bindings())
const start = '/sv/companies/new'

async function started() {
  const owner = await signedIn()
  const fields = { ...companyForm, key: await keyOn(owner, start) }
  const path = (await owner.post(start, fields)).location!
  return { owner, fields, path, id: path.split('/').at(-1)! }
}

test('the form that started a company which is closed leads its owner to where it is opened again', async () => {
  const { owner, fields, path, id } = await started()
  await closeCompany(owner, path)
  expect((await owner.post(start, fields)).location).toBe(`${path}/reopening`)
  expect((await owner.get(`${path}/reopening`)).status).toBe(200)
  expect(await db.$count(memberships, eq(memberships.company, id))).toBe(1)

  await owner.post(`${path}/reopening`, {})
  expect((await owner.post(start, fields)).location).toBe(path)
})

test('once a company can be opened no more its form starts another, and one only however often it is sent', async () => {
  const { owner, fields, path, id } = await started()
  await closeCompany(owner, path)
  await db
    .update(companies)
    .set({ reopenUntil: reopenUntil(new Date(0)) })
    .where(eq(companies.id, id))
  const again = await Promise.all([owner.post(start, fields), owner.post(start, fields)])
  expect(again[0].location).toMatch(/^\/sv\/companies\/[0-9a-f]{32}$/)
  expect(again.map(({ location }) => location)).toEqual([again[0].location, again[0].location])
  expect(again[0].location).not.toBe(path)
  expect((await owner.get(`${again[0].location}/members`)).status).toBe(200)
})

test('who belongs to a company no more starts another by the form that started it', async () => {
  const { owner, fields, path, id } = await started()
  await db.update(memberships).set({ leftAt: new Date() }).where(eq(memberships.company, id))
  const again = (await owner.post(start, fields)).location!
  expect(again).toMatch(/^\/sv\/companies\/[0-9a-f]{32}$/)
  expect(again).not.toBe(path)
  expect((await owner.get(`${again}/members`)).status).toBe(200)
  expect((await owner.post(start, fields)).location).toBe(again)
})

test('that a company was started is told of once', async () => {
  const lines: string[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  const { owner, fields, path } = await started()
  expect((await owner.post(start, fields)).location).toBe(path)
  spy.mockRestore()
  expect(lines.filter((line) => line.includes('company-started'))).toHaveLength(1)
})

test('the form of a team that was ended makes another one, which the log does not take for the first', async () => {
  const team = await startTeam()
  const way = `${team.path}/teams`
  const fields = { name: 'Lager', key: await keyOn(team.owner, way) }
  const all = () =>
    db
      .select()
      .from(teams)
      .where(eq(teams.company, idOf(team)))
  await team.owner.post(way, fields)
  const [first] = await all()
  await team.owner.post(`${way}/${first!.id}/ending`, {})
  const again = await Promise.all([team.owner.post(way, fields), team.owner.post(way, fields)])
  expect(again.map(({ status, location }) => [status, location])).toEqual([
    [303, way],
    [303, way],
  ])
  const [second, ...others] = await all()
  expect([second?.name, others]).toEqual(['Lager', []])
  expect(second!.id).not.toBe(first!.id)
  expect((await actionsOf(team)).filter((action) => action === 'team-made')).toHaveLength(2)

  await team.owner.post(`${way}/${second!.id}`, { name: 'Verkstad' })
  expect((await team.owner.post(way, fields)).location).toBe(way)
  expect((await all()).map(({ name }) => name)).toEqual(['Verkstad'])
})

const noKey = ['x'.repeat(41), 'A'.repeat(32), '\u0000', '-']

test.for(noKey)('a key that no page has printed (%j) is as none, and stands on no page', async (key) => {
  const team = await startTeam()
  expect((await team.owner.post(start, { ...companyForm, key })).location).toMatch(/^\/sv\/companies\/[0-9a-f]{32}$/)
  const teamsPage = `${team.path}/teams`
  expect((await team.owner.post(teamsPage, { name: 'Lager', key })).location).toBe(teamsPage)
  const list = `${team.path}/invitations/list`
  expect((await team.owner.post(list, { rows: (await member(team)).id, key })).status).toBe(303)

  for (const [path, fields] of [
    [start, { ...companyForm, name: '' }],
    [teamsPage, { name: '' }],
    [list, { rows: '' }],
  ] as const) {
    const answer = await team.owner.post(path, { ...fields, key })
    expect([answer.status, /name="key" value="([^"]*)"/.exec(answer.text)?.[1]], plain(answer)).toEqual([
      422,
      expect.stringMatching(/^[0-9a-f]{32}$/),
    ])
  }
})

test.for(['key', 'rows', 'onBehalf', 'sure', 'file'])('a list with two fields %s is refused', async (name) => {
  const team = await startTeam()
  const body = new FormData()
  for (const [field, value] of Object.entries({ rows: name === 'file' ? '' : 'Tilda Rask', key: 'a'.repeat(32) }))
    body.append(field, value)
  const value = name === 'file' ? new File(['Tilda Rask'], 'lista.csv') : 'b'.repeat(32)
  if (name !== 'key' && name !== 'rows') body.append(name, value)
  body.append(name, value)
  const headers = { origin: 'http://navet.example' }
  const answer = await team.owner.send(`${team.path}/invitations/list`, { method: 'POST', body, headers })
  expect([answer.status, answer.text.includes('Tilda Rask')]).toEqual([422, false])
})
