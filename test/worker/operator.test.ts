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
