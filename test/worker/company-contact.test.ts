import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { companies } from '../../worker/db/schema/companies.ts'
import { course, lessonPath } from '../support/lessons.ts'
import { closeCompany } from '../support/closing.ts'
import { signedIn } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const asking = `/sv/courses/${course}/why-wrong-sounds-right`
const shown = [asking, `/sv/courses/${course}/artefact`, '/sv/me']
/** Of a lesson that does not say to ask, of the catalogue and the API. */
const elsewhere = [
  lessonPath,
  '/sv',
  `/sv/courses/${course}`,
  `/api/v1/courses/${course}`,
  `/api/v1/courses/${course}/lessons/why-wrong-sounds-right`,
  '/api/v1/companies',
  '/api/v1/me',
]

async function teamWithContact(name: string, reach: string) {
  const team = await startTeam({ name })
  await team.owner.post(`${team.path}/contact`, { contactName: `Karin ${reach}`, contactReach: reach })
  return team
}

test('a company’s contact stands where a lesson says to ask, on the card and on /me, for its members alone', async () => {
  const { owner, path, code } = await teamWithContact('Plåt & Smide', '0243-123 45')
  const amira = await signedIn()
  for (const page of [...shown, ...elsewhere]) {
    for (const browser of [amira, new Browser()]) {
      expect((await browser.get(page)).text, page).not.toMatch(/Karin|0243-123/)
    }
  }
  await join(amira, code)
  for (const page of shown) {
    const { text } = await amira.get(page)
    expect(text, page).toContain('Hos Plåt &amp; Smide: Karin 0243-123 45, <a href="tel:024312345">0243-123 45</a>')
  }
  for (const page of elsewhere) expect((await amira.get(page)).text, page).not.toMatch(/Karin/)
  expect((await owner.get(asking.replace('/sv/', '/en/'))).text).toContain('At Plåt &amp; Smide: Karin')
  // What others get of the same lesson is what it was.
  expect((await new Browser().get(asking)).text).not.toMatch(/Karin|Vem du frågar/)
  expect((await (await signedIn()).get(asking)).text).not.toMatch(/Karin|Vem du frågar/)

  await amira.post(`${path}/departure`, {})
  for (const page of shown) expect((await amira.get(page)).text, page).not.toMatch(/Karin/)
  await closeCompany(owner, path, 'Plåt & Smide')
  expect((await owner.get(asking)).text).not.toMatch(/Karin/)
})

test('somebody in several companies sees each one’s, with its name; one without a contact shows none', async () => {
  const first = await teamWithContact('Första', 'karin@plat.example')
  const second = await teamWithContact('Andra', 'Kontoret, rum 3')
  const third = await startTeam({ name: 'Tredje' })
  const amira = await signedIn()
  for (const { code } of [first, second, third]) await join(amira, code)
  const { text } = await amira.get(asking)
  expect(text).toMatch(/Hos Första: [^<]*, <a href="mailto:karin@plat\.example">karin@plat\.example<\/a>/)
  expect(text).toContain('Hos Andra: Karin Kontoret, rum 3, Kontoret, rum 3</p>')
  expect(text).not.toContain('Hos Tredje')
})

test('it costs no round trip: neither the lesson nor /me asks more often than without a company', async () => {
  const { code, path } = await teamWithContact('Plåt', '0243-123 45')
  const amira = await signedIn()
  const tripsOf = async () => {
    const trips = []
    for (const page of [asking, lessonPath, '/sv/me']) trips.push((await amira.get(page)).trips)
    return trips
  }
  const before = await tripsOf()
  await join(amira, code)
  expect(await tripsOf()).toEqual(before)
  expect(before).toEqual([1, 1, 1])
  expect((await new Browser().get(asking)).trips).toBe(0)
  expect((await amira.get(`/sv/courses/${course}/artefact`)).trips).toBe(1)
  await db
    .update(companies)
    .set({ contactName: null })
    .where(eq(companies.id, path.split('/').at(-1)!))
  expect((await amira.get(asking)).text).not.toContain('Hos Plåt')
})
