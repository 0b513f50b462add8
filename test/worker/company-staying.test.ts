import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { companyEvents, memberships } from '../../worker/db/schema/companies.ts'
import { readSettings } from '../../worker/env.ts'
import { runScheduled } from '../../worker/scheduled.ts'
import { mailsTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const scheduled = () =>
  runScheduled({ openDb: db, settings: readSettings(bindings()), bindings: bindings(), now: new Date() })

async function joined(code: string, name: string): Promise<string> {
  const email = somebody(name)
  await join(await signedIn(email), code, { name })
  return email
}

test('a company that was to close and got an owner stays, and whoever was told hears of it, once', async () => {
  const team = await startTeam()
  const people = await Promise.all(['amira', 'bo'].map((name) => joined(team.code, name)))
  const company = team.path.split('/').at(-1)!
  await db.run(
    sql`delete from users where id = (select learner from memberships where company = ${company} and role = 'owner')`,
  )
  await scheduled()
  const give = async (of: number) => {
    const [row] = await db.all<{ id: string }>(sql`select m.id from memberships m join users u on u.id = m.learner
      where m.company = ${company} and u.email = ${people[of]!}`)
    const member = row!.id
    await db.update(memberships).set({ role: 'owner' }).where(eq(memberships.id, member))
    const given = { id: crypto.randomUUID(), company, kind: 'owner-given', member, at: new Date() } as const
    await db.insert(companyEvents).values(given)
  }
  await give(0)
  await scheduled()
  for (const email of people)
    expect((await mailsTo(email)).filter(({ subject }) => subject === 'Siljans Plåt stängs inte')).toHaveLength(1)
  await give(1)
  await scheduled()
  expect((await mailsTo(people[1]!)).filter(({ subject }) => subject === 'Siljans Plåt stängs inte')).toHaveLength(1)
  expect((await mailsTo(people[1]!))[0]!.subject).toMatch(/ägare av Siljans Plåt/)
})
