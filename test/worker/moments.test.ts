import { expect, test } from 'vitest'

import { signedIn } from '../support/people.ts'
import { startTeam } from '../support/teams.ts'
import { Browser } from '../support/worker.ts'

/** Digits that are no moment: the first is one millisecond after the last that there is. */
const none = ['8640000000000001', '9007199254740993', '9'.repeat(40), '-8640000000000001', '1e3', '1.5', '', 'x']

test.for(none)('a sheet of papers made at "%s" is no sheet of papers', async (made) => {
  const { owner, path } = await startTeam()
  await owner.post(`${path}/papers`, { names: 'Pelle Lager' })
  const asked = await owner.get(`${path}/papers/sheet?made=${made}`)
  expect(asked.status).toBe(422)
  expect(asked.text).not.toContain('Pelle Lager')
  expect((await owner.get(`${path}/papers/sheet?made=8640000000000000`)).location).toBe(`${path}/papers`)
  expect((await owner.get(`${path}/papers/sheet`)).text).toContain('Pelle Lager')
})

test.for(none)('a recovery card made at "%s" is none that somebody has kept', async (made) => {
  const browser = await signedIn()
  await browser.post('/sv/me/recovery', {})
  expect((await browser.post('/sv/me/recovery/card', { made })).status).toBe(422)
  expect((await browser.post('/sv/me/recovery/card', {})).status).toBe(303)
})

test('numbers in other addresses that are too large for anything lead nowhere', async () => {
  const { owner, path } = await startTeam()
  for (const digits of none.filter((each) => /^\d+$/.test(each))) {
    expect((await new Browser().get(`/status/${digits}`)).status, digits).toBe(404)
    expect((await owner.get(`${path}/log?before=${digits}.1`)).status, digits).toBe(200)
    expect((await owner.get(`${path}/members?page=${digits}`)).status, digits).toBe(200)
    expect((await owner.get(`${path}/invitations?page=${digits}`)).status, digits).toBe(200)
    for (const form of ['terms', 'terms/answer', 'move'])
      expect((await owner.post(`${path}/${form}`, { version: digits, terms: digits })).status, form).toBeLessThan(500)
  }
})
