import { expect, test } from 'vitest'

import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser } from '../support/worker.ts'

const named = { CONTROLLER_NAME: 'Falu Verkstad AB', CONTACT_EMAIL: 'data@verkstad.example' }

test('who answers for the data, how to reach them and how long things are kept stands where anybody can read it', async () => {
  const { text } = await new Browser(bindings(named)).get('/sv/about')
  expect(text).toContain('Falu Verkstad AB ansvarar för uppgifterna här')
  expect(text).toContain('<a href="mailto:data@verkstad.example">')
  for (const term of ['36 månader', '24 månader', '15 minuter', '30 dagar', '90 dagar']) expect(text).toContain(term)
})

test('where the operator has named nobody, the pages say so', async () => {
  const { text } = await new Browser().get('/en/about')
  expect(text).toContain('has not said who is responsible')
  expect(text).toContain('No contact address is given')
  expect(text).not.toContain('mailto:')
})

test('the same stands beside what others see', async () => {
  const browser = await signedIn(somebody(), bindings(named))
  const { text } = await browser.get('/sv/me/privacy')
  for (const words of ['Falu Verkstad AB', 'data@verkstad.example', '36 månader', 'imy.se'])
    expect(text).toContain(words)
})

test('the notice names who answers for what, whose machines are used, and what anybody may do', async () => {
  const settings = { ...named, SUPPLIERS: 'Serverhallen i Falun (datorer), Postbudet (mejl)' }
  const { text } = await new Browser(bindings(settings)).get('/sv/privacy')
  for (const words of ['Falu Verkstad AB', 'Serverhallen i Falun', 'artikel 6.1 b', 'imy.se', '/sv/me/erasure'])
    expect(text).toContain(words)
  expect((await new Browser().get('/en/privacy')).text).toContain('Who they are has not been stated here')
})

test('the agreement is filled in as far as it is known, with a line to write on where it is not', async () => {
  const linesOf = async (settings: Record<string, string>) =>
    (await new Browser(bindings(settings)).get('/sv/agreement')).text.match(/class="blank__line"/g)?.length
  expect(await linesOf({ ...named, SUPPLIERS: 'Postbudet' })).toBe(5)
  expect(await linesOf({})).toBe(7)
})

test('both say that they are templates until a lawyer has read them', async () => {
  for (const path of ['/sv/privacy', '/sv/agreement']) {
    expect((await new Browser(bindings(named)).get(path)).text).toContain('En jurist hos Falu Verkstad AB')
    const read = await new Browser(bindings({ ...named, PAPERS_READ: '2026-12-15' })).get(path)
    expect(read.text).not.toContain('Mall från Navet')
    expect(read.text).toContain('15 december 2026')
  }
})

test('whoever found a hole is told where to write, for half a year from now', async () => {
  const { text, headers } = await new Browser(bindings(named)).get('/.well-known/security.txt')
  expect(headers.get('content-type')).toMatch(/^text\/plain/)
  expect(text).toContain('Contact: mailto:data@verkstad.example\n')
  const days = (Date.parse(/^Expires: (.+)$/m.exec(text)![1]!) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(180)
  expect(days).toBeLessThan(366)
  expect((await new Browser().get('/.well-known/security.txt')).status).toBe(404)
})
