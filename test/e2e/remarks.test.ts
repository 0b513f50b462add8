import { expect, test } from 'vitest'

import { openBrowser, Person } from '../support/person.ts'
import { grant } from '../support/grant.ts'
import { signsInByCode } from './steps.ts'

test('a visitor without scripts says what is wrong, and an author who was made one by the operator reads it', async () => {
  const browser = await openBrowser()
  const visitor = await Person.arrives('visitor', browser, { locale: 'en', width: 360, script: false })
  await visitor.opens('/courses/granska-svaret/three-questions')
  await visitor.page.locator('#q-nuts-promise label.pick input').first().check()
  await visitor.presses('#q-nuts-promise button')
  await visitor.presses('#q-nuts-promise summary')
  await visitor.looks('-remark')
  await visitor.types('text', 'Breakfast <b>ends</b> at ten.')
  await visitor.presses('#q-nuts-promise .remark__form button')
  expect(await visitor.text()).toContain('Thank you')
  await visitor.looks('-remark-thanks')

  const email = 'author@plat.example'
  await expect(grant('author', email)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('nobody has') })
  await expect(grant('boss', email)).rejects.toMatchObject({ code: 2 })
  const author = await Person.arrives('author', browser, { locale: 'sv', width: 1280, script: true })
  await signsInByCode(author, email)
  await author.opens('/authors')
  expect(await author.text()).not.toContain('Breakfast')
  expect((await grant('author', email)).stdout).toContain('is author now')
  await author.opens('/authors')
  expect(await author.text()).toContain('Breakfast <b>ends</b> at ten.')
  await author.presses('.remarks form button')
  expect(await author.text()).toContain('Här finns inget')
  expect((await grant('author', email, '--revoke')).stdout).toContain('no longer')
  await author.opens('/authors')
  expect(await author.text()).not.toContain('Sagt om')
  await browser.close()
})
