import { expect, test } from 'vitest'

import { openBrowser, Person } from '../support/person.ts'
import { looksInDark, presses, readsAnswer, tabsTo } from './keyboard.ts'
import { onDevServer } from './on-dev-server.ts'
import { signsInByCode } from './steps.ts'

const { arrives } = onDevServer()
const lesson = '/courses/granska-svaret/three-questions'

/** Says how sure, chooses, answers. */
async function answers({ page }: Person, question: string, sure: string, ...options: string[]): Promise<void> {
  const form = page.locator(`form#q-${question}`)
  await form.locator(`.sure .chip:has([value="${sure}"])`).click()
  for (const option of options) await form.locator('.pick', { hasText: option }).click()
  await form.locator('.question__foot button').click()
  await page.locator(`section#q-${question}`).waitFor()
}

const summary = ({ page }: Person) => page.locator('[data-sure-text]:visible')

test('somebody says how sure they are with the keyboard, reads what the feeling was worth, and sees it gathered', async () => {
  const browser = await openBrowser()
  const amira = await Person.arrives('amira-sure', browser, { locale: 'sv', width: 360, script: true })
  await signsInByCode(amira, 'amira-sure@plat.example')
  await amira.opens(lesson)
  await amira.page.locator('#q-nuts-promise .pick', { hasText: 'Tiderna' }).click()
  await tabsTo(amira, '#q-nuts-promise .sure input')
  await presses(amira, 'ArrowLeft')
  expect(await amira.page.locator('#q-nuts-promise .sure :checked').inputValue()).toBe('sure')
  await looksInDark(amira, '-sure')
  await tabsTo(amira, '#q-nuts-promise .question__foot button')
  await presses(amira, 'Enter')
  expect(await readsAnswer(amira, 'nuts-promise')).toContain('Det är de felen som hinner gå iväg')

  await answers(amira, 'link-is-not-proof', 'guess', 'Öppna länken')
  expect(await amira.page.locator('section#q-link-is-not-proof').innerText()).toContain('Du gissade, och det var rätt')
  await answers(amira, 'tone-is-not-truth', 'sure', 'Tonen följer')
  expect(await summary(amira).count()).toBe(0)
  await amira.page.locator('form#q-source-and-colleague .pick', { hasText: 'offert' }).click()
  await amira.page.locator('form#q-source-and-colleague .question__foot button').click()
  await summary(amira).waitFor()
  const said = await summary(amira).innerText()
  expect(said).toMatch(/: 1 av 2\. Bara du ser det\.$/)
  await amira.opens(lesson)
  expect(await summary(amira).innerText()).toBe(said)

  await amira.opens('/me')
  expect(await amira.page.locator('.calibration').innerText()).toMatch(/Säker\s+1 av 2 rätt\s+Jag gissar\s+1 av 1 rätt/)
  await looksInDark(amira, '-me')
  await amira.leaves()
  await browser.close()
})

test('signed out, the page counts by itself, and hints that were looked at go with the answer, also closed again', async () => {
  const bo = await arrives('bo-sure', true, 'en')
  await bo.opens('/courses/all-types/every-type')
  const form = bo.page.locator('form#q-three-hours')
  await form.locator('.hint > summary').first().click()
  await form.locator('.hint .hint > summary').click()
  await bo.looks('-hints')
  await form.locator('.hint > summary').first().click()
  await form.locator('input[name="t"]').fill('3900')
  await form.locator('.chip', { hasText: 'Sure' }).last().click()
  const sent = bo.page.waitForRequest((request) => request.method() === 'POST')
  await form.locator('.question__foot button').click()
  const fields = new URLSearchParams((await sent).postData() ?? '')
  expect([fields.get('hints'), fields.get('confidence')]).toEqual(['2', 'sure'])
  await bo.page.locator('section#q-three-hours').waitFor()
  await bo.leaves()
})
