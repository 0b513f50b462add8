import { expect, test } from 'vitest'

import { openBrowser, Person, type Surroundings } from '../support/person.ts'
import { earnsBadge, finishesLessons, signsInByCode, startsCompany } from './steps.ts'

/** A name that browsers do not treat as loopback: no secure context, no Sec-Fetch-Site, as on a company's own network. */
const host = 'navet.workshop.test'

test('the whole way without JavaScript, on a plain-http name: lessons, badge, company, joining, leaving', async () => {
  const browser = await openBrowser(host)
  const surroundings: Surroundings = { locale: 'sv', width: 360, script: false, host }
  const amira = await Person.arrives('amira', browser, surroundings)
  await signsInByCode(amira, 'amira-plain@plat.example')
  await finishesLessons(amira)
  const badge = await earnsBadge(amira, 'amira-plain@plat.example')

  const anders = await Person.arrives('anders', browser, surroundings)
  await signsInByCode(anders, 'anders-plain@plat.example')
  const company = await startsCompany(anders, 'Plåt utan skript', 'Anders Öst')

  await amira.opens(company.link)
  await amira.types('name', 'Amira Haddad')
  await amira.page.locator('[name="earlier"]').first().check()
  await amira.page.locator('[name="accept"]').check()
  await amira.presses('main form.form button')
  await amira.page.waitForURL(/\/seen\?joined=1$/)
  await anders.opens(company.path)
  expect(await anders.text()).toMatch(/Amira Haddad[\s\S]*Klar/)

  await amira.presses('a[href$="/departure"]')
  await amira.page.waitForURL(/\/departure$/)
  await amira.presses('form[action$="/departure"] button')
  await amira.page.waitForURL(/\/me\/receipts\//)
  await amira.opens(badge)
  expect(await amira.text()).toContain('AI-granskare')
  await anders.opens(company.path)
  expect(await anders.text()).not.toContain('Amira Haddad')
  await browser.close()
})

test('without an account and without JavaScript the answer still comes with its reasons, and says that nothing is kept', async () => {
  const browser = await openBrowser(host)
  const visitor = await Person.arrives('visitor', browser, { locale: 'en', width: 1280, script: false, host })
  await visitor.opens('/courses/granska-svaret/three-questions')
  await visitor.page.locator('#q-nuts-promise label.pick').first().locator('input').check()
  await visitor.presses('#q-nuts-promise button')
  expect(await visitor.text()).toContain('nothing is kept')
  expect(await visitor.page.locator('#q-nuts-promise .option').count()).toBe(3)
  await browser.close()
})
