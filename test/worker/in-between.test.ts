import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { memberships } from '../../worker/db/schema/companies.ts'
import { closeCompany } from '../support/closing.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn } from '../support/people.ts'
import { join, makeTeam, rowOf, startTeam, type Team } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())
const tick = `value="${course}"`
const begin = (person: Browser) => answer(person, lessonPath, 'nuts-promise', 'Tiderna')
const membersOf = ({ path }: Team) =>
  db
    .select()
    .from(memberships)
    .where(and(eq(memberships.company, path.split('/').at(-1)!), isNull(memberships.leftAt)))

/** What is done, and undone, between which somebody does not belong to the company, and does again afterwards. */
const gaps = {
  'a company was closed': {
    ends: ({ owner, path }: Team) => closeCompany(owner, path),
    goesOn: ({ owner, path }: Team) => owner.post(`${path}/reopening`, {}),
  },
  'somebody was removed': {
    ends: ({ owner, path }: Team, member: string) => owner.post(`${path}/members/${member}/removal`, {}),
    goesOn: ({ owner, path }: Team, member: string) => owner.post(`${path}/members/${member}/restoration`, {}),
  },
}

async function joined(fields = {}, first: (person: Browser) => Promise<unknown> = async () => undefined) {
  const team = await startTeam()
  const amira = await signedIn()
  await first(amira)
  await join(amira, team.code, fields)
  const [member] = (await membersOf(team)).filter(({ role }) => role === 'member')
  const row = async () => rowOf(await team.owner.get(team.path), 'Amira')
  return { team, amira, member: member!.id, row }
}

describe.each(Object.entries(gaps))('while %s', (_, { ends, goesOn }) => {
  test('what one does is seen afterwards only if one ticks it, and can be hidden again', async () => {
    const { team, amira, member, row } = await joined()
    await ends(team, member)
    await earnBadge(amira, db)
    expect((await goesOn(team, member)).status).toBe(303)

    expect(await row()).toContain('Inte börjat')
    const seen = await amira.get(`${team.path}/seen`)
    expect(seen.text).toContain(tick)
    expect(seen.text).toContain('Annat visas bara om du själv väljer det.')
    expect(seen.text).not.toContain('Du har varit med här förut')
    await amira.post(`${team.path}/shares`, { earlier: [course] })
    expect(await row()).toMatch(/\d{4}/)
    await amira.post(`${team.path}/shares`, {})
    expect(await row()).toContain('Inte börjat')
  })

  test('what went on is seen as far as it had come, until one ticks it', async () => {
    const { team, amira, member, row } = await joined()
    await begin(amira)
    const before = await row()
    expect(before).toContain('Pågår')
    await ends(team, member)
    await earnBadge(amira, db)
    await goesOn(team, member)

    expect(await row()).toBe(before)
    expect((await amira.get(`${team.path}/seen`)).text).toContain(tick)
    await amira.post(`${team.path}/shares`, { earlier: [course] })
    expect(await row()).toMatch(/\d{4}/)
  })

  test('what had been seen is seen again as it was, with nothing to tick, and what is done from then on as ever', async () => {
    const { team, amira, member, row } = await joined()
    await earnBadge(amira, db)
    const before = await row()
    expect(before).toMatch(/\d{4}/)
    await ends(team, member)
    await goesOn(team, member)
    expect(await row()).toBe(before)
    const seen = await amira.get(`${team.path}/seen`)
    expect(seen.text).not.toContain(tick)
    expect(seen.text).toContain('inget mer att visa än det företaget redan har sett')

    // A second time over, with nothing done in between.
    await ends(team, member)
    await goesOn(team, member)
    expect(await row()).toBe(before)
  })

  test('what was begun before joining, and gone on with in between only, is not seen', async () => {
    const { team, amira, member, row } = await joined({}, begin)
    expect(await row()).toContain('Inte börjat')
    await ends(team, member)
    await answer(amira, lessonPath, 'link-is-not-proof', 'Ta')
    await goesOn(team, member)
    expect(await row()).toContain('Inte börjat')
    expect((await amira.get(`${team.path}/seen`)).text).toContain(tick)
    // Again, where something of it had been seen.
    await amira.post(`${team.path}/shares`, { earlier: [course] })
    expect(await row()).toContain('Pågår')
    await amira.post(`${team.path}/shares`, {})
    expect(await row()).toContain('Inte börjat')
  })

  test('what is finished afterwards is seen, and no tick is offered for it', async () => {
    const { team, amira, member, row } = await joined()
    await begin(amira)
    await ends(team, member)
    await goesOn(team, member)
    await earnBadge(amira, db)
    expect(await row()).toMatch(/\d{4}/)
    expect((await amira.get(`${team.path}/seen`)).text).not.toContain(tick)
  })

  test('a tick from before holds where nothing went on, and can still be taken away', async () => {
    const { team, amira, member, row } = await joined({ earlier: [course] }, begin)
    expect(await row()).toContain('Pågår')
    await ends(team, member)
    await goesOn(team, member)
    expect(await row()).toContain('Pågår')
    await amira.post(`${team.path}/shares`, {})
    expect(await row()).toContain('Inte börjat')
  })

  test('a tick from before is set anew or not at all where something did', async () => {
    const { team, amira, member, row } = await joined({ earlier: [course] }, begin)
    await ends(team, member)
    await earnBadge(amira, db)
    await goesOn(team, member)
    expect(await row()).toContain('Inte börjat')
    await amira.post(`${team.path}/shares`, { earlier: [course] })
    expect(await row()).toMatch(/\d{4}/)
  })

  test('who ran a team runs nothing, and runs it again afterwards', async () => {
    const { team, amira, member } = await joined()
    const part = await makeTeam(team.owner, team.path)
    await team.owner.post(`${team.path}/members/${member}`, {
      role: 'team-manager',
      runs: [part],
      name: 'Amira Haddad',
    })
    expect((await amira.get(team.path)).status).toBe(200)
    await ends(team, member)
    expect((await amira.get(team.path)).status).toBe(404)
    const list = await team.owner.get(`${team.path}/teams`)
    if (list.status === 200) expect(list.text).not.toContain('Chef: Amira')
    await goesOn(team, member)
    expect((await amira.get(team.path)).status).toBe(200)
    expect((await team.owner.get(`${team.path}/teams`)).text).toMatch(/Chef:?\s*Amira/)
  })
})

test('leaving a closed company is no leaving: whoever wants to does it when it is open again', async () => {
  const { team, amira } = await joined()
  await gaps['a company was closed'].ends(team)
  expect((await amira.post(`${team.path}/departure`, {})).status).toBe(404)
  await gaps['a company was closed'].goesOn(team)
  expect((await amira.post(`${team.path}/departure`, {})).status).toBe(303)
  expect((await amira.get(`${team.path}/seen`)).status).toBe(404)
})

test('undone from both sides at once, nothing is seen that was done in between', async () => {
  const { team, amira, member, row } = await joined()
  await gaps['somebody was removed'].ends(team, member)
  await earnBadge(amira, db)
  await Promise.all([1, 2, 3].map(() => gaps['somebody was removed'].goesOn(team, member)))
  expect(await row()).toContain('Inte börjat')
})
