import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { dayInWords, dayOf, daysAfterDay } from '../../formats/day.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { answer, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const page = '/sv/me/privacy'

test('a member of one company sees there what its manager sees, letter for letter, and who opened it', async () => {
  const team = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, team.code)
  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
  const managers = rowOf(await team.owner.get(team.path), 'Amira')
  const own = await amira.get(page)
  expect(own.trips).toBe(2)
  expect(rowOf(own, 'Amira')).toBe(managers)
  expect(own.text).toContain('Anders Öst, ägare')
  expect(own.text).toContain('Ingen har sett')
  expect(own.text).toContain(`href="${team.path}/departure"`)
  expect(own.text).not.toContain('samtycke')
})

test('a member of several is led to each, and of none told that nobody sees anything', async () => {
  const amira = await signedIn(somebody())
  const alone = await amira.get(page)
  expect([alone.trips, alone.text.includes('Då ser ingen annan vad du gör här')]).toEqual([1, true])
  const teams = [await startTeam({ name: 'Ettan' }), await startTeam({ name: 'Tvåan' })]
  for (const team of teams) await join(amira, team.code)
  const { text, trips } = await amira.get(page)
  expect(trips).toBe(1)
  for (const { path } of teams) expect(text).toContain(`href="${path}/seen"`)
})

test('the third column is counted for whoever reads', async () => {
  const team = await startTeam()
  const email = somebody()
  const amira = await signedIn(email)
  await join(amira, team.code)
  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
  await team.owner.get(team.path)
  await db
    .update(users)
    .set({ seenAt: new Date('2026-11-24T10:00:00Z') })
    .where(eq(users.email, email))
  const { text } = await amira.get(page)
  const plain = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(plain).toContain('Svar: 1. Raderas tidigast 24 november 2028.')
  expect(plain).toContain('Raderas tidigast 24 november 2029. Vi mejlar före.')
  expect(plain).toContain(`Dagar: 1. Den äldsta försvinner ${dayInWords(daysAfterDay(dayOf(new Date()), 90), 'sv')}.`)
  expect(plain).toContain('Företag: 1.')
  expect(plain).toContain('Enheter: 1.')
  // Nothing was removed, and nothing sent too late.
  expect(plain).toContain('kan ångra det. Inget just nu.')

  const nobody = (await (await signedIn(somebody())).get(page)).text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  expect(nobody).not.toContain('Svar: ')
  expect(nobody).not.toContain('Företag: ')
})
