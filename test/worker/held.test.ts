import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { codes, sessions, users } from '../../worker/db/schema/accounts.ts'
import { inBatch } from '../../worker/db/in-batch.ts'
import { heldAbout } from '../../worker/reports/held/held-about.ts'
import { tablesWith } from '../support/cells.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, eraseAccount, removeAddress } from '../support/step-up.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

const idOf = async (email: string) => (await db.select().from(users).where(eq(users.email, email)))[0]!.id
const heldBy = async (learner: string) => inBatch(db, heldAbout(db, { learner, whos: undefined }))

test('what somebody did here is held about them, and told without a secret or the name of anybody else', async () => {
  const { code } = await startTeam({ displayName: 'Anders Chef' })
  const email = somebody('asking')
  const person = await signedIn(email)
  await answer(person, lessonPath, 'nuts-promise', 'Tiderna')
  await join(person, code, { name: 'Gunvor Undrande', earlier: [course] })
  await addAddress(person, `other-${email}`)
  await addAddress(person, `third-${email}`)
  await removeAddress(person, `third-${email}`)
  await earnBadge(person, db)
  await new Browser().post('/sv/sign-in', { email: `other-${email}` })
  const { code: digits } = await mailTo(`other-${email}`)
  expect(digits).toMatch(/^\d{6}$/)
  const learner = await idOf(email)

  const held = await heldBy(learner)
  const filled = Object.entries(held)
    .filter(([, rows]) => rows.length > 0)
    .map(([name]) => name)
  expect(filled.toSorted()).toEqual(
    [
      'account',
      'addresses',
      'addresses removed',
      'answers',
      'badge tests drawn',
      'badge tests handed in',
      'badges',
      'badges as signed',
      'codes mailed',
      'companies',
      'courses begun',
      'devices signed in',
      'earlier courses shown',
      'entries in companies’ logs',
      'mails',
    ].toSorted(),
  )
  expect(held.companies).toMatchObject([{ company: 'Siljans Plåt', role: 'member', coursesShown: 'all', leftAt: null }])
  expect(held['badge tests drawn']).toMatchObject([{ course, drawn: expect.any(Array), closedAt: expect.any(Date) }])
  expect(held['badge tests handed in']).toMatchObject([{ course, passed: true }])
  expect(held.addresses.map((row) => row.email)).toEqual([email, `other-${email}`])

  const told = JSON.stringify(held)
  const [session] = await db.select().from(sessions).where(eq(sessions.userId, learner))
  const mailed = await db.select().from(codes).where(eq(codes.email, email))
  const secrets = mailed.flatMap((row) => [row.codeHash, row.browser, row.linkHash]).filter(Boolean)
  expect(secrets.length).toBeGreaterThan(5)
  for (const foreign of [session!.token, code, digits, 'Anders Chef', ...secrets]) expect(told).not.toContain(foreign)
})

test('somebody else’s rows are never among them, and of an erased account nothing is', async () => {
  const [email, other] = [somebody('one'), somebody('two')]
  const [person, neighbour] = [await signedIn(email), await signedIn(other)]
  await answer(person, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(neighbour, lessonPath, 'nuts-promise', 'Tiderna')
  const [learner, next] = [await idOf(email), await idOf(other)]
  const told = JSON.stringify(await heldBy(learner))
  expect([told.includes(next), told.includes(other)]).toEqual([false, false])

  await eraseAccount(person)
  expect(Object.values(await heldBy(learner)).flat()).toEqual([])
  expect(await tablesWith(db, [learner])).toEqual(['erasures'])
  expect((await heldBy(next)).answers).toHaveLength(1)
})

test('an address that was another account’s tells nothing of that account', async () => {
  const [former, shared] = [somebody('former'), somebody('shared')]
  const before = await signedIn(former)
  await addAddress(before, shared)
  await before.post('/sv/me/addresses', { email: somebody('private'), to: shared })
  await removeAddress(before, shared)

  await signedIn(shared)
  const held = await heldBy(await idOf(shared))
  expect(held['codes mailed']).toMatchObject([{ purpose: 'sign-in', about: shared, to: shared }])
  const told = JSON.stringify(held)
  expect([told.includes(former), told.includes('private-')]).toEqual([false, false])
  expect(held.mails, 'all of them went there before the account was').toEqual([])
})
