import { expect } from 'vitest'

import { answeredOn, choose, content, course, drawnOn, reasonsAfter } from '../support/course-key.ts'
import { minutesPass } from '../support/clock.ts'
import { mailTo, type Person } from '../support/person.ts'

/** Steps of the whole way, as a person takes them; each leaves the person where the next begins. */

export async function practises(person: Person): Promise<void> {
  const { lessons } = await content()
  const { id, questions } = lessons[0]!
  await person.opens('')
  await person.presses(`[data-course="${course}"] h3 a`)
  await person.looks('-course')
  await person.presses('.lessons a')
  await person.looks('-lesson')

  for (const [i, question] of questions.slice(0, 2).entries()) {
    await choose(person, question, i === 0)
    await person.presses(`#q-${question.id} .question__foot button`)
    await person.page.waitForSelector(`section#q-${question.id}`)
  }
  await person.looks('-lesson-answered')
  const reasons = reasonsAfter(questions[1]!, person.in.locale, false)
  for (const reason of reasons) expect((await person.text()).replace(/\s+/g, ' ')).toContain(reason)

  await person.page.close()
  const page = await person.context.newPage()
  Object.assign(person, { page })
  await person.opens('')
  const resume = person.page.locator('.resume .button')
  await resume.waitFor()
  await resume.click()
  await expect.poll(() => person.path()).toBe(`/courses/${course}/${id}#q-${questions[2]!.id}`)
  await person.page.waitForSelector(`section#q-${questions[0]!.id}`)
}

/** Signs in by the link in the mail: it names the account, fills the code in, and needs one press. */
export async function signsInByLink(person: Person, email: string): Promise<void> {
  await asksForCode(person, email)
  const { link } = await mailTo(email)
  const onHost = link.replace(/^http:\/\/[^/]+/, person.origin)
  await fetch(link)
  await person.page.goto(onHost)
  await person.looks('-mailed-link')
  expect(await person.text()).toContain(email)
  await person.presses('main form button')
}

export async function signsInByCode(person: Person, email: string): Promise<void> {
  await asksForCode(person, email)
  await person.types('code', (await mailTo(email)).code)
  await person.presses('main form button')
  await expect.poll(() => person.path()).not.toContain('/sign-in')
}

async function asksForCode(person: Person, email: string): Promise<void> {
  if (!person.path().startsWith('/sign-in')) await person.opens('/sign-in')
  await person.types('email', email)
  await person.presses('main form button')
  await person.page.waitForURL(/sign-in\/code/)
  await person.looks('-sign-in-code')
}

export async function finishesLessons(person: Person): Promise<void> {
  const { lessons } = await content()
  for (const lesson of lessons) {
    await person.page.goto(`${person.origin}/${person.in.locale}/courses/${course}/${lesson.id}`)
    for (const question of lesson.questions) {
      if ((await person.page.locator(`section#q-${question.id}`).count()) > 0) continue
      await choose(person, question, true)
      await person.presses(`#q-${question.id} .question__foot button`)
      await person.page.waitForSelector(`section#q-${question.id}`)
    }
  }
}

async function opensTest(person: Person): Promise<void> {
  await person.opens(`/courses/${course}/badge`)
  await person.presses('main form button')
  await person.page.waitForURL(/badge\/attempts\//)
}

/** First to the page that asks, where nothing is missing, then in. */
async function handsIn(person: Person): Promise<void> {
  await person.presses('button[value="hand-in"]')
  await person.page.waitForURL(/hand-in$/)
  await person.looks('-test-hand-in')
  expect(await person.page.locator('.numbers .is-empty').count()).toBe(0)
  await person.presses('main form button')
  await person.page.waitForSelector('.answer')
}

/** Leaves half-way and resumes; fails; reads the review; waits; gets other questions; passes. Gives the badge's path. */
export async function earnsBadge(person: Person, email: string): Promise<string> {
  await opensTest(person)
  await person.looks('-test')
  const first = await drawnOn(person)
  for (const question of first.slice(0, 3)) await choose(person, question, true)
  await person.presses('button[value="save"]')
  await person.page.waitForURL(/said=saved/)
  await person.looks('-test-saved')
  await opensTest(person)
  expect((await drawnOn(person)).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  expect(await answeredOn(person)).toBe(3)

  for (const question of first.slice(3)) await choose(person, question, false)
  await handsIn(person)
  await person.looks('-test-failed')
  expect(await person.page.locator('.answer').count()).toBe(10)
  await person.opens(`/courses/${course}/badge`)
  expect(await person.page.locator('main form').count()).toBe(0)

  await minutesPass(email, 10)
  await opensTest(person)
  const second = await drawnOn(person)
  expect(second.filter(({ id }) => first.some((question) => question.id === id))).toEqual([])
  for (const [i, question] of second.entries()) await choose(person, question, i < 8)
  await handsIn(person)
  await person.looks('-test-passed')
  await person.presses('.lesson-head .button')
  await person.page.waitForURL(/\/badges\//)
  await person.looks('-badge')
  return person.path()
}

export async function startsCompany(
  person: Person,
  name: string,
  ownName: string,
): Promise<{ path: string; link: string }> {
  await person.opens('/companies')
  if (!person.path().endsWith('/new')) await person.page.goto(`${person.origin}/${person.in.locale}/companies/new`)
  await person.looks('-start-company')
  await person.types('name', name)
  await person.types('displayName', ownName)
  await person.page.locator('[name="municipality"]').selectOption('2081')
  await person.page.locator('[name="sector"]').selectOption('C')
  await person.page.locator('[name="size"]').selectOption('2-9')
  await person.page.locator('[name="accept"]').check()
  await person.presses('main form button')
  await person.page.waitForURL(/companies\/[0-9a-f]+$/)
  await person.looks('-team-of-one')
  const path = person.path()
  await person.opens(`${path}/invitations`)
  await person.presses('button[value="team"]')
  const link = await person.page.locator('#link').inputValue()
  return { path, link: new URL(link).pathname.slice(3) }
}
