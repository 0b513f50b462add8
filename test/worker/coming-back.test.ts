import { beforeEach, describe, expect, test } from 'vitest'

import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam, type Team } from '../support/teams.ts'
import { Browser } from '../support/worker.ts'

let team: Team
let amira: Browser

beforeEach(async () => {
  team = await startTeam()
  amira = await signedIn(somebody())
  await join(amira, team.code)
})

describe('coming back', () => {
  test('shows what was shared before only if it is ticked, and the page says so', async () => {
    await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toContain('Pågår')
    await amira.post(`${team.path}/departure`, {})

    const page = await amira.get(`/sv/join/${team.code}`)
    expect(page.text).toContain('Du har varit med här förut')
    expect(page.text).toContain('syntes när du var med förut')
    expect(page.text).not.toMatch(new RegExp(`<input[^>]*name="earlier"[^>]*value="${course}"[^>]*checked`))
    await join(amira, team.code)
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toContain('Inte börjat')
    expect((await amira.get(`${team.path}/seen`)).text).toContain('syns igen bara om du kryssar i det')

    await amira.post(`${team.path}/departure`, {})
    await join(amira, team.code, { earlier: [course] })
    expect(rowOf(await team.owner.get(team.path), 'Amira')).toContain('Pågår')
  })

  test('nobody else is told that they have been there', async () => {
    const bo = await signedIn()
    expect((await bo.get(`/sv/join/${team.code}`)).text).not.toContain('varit med här förut')
    expect((await new Browser().get(`/sv/join/${team.code}`)).text).not.toContain('varit med här förut')
  })
})

describe('a receipt', () => {
  test('stands on the page one lands on after joining and after leaving, which asks first', async () => {
    const bo = await signedIn()
    const joined = await join(bo, team.code, { name: 'Bo' })
    expect((await bo.get(joined.location!)).text).toContain('Du är med i Siljans Plåt')
    const seen = await bo.get(`${team.path}/seen`)
    expect(seen.text).toContain(`href="${team.path}/departure"`)
    expect(seen.text).not.toContain(`action="${team.path}/departure"`)
    expect((await bo.get(`${team.path}/departure`)).text).toContain('Lämna Siljans Plåt?')

    const left = await bo.post(`${team.path}/departure`, {})
    expect((await bo.get(left.location!)).text).toContain('Du är inte längre med i Siljans Plåt')
    expect((await amira.get(left.location!)).text).not.toContain('Du är inte längre med')
  })

  test('the whole link works where a code is asked for, and so does a code with spaces, dashes and small letters', async () => {
    const dashed = team.code.toLowerCase().replace(/(.{4})(?=.)/g, '$1\u2011')
    for (const typed of [
      `https://navet.example/sv/join/${team.code}`,
      ` http://navet.example/en/join/${team.code}?utm=x#y `,
      `Här är länken: https://navet.example/sv/join/${team.code} /Anders`,
      dashed,
      team.code.replace(/(.{4})(?=.)/g, '$1\u00A0'),
    ]) {
      const found = await new Browser().get(`/sv/join?${new URLSearchParams({ code: typed })}`)
      expect(found.location).toBe(`/sv/join/${team.code}`)
    }
    const field = /<input[^>]*name="code"[^>]*>/.exec((await amira.get('/sv/companies?all=1')).text)![0]
    expect(field).not.toContain('maxlength')
    const dead = await new Browser().get(`/sv/join?${new URLSearchParams({ code: 'https://evil.example/x' })}`)
    expect((await new Browser().get(dead.location!)).status).toBe(404)
  })
})
