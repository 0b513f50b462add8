import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { auditEntries, companies, memberships } from '../../worker/db/schema/companies.ts'
import { closeCompany } from '../support/closing.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { askToMerge, confirmMerger, idOf, mergeWith, proveOther, two } from '../support/merge-accounts.ts'
import { join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const page = '/sv/me/merger'

test('a company goes on seeing what it saw, and of the other account nothing before a tick', async () => {
  const { older, newer, first, second } = await two(db)
  const { owner, path, code } = await startTeam()
  await join(second, code, { name: 'Amira Haddad' })
  await earnBadge(first, db)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  expect(await idOf(db, newer)).toBe(await idOf(db, older))

  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
  expect((await first.get(`${path}/seen`)).text).toContain('value="granska-svaret"')
  await first.post(`${path}/shares`, { earlier: [course] })
  expect(rowOf(await owner.get(path), 'Amira')).toMatch(/\d{4}/)
  await first.post(`${path}/shares`, {})
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
})

test('while a company is closed: when it opens it sees no more than before, and a tick can still be taken away', async () => {
  const { newer, first, second } = await two(db)
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  const ticked = await startTeam()
  await join(first, ticked.code, { earlier: [course] })
  const untold = await startTeam()
  await join(first, untold.code)
  for (const { owner, path } of [ticked, untold]) await closeCompany(owner, path)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  await answer(first, lessonPath, 'tone-is-not-truth', 'Tonen')
  for (const { owner, path } of [ticked, untold]) expect((await owner.post(`${path}/reopening`, {})).status).toBe(303)
  for (const { owner, path } of [ticked, untold]) expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')

  await first.post(`${ticked.path}/shares`, { earlier: [course] })
  expect(rowOf(await ticked.owner.get(ticked.path), 'Amira')).toContain('Pågår')
  await first.post(`${ticked.path}/shares`, {})
  expect(rowOf(await ticked.owner.get(ticked.path), 'Amira')).toContain('Inte börjat')
  expect((await second.get('/sv/me')).status).toBe(303)
})

test('a tick of a company that is closed meanwhile holds, where nothing went on, and can be taken away', async () => {
  const { newer, first } = await two(db)
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  const { owner, path, code } = await startTeam()
  await join(first, code, { earlier: [course] })
  await closeCompany(owner, path)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  await owner.post(`${path}/reopening`, {})
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Pågår')
  await first.post(`${path}/shares`, {})
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
})

test('a badge that a company saw stays to be seen, also where the other account had it first', async () => {
  const { newer, first, second } = await two(db)
  await earnBadge(first, db)
  const { owner, path, code } = await startTeam()
  await join(second, code, { name: 'Amira Haddad' })
  await earnBadge(second, db)
  const before = rowOf(await owner.get(path), 'Amira')
  expect(before).toMatch(/\d{4}/)
  expect((await mergeWith(first, newer)).location).toBe(`${page}/done`)
  expect(rowOf(await owner.get(path), 'Amira')).toBe(before)
  // What is done from now on is seen as ever.
  await answer(first, lessonPath, 'nuts-promise', 'Tiderna')
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Pågår')
})

test('of two places in one company one is left, with the higher role, and the company keeps its owner', async () => {
  const { first, older } = await two(db)
  const { owner, path, code } = await startTeam()
  await join(first, code, { name: 'Amira Hemma' })
  const boss = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, path.split('/').at(-1)!))
  const ownerId = boss.find(({ role }) => role === 'owner')!.learner
  const [ownerRow] = await db.select().from(users).where(eq(users.id, ownerId))

  const proven = await proveOther(first, ownerRow!.email)
  expect(proven.location).toBe(`${page}/preview`)
  const preview = await first.get(`${page}/preview`)
  expect(preview.text).toContain('du är med två gånger. Det blir en plats, som ägare')
  expect((await confirmMerger(first, await askToMerge(first))).location).toBe(`${page}/done`)

  const left = await db
    .select()
    .from(memberships)
    .where(eq(memberships.company, path.split('/').at(-1)!))
  const there = left.filter(({ leftAt }) => leftAt === null)
  expect(there.map(({ role, learner }) => [role, learner])).toEqual([['owner', await idOf(db, older)]])
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.company, path.split('/').at(-1)!))
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['role-changed', 'member-left']))
  expect((await first.get(path)).status).toBe(200)
  expect((await owner.get(path)).status).not.toBe(200)
  const [company] = await db
    .select()
    .from(companies)
    .where(eq(companies.id, path.split('/').at(-1)!))
  expect([company!.closesAt, company!.closedAt]).toEqual([null, null])
})
