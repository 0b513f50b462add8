import { expect, test } from 'vitest'

import { onDevServer } from './on-dev-server.ts'
import { looksInDark, presses, readsAnswer, tabsTo } from './keyboard.ts'

const lesson = '/courses/all-types/every-type'
const story = '#q-boss-on-the-phone'
const replay = '#q-note-for-switchboard'
const { arrives } = onDevServer()

test('a story is walked with the keyboard: each part takes the focus, and a bad ending leads back', async () => {
  const amira = await arrives('amira-story', true)
  await amira.opens(lesson)
  await tabsTo(amira, `${story} .choices button`)
  await amira.page.locator(`${story} .choices button`, { hasText: 'Be att' }).focus()
  await presses(amira, 'Enter')
  await amira.page.locator(`${story} h3:focus`, { hasText: 'Mejlet kommer' }).waitFor()
  expect(await amira.page.locator(`${story} .trail`).innerText()).toContain('Du är här, i del 2 av högst 2')
  await amira.looks('-part')
  await looksInDark(amira, '-part')

  await amira.page.locator(`${story} .choices button`, { hasText: 'Läs upp' }).focus()
  await presses(amira, 'Enter')
  expect(await readsAnswer(amira, 'boss-on-the-phone')).toMatch(/Ett dåligt slut\.[\s\S]*Pengarna är borta/)
  await looksInDark(amira, '-bad-end')

  await amira.sends(`${story} .ending a`)
  await amira.page.locator(`${story} .choices button`, { hasText: 'Säg att' }).click()
  await amira.page.locator(`section${story} .ending.f-forest`).waitFor()
  expect(await readsAnswer(amira, 'boss-on-the-phone')).toContain('Ett bra slut.')
  await looksInDark(amira, '-good-end')

  // What this browser keeps is the whole way.
  await amira.opens(lesson)
  await amira.page.locator(`section${story} .ending.f-forest`).waitFor()
  await amira.leaves()
})

test('without scripts each step has its own address, back is a step back, and all of it fits a phone', async () => {
  const bo = await arrives('bo-story', false, 'en')
  await bo.opens(lesson)
  await bo.sends(`${story} .choices button:has-text("Ask for")`)
  expect(await bo.page.locator(`${story} h3`).innerText()).toBe('The mail comes')
  await bo.page.reload()
  expect(await bo.page.locator(`${story} h3`).innerText()).toBe('The mail comes')
  await bo.page.goBack()
  expect(await bo.page.locator(`${story} h3`).innerText()).toBe('The call')
  await bo.page.goForward()
  await bo.sends(`${story} .alone`)
  expect(await bo.page.locator(`${story} h3`).innerText()).toBe('The call')
  await bo.sends(`${story} .choices button:has-text("Pay.")`)
  expect(await bo.page.locator(`section${story}`).innerText()).toContain('A bad ending.')
  await bo.looks('-bad-end')
  await bo.leaves()
})

test('a net that drops in the middle of a story loses nothing: the step is taken when it is back', async () => {
  const amira = await arrives('amira-cut', true)
  await amira.opens(lesson)
  await amira.page.context().setOffline(true)
  await amira.page.locator(`${story} .choices button`, { hasText: 'Be att' }).click()
  await amira.page.locator(`${story} [data-said]`).waitFor()
  await amira.page.context().setOffline(false)
  await amira.page.locator(`${story} h3`, { hasText: 'Mejlet kommer' }).waitFor()
  await amira.leaves()
})

test('a prompt is chosen and its answer read before its fault; another prompt is a press away', async () => {
  const amira = await arrives('amira-replay', true)
  await amira.opens(lesson)
  await amira.page.locator(`${replay} label`, { hasText: 'proffsig' }).click()
  await looksInDark(amira, '-open')
  await tabsTo(amira, `${replay} .question__foot button`)
  await presses(amira, 'Enter')
  const read = await readsAnswer(amira, 'note-for-switchboard')
  expect(read).toMatch(/Läs svaret\.[\s\S]*Inspelat 12 november 2026[\s\S]*Anteckna samtalet/)
  expect(read).not.toContain('ingen sådan lag')
  await amira.page.locator(`${replay} .reveal summary`).click()
  await looksInDark(amira, '-fault')

  await amira.page.locator(`${replay} .choices button`, { hasText: 'tre rader' }).click()
  await amira.page.locator(`section${replay} .reveal summary`, { hasText: 'Därför håller det' }).waitFor()
  expect(await amira.page.locator('section.answer section').count()).toBe(0)
  await looksInDark(amira, '-other')
  await amira.leaves()
})

test('a replay without scripts, in English', async () => {
  const bo = await arrives('bo-replay', false, 'en')
  await bo.opens(lesson)
  await bo.page.locator(`${replay} .pick input`).first().check()
  await bo.sends(`${replay} .question__foot button`)
  expect(await bo.page.locator(`section${replay}`).innerText()).toContain('Recorded on 12 November 2026')
  await bo.sends(`${replay} .choices button`)
  expect(await bo.page.locator(`section${replay} .quote`).count()).toBe(1)
  await bo.looks('-other')
  await bo.leaves()
})
