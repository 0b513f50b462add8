import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { dayInWords, dayOf } from '../../formats/day.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { absences } from '../../worker/db/schema/retention.ts'
import { kept } from '../../worker/retention/kept.ts'
import { absentMonths, monthsAfter } from '../../worker/retention/rules.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

test('signing in is being here; Your data says on which day the account goes if nobody comes again', async () => {
  const email = somebody()
  const person = await signedIn(email)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  expect(Math.abs(user!.seenAt!.getTime() - Date.now())).toBeLessThan(60_000)
  const day = dayInWords(dayOf(monthsAfter(user!.seenAt!, absentMonths)), 'sv')
  expect((await person.get('/sv/me/privacy')).text).toContain(`raderas det den ${day}`)
  expect((await person.get('/en/me/privacy')).text).toContain('If nobody signs in to the account')
})

test('whoever signs in again takes the letters back', async () => {
  const email = somebody()
  await signedIn(email)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  await db
    .update(users)
    .set({ seenAt: new Date('2024-01-01T00:00:00Z') })
    .where(eq(users.id, user!.id))
  await db.insert(absences).values({ learner: user!.id, firstAt: new Date(), goesOn: '2999-01-01' })
  await signedIn(email)
  expect(await db.$count(absences, eq(absences.learner, user!.id))).toBe(0)
  const [again] = await db.select().from(users).where(eq(users.id, user!.id))
  expect(again!.seenAt!.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test('the notice has every line of what is kept, with its numbers', async () => {
  for (const path of ['/sv/privacy', '/en/privacy', '/sv/about']) {
    const { text } = await new Browser().get(path)
    const lines = text.split('<dt>').length - 1
    expect([path, lines >= Object.keys(kept).length]).toEqual([path, true])
    expect(text).toMatch(/36 (månader|months)/)
    expect(text).not.toMatch(/\{\w+\}/)
  }
})
