import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import type { Person } from '../support/person.ts'
import { looksInDark, presses, tabsTo } from './keyboard.ts'
import { onDevServer } from './on-dev-server.ts'

const lesson = '/courses/granska-svaret/three-questions'
const other = withoutEasy()
const notice = 'Det här är lätt svenska. Frågorna och märket är desamma.'
const easyWords = 'Kort och lätt.'
const { arrives, signsIn } = onDevServer()

/** A lesson that nobody has written in easy Swedish: which they are changes from week to week. */
function withoutEasy(): string {
  const courses = join(import.meta.dirname, '../../courses')
  const lessonsIn = (folder: string) =>
    readdirSync(courses, { recursive: true, encoding: 'utf8' })
      .filter((path) => new RegExp(`^[^/]+/${folder}/\\d\\d-.*\\.md$`).test(path))
      .sort()
      .map(
        (path) =>
          `/courses/${path.split('/', 1)[0]}/${/^id: (.+)$/m.exec(readFileSync(join(courses, path), 'utf8'))![1]}`,
      )
  const easy = new Set(lessonsIn('sv-lattlast'))
  return lessonsIn('sv').find((path) => !easy.has(path))!
}

/** Opens the lesson, changes to easy Swedish and answers a question; English and a lesson without it are as they are. */
async function readsEasily(person: Person): Promise<void> {
  await person.opens(lesson)
  expect(await person.text()).not.toContain(notice)
  const follows = person.page.waitForURL(/text=latt$/)
  if (person.in.script) {
    await tabsTo(person, '.reading a')
    await presses(person, 'Enter')
  } else await person.presses('.reading a')
  await follows
  await person.looks('-easy')
  expect(await person.text()).toContain(notice)
  expect(await person.page.locator('.reading a').getAttribute('aria-current')).toBe('true')

  await person.page.locator('#q-nuts-promise label.pick', { hasText: 'Löftet om nötter' }).locator('input').check()
  await person.presses('#q-nuts-promise .question__foot button')
  await person.page.locator('section#q-nuts-promise').waitFor()
  expect(await person.page.locator('section#q-nuts-promise').innerText()).toMatch(
    /Rätt\.[\s\S]*köket måste kunna hålla det/,
  )
  expect(await person.text()).toContain(notice)

  for (const path of [`/en${lesson}`, `/sv${other}`]) {
    await person.page.goto(`${person.origin}${path}`)
    expect([path, await person.page.locator('.reading').count()]).toEqual([path, 0])
    expect(await person.text()).not.toContain(notice)
  }
  await person.page.goto(`${person.origin}/sv${lesson}`)
  expect(await person.text()).toContain(notice)
}

/** Takes the badge test of every type in easy Swedish, with an answer to one question, as far as the review. */
async function takesTest(person: Person): Promise<void> {
  await person.page.goto(`${person.origin}/sv/courses/all-types/badge`)
  await person.presses('main form button')
  await person.page.waitForURL(/badge\/attempts\//)
  expect((await person.text()).split(easyWords)).toHaveLength(11)
  await person.looks('-easy-test')
  await person.presses('button[value="hand-in"]')
  await person.page.waitForURL(/hand-in$/)
  await person.presses('main form button')
  await person.page.waitForSelector('.answer')
  expect((await person.text()).split(easyWords)).toHaveLength(11)
  expect(await person.text()).toContain(notice)
  await person.looks('-easy-reviewed')
}

test('a lesson, its questions and a badge test are read in easy Swedish, with the keyboard and in the dark', async () => {
  const amira = await arrives('amira-easy', true)
  await readsEasily(amira)
  await looksInDark(amira, '-easy')
  await signsIn(amira, 'amira@easy.example')
  await takesTest(amira)
  await looksInDark(amira, '-easy-reviewed')
  await amira.leaves()
})

test('without scripts easy Swedish is a link, and in a badge test what was chosen is saved before the words change', async () => {
  const bo = await arrives('bo-easy', false)
  await readsEasily(bo)
  await signsIn(bo, 'bo@easy.example')
  await bo.page.goto(`${bo.origin}/sv/courses/all-types/badge`)
  await bo.presses('main form button')
  await bo.page.waitForURL(/badge\/attempts\//)
  const field = bo.page.locator('input[name^="t."]').first()
  await field.fill('37')
  await bo.presses('.reading button')
  await bo.page.waitForURL(/text=vanlig$/)
  expect(await field.inputValue()).toBe('37')
  expect(await bo.text()).not.toContain(easyWords)
  // Enter saves and stays, and leaves the words as they are.
  await field.press('Enter')
  await bo.page.waitForURL(/said=saved/)
  expect(await bo.text()).not.toContain(easyWords)
  await bo.presses('.reading button')
  await bo.page.waitForURL(/text=latt$/)
  expect(await field.inputValue()).toBe('37')
  await takesTest(bo)
  await bo.leaves()
})

test('what a browser keeps while nobody is signed in is shown again in the words of the page', async () => {
  const visitor = await arrives('visitor-easy', true)
  await readsEasily(visitor)
  await visitor.page.reload()
  await visitor.page.locator('section#q-nuts-promise').waitFor()
  expect(await visitor.page.locator('section#q-nuts-promise').innerText()).toContain('En gäst med allergi')
  await visitor.page.goto(`${visitor.origin}/sv${lesson}?text=vanlig`)
  await visitor.page.locator('section#q-nuts-promise').waitFor()
  expect(await visitor.page.locator('section#q-nuts-promise').innerText()).toContain('eftersom en allergisk gäst')
  await visitor.leaves()
})
