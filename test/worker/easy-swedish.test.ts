import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { inBatch } from '../../worker/db/in-batch.ts'
import { users } from '../../worker/db/schema/accounts.ts'
import { answers, submissions } from '../../worker/db/schema/quizzes.ts'
import { heldAbout } from '../../worker/reports/held/held-about.ts'
import type { Fields } from '../support/form-fields.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { type Answer, bindings, Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const db = database(bindings())
const lesson = '/sv/courses/all-types/every-type'
const usual = '/sv/courses/granska-svaret/three-questions'
/** What stands in every question of the fixture in easy Swedish. */
const easyWords = 'Kort och lätt.'
const notice = 'Det här är lätt svenska. Frågorna och märket är desamma.'

const isEasy = ({ text }: Pick<Answer, 'text'>) => text.includes(notice) && text.includes(easyWords)
const isUsual = ({ text }: Pick<Answer, 'text'>) => !text.includes(notice) && !text.includes(easyWords)

/** The form of the number question as a page has it: where it goes, and its hidden fields. */
function formOf(page: Answer): { action: string; fields: Fields } {
  const [form = ''] = /<form class="question" id="q-three-hours"[\s\S]+?<\/form>/.exec(page.text) ?? []
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)![1]!
  return {
    action: /action="([^"#]+)/.exec(form)![1]!,
    fields: { id: field('id'), version: field('version'), t: '3900,50' },
  }
}

const of = (email: string) => sql`learner = (select id from users where email = ${email})`
const kept = (email: string) => db.select().from(answers).where(of(email)).orderBy(answers.at)

test('each text says when it was checked itself, to people and to programs', async () => {
  const [usually, easily] = [await new Browser().get(lesson), await new Browser().get(`${lesson}?text=latt`)]
  expect(usually.text).toContain('Texten kontrollerades 23 november 2026')
  expect(easily.text).toContain('Texten kontrollerades 24 november 2026')
  const asked = (text: string) => call(new Browser(), 'GET', `/courses/all-types/lessons/every-type?locale=sv${text}`)
  expect((await asked('')).json.checked).toBe('2026-11-23')
  expect((await asked('&text=latt')).json.checked).toBe('2026-11-24')
})

test('a link shows a lesson in easy Swedish, and the choice holds on the pages that follow until it is taken back', async () => {
  const browser = new Browser()
  const before = await browser.get(lesson)
  expect(isUsual(before)).toBe(true)
  expect(before.text).toMatch(
    /<a class="reading__tool" href="\/sv\/courses\/all-types\/every-type\?text=latt">Lätt svenska/,
  )

  const chosen = await browser.get(`${lesson}?text=latt`)
  expect(isEasy(chosen)).toBe(true)
  expect(chosen.text).toMatch(
    /<a class="reading__tool" href="\/sv\/courses\/all-types\/every-type\?text=vanlig" aria-current="true">/,
  )
  expect(chosen.text).toContain('<html lang="sv"')
  expect(chosen.text).toContain('<h1>En fråga av varje typ, lätt</h1>')
  expect(isEasy(await browser.get(lesson))).toBe(true)

  expect(isUsual(await browser.get(`${lesson}?text=vanlig`))).toBe(true)
  expect(isUsual(await browser.get(lesson))).toBe(true)
  expect(isUsual(await browser.get(`${lesson}?text=lattare`))).toBe(true)
})

test('English is English, and whoever comes back to Swedish reads it as before', async () => {
  const browser = new Browser()
  await browser.get(`${lesson}?text=latt`)
  for (const path of [lesson, `${lesson}?text=latt`]) {
    const english = await browser.get(path.replace('/sv/', '/en/'))
    expect([isUsual(english), english.text.includes('class="reading')]).toEqual([true, false])
  }
  expect(isEasy(await browser.get(lesson))).toBe(true)
})

test('a lesson that nobody has put in easy words is shown as it is, without a switch, whatever was chosen', async () => {
  const browser = new Browser()
  await browser.get(`${lesson}?text=latt`)
  for (const path of [usual, `${usual}?text=latt`]) {
    const page = await browser.get(path)
    expect([page.status, isUsual(page), page.text.includes('class="reading')]).toEqual([200, true, false])
  }
})

test('no kept copy of a page is shown in the other words', async () => {
  const browser = new Browser()
  const chosen = await browser.get(`${lesson}?text=latt`)
  expect([chosen.headers.get('set-cookie'), chosen.headers.get('cache-control')]).toEqual([
    expect.stringMatching(/^text=easy;.*HttpOnly/),
    expect.not.stringContaining('max-age'),
  ])
  const again = await browser.get(`${lesson}?text=latt`)
  expect([again.headers.get('set-cookie'), again.headers.get('vary')]).toEqual([
    null,
    expect.stringContaining('Cookie'),
  ])
})

test('the course says which lessons there are in easy Swedish, in Swedish alone', async () => {
  const browser = new Browser()
  expect((await browser.get('/sv/courses/all-types')).text.split('Finns på lätt svenska').length).toBe(2)
  for (const path of ['/en/courses/all-types', '/sv/courses/granska-svaret'])
    expect((await browser.get(path)).text).not.toMatch(/lätt svenska|easy Swedish/)
})

test('an answer is kept with the words that its form was in, whatever was chosen elsewhere meanwhile', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const plain = formOf(await browser.get(lesson))
  const easy = formOf(await browser.get(`${lesson}?text=latt`))
  expect([plain.action, easy.action]).toEqual([
    `${lesson}/answers/three-hours`,
    `${lesson}/answers/three-hours?text=latt`,
  ])
  await browser.post(plain.action, plain.fields)
  await browser.post(easy.action, easy.fields)
  expect((await kept(email)).map(({ text, correct }) => [text, correct])).toEqual([
    ['usual', true],
    ['easy', true],
  ])
  const page = await browser.get(lesson)
  expect(isEasy(page)).toBe(true)
  expect(page.text).toContain('Rätt.')
})

test('which words somebody read is theirs to have, and stands on no page of a company', async () => {
  const { code, owner, path } = await startTeam()
  const email = somebody()
  const browser = await signedIn(email)
  const { action, fields } = formOf(await browser.get(`${lesson}?text=latt`))
  await browser.post(action, fields)
  await join(browser, code, { name: 'Gunvor Larsson' })
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const held = await inBatch(db, heldAbout(db, { learner: user!.id, whos: undefined }))
  expect(held.answers).toEqual([expect.objectContaining({ question: 'three-hours', language: 'sv', text: 'easy' })])
  const team = await owner.get(path)
  expect(team.text).toContain('Gunvor Larsson')
  expect(team.text).not.toMatch(/lätt svenska|easy/i)
})

test('nobody can have been shown easy words that do not exist: a claim of them is kept as the usual ones', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const page = await browser.get(usual)
  const [form = ''] = /<form class="question" id="q-nuts-promise"[\s\S]+?<\/form>/.exec(page.text) ?? []
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)![1]!
  const fields = { id: field('id'), version: field('version'), o: field('o') }
  await browser.post(`${usual}/answers/nuts-promise?text=latt`, fields)
  const english = formOf(await browser.get(lesson.replace('/sv/', '/en/')))
  await browser.post(`${english.action}?text=latt`, { ...english.fields, t: '3900.5' })
  expect((await kept(email)).map(({ text }) => text)).toEqual(['usual', 'usual'])
})

test('signed out the answer comes in the words that it was given in, and a story goes on in them', async () => {
  const browser = new Browser()
  const { action, fields } = formOf(await browser.get(`${lesson}?text=latt`))
  browser.jar.clear()
  const answered = await browser.post(action, fields)
  expect(isEasy(answered)).toBe(true)
  const fragment = await browser.post(action, fields, { 'X-Fragment': '1' })
  expect(fragment.text).toContain(easyWords)
  expect(fragment.text).not.toContain('<html')

  const page = await browser.get(`${lesson}?text=latt`)
  const [story = ''] = /<form class="question" id="q-boss-on-the-phone"[\s\S]+?<\/form>/.exec(page.text) ?? []
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(story)![1]!
  const choices = [...story.matchAll(/name="o" value="([^"]+)"[^>]*>([\s\S]*?)<\/button>/g)]
  const leadsOn = choices.find(([, , words]) => words!.includes('Be att'))![1]!
  const steps = { id: field('id'), version: field('version'), o: leadsOn }
  const to = /action="([^"#]+)/.exec(story)![1]!
  const next = await browser.post(to, steps, { 'X-Fragment': '1' })
  expect(next.text).toContain(easyWords)
  expect(next.text).toContain(`action="${lesson}/answers/boss-on-the-phone?text=latt#`)
  expect((await browser.get((await browser.post(to, steps)).location!)).text).toContain(easyWords)
})

test('what a browser kept while nobody was signed in is taken over with the words it was given to', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { fields } = formOf(await browser.get(lesson))
  const answer = (more: object) => ({
    id: crypto.randomUUID(),
    version: fields.version,
    tokens: [],
    text: '3900,50',
    locale: 'sv',
    course: 'all-types',
    lesson: 'every-type',
    question: 'three-hours',
    at: Date.now(),
    ...more,
  })
  const send = (more: object) =>
    browser.send('/sv/me/takeover', {
      method: 'POST',
      headers: { origin: 'http://navet.example', 'content-type': 'application/json' },
      body: JSON.stringify({ answers: [answer(more)] }),
    })
  for (const more of [{ easy: true }, { easy: false }, {}])
    expect(JSON.parse((await send(more)).text)).toEqual({ taken: 1, left: 0 })
  expect((await kept(email)).map(({ text }) => text)).toEqual(['easy', 'usual', 'usual'])
})

test('a program reads and answers in the words that its address names, and no cookie says so for it', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  await browser.get(`${lesson}?text=latt`)
  const at = '/courses/all-types/lessons/every-type'
  expect((await call(browser, 'GET', `${at}?locale=sv`)).text).not.toContain(easyWords)
  const read = await call(browser, 'GET', `${at}?locale=sv&text=latt`)
  expect(read.json.title).toBe('En fråga av varje typ, lätt')
  expect(read.text.split(easyWords)).toHaveLength(8)
  expect((await call(browser, 'GET', `${at}?locale=en&text=latt`)).text).not.toContain(easyWords)
  expect((await call(browser, 'GET', `${at}?locale=sv&text=easy`)).status).toBe(422)

  const [{ question }] = read.json.questions.filter(
    (each: { question: { id: string } }) => each.question.id === 'three-hours',
  )
  const sent = { question: 'three-hours', version: question.version, text: '3900,50' }
  const marked = await call(browser, 'PUT', `${at}/answers/${crypto.randomUUID()}?locale=sv&text=latt`, sent)
  expect([marked.status, marked.json.question.stem]).toEqual([200, expect.stringContaining(easyWords)])
  expect((await kept(email)).map(({ text }) => text)).toEqual(['easy'])

  const opened = await call(browser, 'POST', '/courses/all-types/attempts?locale=sv&text=latt')
  expect(opened.text.split(easyWords)).toHaveLength(11)
  const handed = await call(
    browser,
    'PUT',
    `/courses/all-types/attempts/${opened.json.id}/submission?locale=sv&text=latt`,
    { answers: {} },
  )
  expect(handed.text.split(easyWords)).toHaveLength(11)
  expect((await db.select().from(submissions).where(of(email)))[0]).toMatchObject({ text: 'easy' })
})
