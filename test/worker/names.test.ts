import { describe, expect, test } from 'vitest'

import { signedIn } from '../support/people.ts'

describe('a name', () => {
  test('is saved and shown at once', async () => {
    const browser = await signedIn()
    expect((await browser.post('/sv/me/name', { name: ' Åsa Öberg ' })).location).toBe('/sv/me')
    const page = await browser.get('/sv/me/name')
    expect(page.text).toContain('value="Åsa Öberg"')
    expect(page.trips).toBe(0)
  })

  test.each([
    ['', 'Skriv ett namn'],
    ['123', 'minst en bokstav'],
    ['å'.repeat(81), 'längre än 80 tecken'],
    ['Amira\u202Egnp.exe', 'tecken som inte syns'],
  ])('that is %j is refused, the field named and what was typed kept', async (name, words) => {
    const browser = await signedIn()
    const answer = await browser.post('/sv/me/name', { name })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('aria-describedby="name-hint name-error"')
    expect(answer.text).toContain(`value="${name}"`)
    expect(answer.text).toContain('<title>Fel: Ditt namn')
    expect(answer.text).toMatch(/role="alert" tabindex="-1" autofocus/)
  })

  test('with HTML in it shows as it was typed', async () => {
    const browser = await signedIn()
    await browser.post('/sv/me/name', { name: '<b onmouseover="x">Amira' })
    const page = await browser.get('/sv/me/name')
    expect(page.text).toContain('&lt;b onmouseover=&quot;x&quot;&gt;Amira')
    expect(page.text).not.toContain('<b onmouseover')
  })
})
