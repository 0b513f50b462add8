import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { answer, lessonPath } from '../support/lessons.ts'
import { signedIn } from '../support/people.ts'
import { companyForm, join, startTeam, teamCode } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'
import { companies } from '../../worker/db/schema/companies.ts'

const db = database(bindings())

test('whoever is alone goes straight to a page of their own, where nothing is said of sharing or of a team', async () => {
  const person = await signedIn()
  // Terms that name no course that was begun would hide it from others; here there are none.
  await answer(person, lessonPath, 'nuts-promise', 'Löftet')
  const { location } = await person.post('/sv/companies/new', { ...companyForm, size: '1', name: 'Orsa Redovisning' })
  const { text, trips } = await person.get(location!)
  expect(text).toContain('bara du')
  expect(text).toContain('0 av 2 kurser klara.')
  expect(text).toContain('>Pågår<')
  expect(text).toContain('Fortsätt: ')
  expect(text).not.toMatch(/Inte delat|Bjud in kollegorna|class="matrix"|\/join\//)
  expect(text).toContain(`${location}/settings`)
  expect(trips).toBe(2)
})

test('with the first who joins it is the page of a team, and alone again it is one’s own', async () => {
  const { owner, path } = await startTeam()
  await db
    .update(companies)
    .set({ size: '1' })
    .where(eq(companies.id, path.split('/').at(-1)!))
  expect((await owner.get(path)).text).toContain('bara du')
  const amira = await signedIn()
  const code = await codeOf()
  await join(amira, code)
  expect((await owner.get(path)).text).toContain('class="matrix"')
  await amira.post(`${path}/departure`, {})
  expect((await owner.get(path)).text).toContain('bara du')
  expect((await amira.get(path)).status).toBe(404)

  async function codeOf() {
    const id = eq(companies.id, path.split('/').at(-1)!)
    await db.update(companies).set({ size: '2-9' }).where(id)
    const found = await teamCode(owner, path)
    await db.update(companies).set({ size: '1' }).where(id)
    return found
  }
})

test('a company that is to be more says that it is one as yet, and how to invite', async () => {
  const { owner, path } = await startTeam()
  const { text } = await owner.get(path)
  expect(text).toContain('Än är det bara du.')
  expect(text).toContain(`href="${path}/invitations"`)
})
