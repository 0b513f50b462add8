import { expect, test } from 'vitest'

import { onDevServer } from './on-dev-server.ts'
import { looksInDark, presses, readsAnswer, tabsTo } from './keyboard.ts'

const lesson = '/courses/all-types/every-type'
const { arrives } = onDevServer()

test('a short text and a number are typed and sent with Enter; a number that may mean two things is asked about', async () => {
  const amira = await arrives('amira-types', true)
  await amira.opens(lesson)
  await tabsTo(amira, '#typed-missing-word')
  await amira.page.keyboard.type(' KÄLLAN ')
  await presses(amira, 'Enter')
  expect(await readsAnswer(amira, 'missing-word')).toContain('Utan källa går siffran inte att kontrollera')

  await tabsTo(amira, '#typed-three-hours')
  expect(await amira.page.locator('#typed-three-hours').getAttribute('inputmode')).toBe('decimal')
  await amira.page.keyboard.type('3,900')
  await presses(amira, 'Enter')
  await amira.page.waitForSelector('#error-three-hours')
  expect(await amira.text()).toContain('Skriv 3900 eller 3,9, det du menar. Det räknas inte som fel.')
  expect(await amira.page.locator('#typed-three-hours').inputValue()).toBe('3,900')
  await amira.looks('-ambiguous')
  await looksInDark(amira, '-ambiguous')
  await tabsTo(amira, '#typed-three-hours')
  await presses(amira, 'Control+a')
  await amira.page.keyboard.type('3 902,50 kr')
  await presses(amira, 'Enter')
  const said = await readsAnswer(amira, 'three-hours')
  expect(said).toMatch(/Inte rätt den här gången[\s\S]*3.902,5.kr[\s\S]*Rätt svar[\s\S]*3.900,5.kr \(±.0,5.kr\)/)

  await amira.opens(lesson)
  await amira.page.waitForSelector('section#q-missing-word')
  await amira.page.locator('section#q-three-hours .question__foot button').click()
  // While a page still loads, the browser takes the focus to what the address leads to.
  const again = amira.page.locator('#q-three-hours:target #typed-three-hours')
  await again.fill('3.900')
  await amira.page.waitForLoadState()
  await again.press('Enter')
  await amira.page.waitForSelector('#error-three-hours')
  await amira.page.waitForSelector('section#q-missing-word')
  expect(await amira.page.locator('#typed-three-hours').inputValue()).toBe('3.900')
  await amira.leaves()
})

test('a number that waited for the net and may mean two things is said to be unsent, stands there, and is asked about', async () => {
  const bo = await arrives('bo-offline', true)
  await bo.opens(lesson)
  const typed = bo.page.locator('#typed-three-hours')
  const said = bo.page.locator('#q-three-hours [data-said]')
  await bo.context.setOffline(true)
  await typed.fill('3,900')
  await typed.press('Enter')
  await expect.poll(() => said.innerText()).toContain('skickas när nätet är tillbaka')
  await bo.context.setOffline(false)
  await expect.poll(() => said.innerText()).toContain('går inte att ta emot som det står')
  expect(await typed.inputValue()).toBe('3,900')
  await bo.looks('-refused-later')
  await typed.press('Enter')
  await bo.page.waitForSelector('#error-three-hours')
  await bo.leaves()
})
