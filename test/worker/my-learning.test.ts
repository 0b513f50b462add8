import { expect, test } from 'vitest'

import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn } from '../support/people.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())

/** The page of one's own: its parts as they follow each other, the sentence that comes first, and where its button leads. */
async function myLearning(browser: Browser, locale = 'sv') {
  const page = await browser.get(`/${locale}/me`)
  expect([page.status, page.trips]).toEqual([200, 1])
  const main = /<main[\s\S]*<\/main>/.exec(page.text)![0]
  const [, now, href] = /<h2 id="now">(.*?)<\/h2>[\s\S]*?<a class="button[^"]*" href="([^"]+)"/.exec(main)!
  return { parts: [...main.matchAll(/aria-labelledby="([^"]+)"/g)].map(([, id]) => id), now, href, main }
}

test('who is new sees where to begin, and no list of courses', async () => {
  const page = await myLearning(await signedIn())
  expect(page).toMatchObject({
    parts: ['now', 'others', 'badges', 'ways-offer', 'account'],
    now: 'Börja med fem minuter',
  })
  expect(page.href).toMatch(/^\/sv\/courses\/[^/]+\/[^/]+$/)
})

test('who is under way goes on at the exact step, and an open test comes before it', async () => {
  const browser = await signedIn()
  await answer(browser, lessonPath, 'nuts-promise', 'Löftet')
  const under = await myLearning(browser, 'en')
  expect(under).toMatchObject({ parts: ['now', 'others', 'my-courses', 'badges', 'ways-offer', 'account'] })
  expect(under.now).toMatch(/^Go on with /)
  expect(under.href).toMatch(new RegExp(`^/en/courses/${course}/`))

  const path = (await browser.post(`/sv/courses/${course}/badge/attempts`, {})).location!
  const open = await myLearning(browser)
  expect(open).toMatchObject({ now: 'Ditt prov är öppet', href: path })
  expect(open.main).toMatch(/id="others"[\s\S]*Fortsätt med /)
})

test('who has the badge is left in peace', async () => {
  const browser = await signedIn()
  await earnBadge(browser, db)
  const page = await myLearning(browser)
  expect(page.now).toBe('Ingenting väntar på dig')
  expect(page.main).toContain('f-forest')
  expect(page.main).not.toContain('f-falu')
})

test('nothing of the account is lost: name, addresses, company, what others see, signing out, sessions', async () => {
  const { main } = await myLearning(await signedIn())
  for (const action of ['name', 'addresses', 'sessions']) expect(main).toContain(`action="/sv/me/${action}"`)
  for (const href of ['/sv/companies', '/sv/me/privacy']) expect(main).toContain(`href="${href}"`)
  expect(main).toContain('action="/sv/sign-out"')
})
