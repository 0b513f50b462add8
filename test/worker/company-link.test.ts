import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { invitations } from '../../worker/db/schema/companies.ts'
import { actionsOf, plain } from '../support/invited.ts'
import { signedIn } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

describe('the link for everybody', () => {
  test('is shown with its code, a picture, its end and how many have used it', async () => {
    const team = await startTeam()
    await join(await signedIn(), team.code)
    const page = await team.owner.get(`${team.path}/invitations`)
    expect(page.trips).toBe(1)
    expect(page.text).toContain(`value="http://navet.example/sv/join/${team.code}"`)
    expect(page.text).toContain(team.code.match(/.{4}/g)!.join('-'))
    expect(page.text).toMatch(/<svg class="qr" viewBox="-4 -4 \d+ \d+" role="img"/)
    expect(plain(page)).toContain('för högst 150 personer. 1 har använt den.')
    const poster = await team.owner.get(`${team.path}/invitations/poster`)
    expect(poster.text).toContain('<svg class="qr"')
    expect(plain(poster)).toContain('navet.example/join och koden:')
  })

  test('is closed on a page that asks, with a new one at once where that is ticked', async () => {
    const team = await startTeam()
    expect(plain(await team.owner.get(`${team.path}/invitations/closing`))).toContain('Stäng länken?')
    const renewed = await team.owner.post(`${team.path}/invitations/closing`, { renew: 'yes' })
    expect(renewed.location).toBe(`${team.path}/invitations?said=renewed`)
    expect((await new Browser().get(`/sv/join/${team.code}`)).status).toBe(404)
    expect((await team.owner.get(`${team.path}/invitations`)).text).toMatch(/\/join\/[0-9A-Z]{16}"/)
    await team.owner.post(`${team.path}/invitations/closing`, {})
    expect((await team.owner.get(`${team.path}/invitations`)).text).not.toMatch(/\/join\/[0-9A-Z]{16}"/)
    expect((await team.owner.get(`${team.path}/invitations/poster`)).location).toBe(`${team.path}/invitations`)
    expect(await actionsOf(team)).toEqual(expect.arrayContaining(['link-closed']))
  })

  test('is full when so many have joined by it', async () => {
    const team = await startTeam()
    await db.update(invitations).set({ uses: 149 }).where(eq(invitations.code, team.code))
    const people = await Promise.all([1, 2].map(() => signedIn()))
    const answers = await Promise.all(people.map((person) => join(person, team.code)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404])
    expect(plain(await team.owner.get(`${team.path}/invitations`))).toContain('Länken är full.')
  })

  test('keeps nothing of a no, and is made a hundred times a day at the most', async () => {
    const team = await startTeam()
    const before = await db.select().from(invitations).where(eq(invitations.code, team.code))
    await new Browser().post(`/sv/join/${team.code}/decline`, {})
    expect(await db.select().from(invitations).where(eq(invitations.code, team.code))).toEqual(before)
    expect(plain(await new Browser().get(`/sv/join/${team.code}/decline`))).toContain('Ingenting är sparat.')
    const statuses = []
    for (let n = 0; n < 101; n += 1)
      statuses.push((await team.owner.post(`${team.path}/invitations`, { for: 'one' })).status)
    expect(statuses.indexOf(429)).toBe(99)
    expect((await new Browser().get(`/sv/join/${team.code}`)).status).toBe(200)
  }, 120_000)

  test('is found by hand from the poster: /join, in the language of the browser', async () => {
    const typed = await new Browser().get('/join', { 'accept-language': 'en' })
    expect([typed.status, typed.location]).toEqual([302, '/en/join'])
    expect(plain(await new Browser().get('/en/join'))).toContain('Type the code.')
  })

  test('for one person stands in the list, and can be withdrawn', async () => {
    const team = await startTeam()
    const made = await team.owner.post(`${team.path}/invitations`, { for: 'one' })
    const code = made.location!.split('/').at(-1)!
    expect(plain(await team.owner.get(`${team.path}/invitations`))).toContain('Länk för en enda person')
    await team.owner.post(`${team.path}/invitations/withdrawal`, { code })
    expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(404)
    expect(plain(await team.owner.get(`${team.path}/invitations`))).not.toContain('Länk för en enda person')
  })
})
