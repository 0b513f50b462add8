import { and, eq, isNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
let team: Team
let company: string
let heir: string
let own: string
let amira: Browser
let email: string

beforeEach(async () => {
  team = await startTeam()
  company = team.path.split('/').at(-1)!
  email = somebody()
  amira = await signedIn(email)
  await join(amira, team.code)
  const rows = await db.select().from(memberships).where(eq(memberships.company, company))
  heir = rows.find(({ role }) => role === 'member')!.id
  own = rows.find(({ role }) => role === 'owner')!.id
})

const path = () => `${team.path}/handover`
const roles = async () =>
  Object.fromEntries(
    (
      await db
        .select()
        .from(memberships)
        .where(and(eq(memberships.company, company), isNull(memberships.leftAt)))
    ).map(({ id, role }) => [id === heir ? 'heir' : 'own', role]),
  )
const ownerEmail = async () => {
  const [row] = await db
    .select({ email: users.email })
    .from(users)
    .innerJoin(memberships, eq(memberships.learner, users.id))
    .where(eq(memberships.id, own))
  return row!.email
}

test.for(['owner', 'manager', 'member'] as const)(
  'the only owner hands the company over with a mailed code, and is then: %s',
  async (self) => {
    const page = await team.owner.get(`${team.path}/members/${own}`)
    expect([page.status, page.trips]).toEqual([200, 1])
    expect(page.text).toContain(`action="${path()}"`)
    expect(page.text).toContain('Amira Haddad')
    const asked = await team.owner.post(path(), { heir, self })
    expect(asked.location).toContain(`/handover?heir=${heir}&self=${self}`)
    expect(await roles()).toEqual({ own: 'owner', heir: 'member' })
    expect((await team.owner.get(asked.location!)).text).toContain('vem som äger företaget')
    const { code } = await mailTo(await ownerEmail())
    expect((await team.owner.post(path(), { heir, self, code: code === '000000' ? '111111' : '000000' })).status).toBe(
      422,
    )
    const done = await team.owner.post(path(), { heir, self, code })
    expect(done.location).toBe(self === 'member' ? `${team.path}/seen` : `${team.path}/members`)
    expect((await team.owner.get(done.location!)).status).toBe(200)
    expect(await roles()).toEqual({ own: self, heir: 'owner' })
    expect((await mailTo(email)).subject).toBe('Du är ägare av Siljans Plåt')
  },
)

test('a code for one handover is none for another', async () => {
  await team.owner.post(path(), { heir, self: 'owner' })
  const { code } = await mailTo(await ownerEmail())
  expect((await team.owner.post(path(), { heir, self: 'member', code })).status).toBe(422)
  expect(await roles()).toEqual({ own: 'owner', heir: 'member' })
})

test('what is missing is said at its field, and nobody but an owner hands over', async () => {
  const none = await team.owner.post(path(), { self: 'owner' })
  expect([none.status, none.text.includes('id="heir-error"')]).toEqual([422, true])
  const odd = await team.owner.post(path(), { heir, self: 'boss' })
  expect([odd.status, odd.text.includes('id="self-error"')]).toEqual([422, true])
  expect((await team.owner.post(path(), { heir: 'f'.repeat(32), self: 'owner' })).status).toBe(404)
  expect((await amira.post(path(), { heir, self: 'owner' })).status).toBe(403)
  expect((await (await signedIn()).post(path(), { heir, self: 'owner' })).status).toBe(404)
  expect((await team.owner.get(path())).location).toBe(`${team.path}/members/${own}`)
})
