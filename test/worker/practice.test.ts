import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { answers, latestAnswers } from '../../worker/db/schema/quizzes.ts'
import { answer, course, formOf, lesson, lessonPath, picks } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function countOf(email: string): Promise<number[]> {
  const tables = ['answers', 'latest_answers', 'course_starts', 'lesson_completions', 'course_completions']
  const counts = []
  for (const table of tables) {
    const [row] = await db.all<{ n: number }>(
      sql`select count(*) as n from ${sql.raw(table)} where learner = (select id from users where email = ${email})`,
    )
    counts.push(row!.n)
  }
  return counts
}

test('a lesson is read without an account, and shows no key and no reason before the answer', async () => {
  const page = await new Browser().get(lessonPath)
  expect(page.status).toBe(200)
  expect(page.trips).toBe(0)
  expect(page.text).toContain('Ett hotell i Rättvik')
  expect(page.text).not.toContain('Konsekvensen styr. Ordet')
  expect(page.text).not.toContain('ett fel där ger mest irritation')
})

test('an answer without an account comes back with a reason on every option, and nothing is stored', async () => {
  const [before] = await db.select({ n: sql<number>`count(*)` }).from(answers)
  const page = await answer(new Browser(), lessonPath, 'nuts-promise', 'Tiderna')
  const [after] = await db.select({ n: sql<number>`count(*)` }).from(answers)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Inte rätt den här gången')
  expect(page.text).toContain('Konsekvensen styr. Ordet')
  expect(page.text).toContain('ett fel där ger mest irritation')
  expect(page.text).toContain('Utan konto och utan skript sparas ingenting')
  expect(after).toEqual(before)
})

test('a signed-in learner finds the answer again on every page load, in two languages and two browsers', async () => {
  const email = somebody()
  const phone = await signedIn(email)
  const given = await answer(phone, lessonPath, 'nuts-promise', 'Löftet')
  expect(given.status).toBe(303)
  expect(given.location).toBe(`${lessonPath}#q-nuts-promise`)

  const office = await signedIn(email)
  const page = await office.get(`/en/courses/${course}/${lesson}`)
  expect(page.text).toContain('The stakes decide')
  expect(page.text).toContain('1 of 4 questions answered')
})

test('pressing twice, in two tabs or by replay, changes no row', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const fields = { id: form.id, version: form.version, o: picks(form, 'Tonen') }
  await browser.post(form.action, fields)
  const before = await countOf(email)

  const again = await Promise.all([browser.post(form.action, fields), browser.post(form.action, fields)])
  expect(again.map((each) => each.status)).toEqual([303, 303])
  expect(await countOf(email)).toEqual(before)
})

test('the same id with another choice is kept as a new answer', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  await browser.post(form.action, { id: form.id, version: form.version, o: picks(form, 'Tonen') })
  const second = await browser.post(form.action, { id: form.id, version: form.version, o: picks(form, 'Löftet') })
  expect(second.status).toBe(303)
  expect((await countOf(email))[0]).toBe(2)
})

test('a lesson is done when its questions are answered, right or wrong, and the course when its lessons are', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const first = `/sv/courses/${course}/why-wrong-sounds-right`
  await answer(browser, first, 'likely-words-1', 'Den slår')
  await answer(browser, first, 'likely-words-2', 'Den väljer')
  expect((await countOf(email)).slice(3)).toEqual([1, 0])

  await answer(browser, lessonPath, 'nuts-promise', 'Tiderna')
  await answer(browser, lessonPath, 'link-is-not-proof', 'Ta med')
  await answer(browser, lessonPath, 'tone-is-not-truth', 'Det stämmer, för')
  await answer(browser, lessonPath, 'source-and-colleague', 'En ny instruktion', 'Fem förslag')
  expect((await countOf(email)).slice(3)).toEqual([2, 1])
})

test('a learner goes on at the first unanswered question', async () => {
  const browser = await signedIn()
  await answer(browser, `/sv/courses/${course}/why-wrong-sounds-right`, 'likely-words-1', 'Den väljer')
  const page = await browser.get('/sv')
  expect(page.text).toContain(`href="/sv/courses/${course}/why-wrong-sounds-right#q-likely-words-2"`)
  expect(page.text).toContain('Fråga 2 i lektion 1')
})

test('an answer to a question that was changed meanwhile is marked and kept as it was shown', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const old = 'f'.repeat(32)
  await db.run(sql`insert or ignore into question_versions (version, course, question, key_hash, content, first_seen_at)
    select ${old}, course, question, key_hash, json_set(content, '$.version', ${old}, '$.key', json('[0]')), 0
    from question_versions where version = ${form.version}`)

  await db.run(sql`insert or ignore into question_places (version, page) values (${old}, ${lesson})`)

  const given = await browser.post(form.action, { id: form.id, version: old, o: picks(form, 'Tiderna') })
  expect(given.status).toBe(303)
  const [kept] = await db
    .select()
    .from(latestAnswers)
    .where(sql`answer = ${form.id}`)
  expect(kept).toMatchObject({ version: old, correct: true })
  expect((await browser.get(lessonPath)).text).toContain('Rätt.')
})

test.for([
  ['an option of another question', (form: { o: string[] }) => ({ ...form, o: ['not-an-option'] }), 422],
  ['a version that never was', (form: object) => ({ ...form, version: '0'.repeat(32) }), 422],
  ['an id that is no id', (form: object) => ({ ...form, id: 'x' }), 422],
  ['no option', (form: object) => ({ ...form, o: [] }), 422],
] as const)('%s is refused with a page, and nothing is stored', async ([, change, status]) => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const changed = change({ id: form.id, version: form.version, o: picks(form, 'Tonen') } as never)
  const refused = await browser.post(form.action, changed as Record<string, string>)
  expect(refused.status).toBe(status)
  expect(refused.text).toContain('<h1>')
  expect((await countOf(email))[0]).toBe(0)
})

test('a lesson costs one round trip, an answer at most two', async () => {
  const browser = await signedIn()
  const page = await browser.get(lessonPath)
  expect(page.trips).toBe(1)
  const form = formOf(page, 'nuts-promise')
  const given = await browser.post(form.action, { id: form.id, version: form.version, o: picks(form, 'Tonen') })
  expect(given.trips).toBeLessThanOrEqual(2)
})

test('what a browser kept is taken over once, marked again, and dated now', async () => {
  const email = somebody()
  const stranger = new Browser()
  const form = formOf(await stranger.get(lessonPath), 'nuts-promise')
  const kept = {
    id: form.id,
    course,
    lesson,
    question: 'nuts-promise',
    version: form.version,
    tokens: picks(form, 'Löftet'),
    at: Date.now() + 86_400_000,
  }
  const browser = await signedIn(email)
  const send = () =>
    browser.send('/sv/me/takeover', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
      body: JSON.stringify({ answers: [kept, { ...kept, id: crypto.randomUUID(), question: 'gone' }] }),
    })
  expect(JSON.parse((await send()).text)).toEqual({ taken: 1, left: 1 })
  const before = await countOf(email)
  await send()
  expect(await countOf(email)).toEqual(before)
  const [row] = await db
    .select()
    .from(answers)
    .where(sql`id = ${form.id}`)
  expect(row!.at.getTime()).toBeLessThanOrEqual(Date.now())
  expect(row!.correct).toBe(true)
})

test('an answer from a browser that cannot be read, or stands there twice, holds up none of the others', async () => {
  const form = formOf(await new Browser().get(lessonPath), 'nuts-promise')
  const tokens = picks(form, 'Löftet')
  const kept = { id: form.id, course, lesson, question: 'nuts-promise', version: form.version, tokens, at: 1 }
  const other = () => ({ ...kept, id: crypto.randomUUID() })
  const strange = [{ ...other(), at: null }, { ...other(), locale: 'de' }, { ...other(), id: 'x' }, 5, null, [], {}]
  const email = somebody()
  const browser = await signedIn(email)
  const { status, text } = await browser.send('/sv/me/takeover', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
    body: JSON.stringify({ answers: [kept, { ...kept, at: 2 }, ...strange] }),
  })
  expect([status, JSON.parse(text)]).toEqual([200, { taken: 2, left: strange.length }])
})

test('another answer under an id that is taken is one more, however often it is sent', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const send = (words: string) =>
    browser.post(form.action, { id: form.id, version: form.version, o: picks(form, words) })
  await send('Löftet')
  for (let n = 0; n < 5; n += 1) await send('Tiderna')
  const rows = await db
    .select()
    .from(answers)
    .where(sql`learner = (select id from users where email = ${email})`)
  expect(rows).toHaveLength(2)
})

test('a form over 64 KB is answered with a page that names the limit', async () => {
  const browser = new Browser()
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const refused = await browser.post(form.action, { id: form.id, version: form.version, o: 'x'.repeat(70_000) })
  expect(refused.status).toBe(413)
  expect(refused.text).toContain('64 kB')
})

test('a form from another site is refused', async () => {
  const browser = await signedIn()
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const fields = { id: form.id, version: form.version, o: picks(form, 'Tonen') }
  expect((await browser.post(form.action, fields, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await browser.post(form.action, fields, { origin: 'null' })).status).toBe(403)
})

test('when the database is gone the lesson still comes, and what needs it says so with a request id', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const form = formOf(await browser.get(lessonPath), 'nuts-promise')
  const gone = new Browser({
    ...browser.env,
    DATABASE: { fetch: () => Promise.reject(new Error('gone')) } as unknown as Fetcher,
  })
  for (const [name, value] of browser.jar) gone.jar.set(name, value)

  const page = await gone.get(lessonPath)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Vi når inte databasen just nu')
  const refused = await gone.post(form.action, { id: form.id, version: form.version, o: picks(form, 'Tonen') })
  expect(refused.status).toBe(503)
  expect(refused.text).toMatch(/N-[2-9A-Z]{8}/)
})
