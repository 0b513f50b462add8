import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { attempts, submissions } from '../../worker/db/schema/quizzes.ts'
import { questionTypes } from '../../worker/questions/registry.ts'
import { optionTokens } from '../../worker/quizzes/option-tokens.ts'
import { fieldsFor as fieldsOf, type Fields } from '../support/form-fields.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, type Browser, database } from '../support/worker.ts'
import { call } from '../unit/api/support.ts'

const env = bindings()
const db = database(env)
const secret = String(env.SECRET)
const start = '/sv/courses/all-types/badge'

interface Drawn {
  path: string
  questions: Question[]
}

/** A test with every type of question in it, by its stored draw. */
async function open(email: string, browser: Browser): Promise<Drawn> {
  const opened = await browser.post(`${start}/attempts`, {})
  const [attempt] = await db.select().from(attempts).where(of(email))
  const rows = await db.select().from(questionVersions)
  const questions = attempt!.drawn.map(({ version }) => rows.find((row) => row.version === version)!.content)
  expect(new Set(questions.map(({ type }) => type))).toEqual(drawable)
  return { path: opened.location!, questions }
}

/** Those of the fixture's pool: choices have tests of their own, and the others are for practice only. */
const elsewhere = ['single', 'multiple', 'replay', 'branch']
const drawable = new Set(Object.keys(questionTypes).filter((type) => !elsewhere.includes(type)))

/** Five types among twenty-five, ten drawn: now and then a type is missing, and another learner draws. */
async function openWithAll(): Promise<Drawn & { email: string; browser: Browser }> {
  for (let tries = 0; tries < 60; tries += 1) {
    const email = somebody()
    const browser = await signedIn(email)
    const drawn = await open(email, browser).catch(() => undefined)
    if (drawn) return { ...drawn, email, browser }
  }
  throw new Error('no draw held every type')
}

function of(email: string) {
  return sql`learner = (select id from users where email = ${email})`
}

function fieldsFor(question: Question, right: boolean): Promise<Fields> {
  const { id } = question
  return fieldsOf(question, { right, secret, names: { tokens: `q.${id}`, text: `t.${id}`, places: `p.${id}.` } })
}

async function sheet(questions: Question[], right: number): Promise<Fields> {
  const all = await Promise.all(questions.map((question, i) => fieldsFor(question, i < right)))
  return Object.assign({}, ...all) as Fields
}

function firstOf<T extends Question['type']>(questions: Question[], type: T) {
  return questions.find((question) => question.type === type) as Extract<Question, { type: T }>
}

test('a test of every type is passed by eight right ones, and reviewed as it was answered', async () => {
  const { browser, email, path, questions } = await openWithAll()
  const page = await browser.get(path)
  expect(page.text).not.toMatch(/Rätt, därför|Fel, därför|Därför att mening/)
  for (const question of questions.filter(({ type }) => type === 'order')) {
    const steps = 'items' in question.text.sv ? question.text.sv.items : []
    const at = steps.map((step) => page.text.indexOf(step))
    expect(at).not.toContain(-1)
    expect(at).not.toEqual(at.toSorted((a, b) => a - b))
  }

  const answers = await sheet(questions, 8)
  expect((await browser.post(`${path}/submission`, answers)).status).toBe(303)
  const [stored] = await db.select().from(submissions).where(of(email))
  expect(stored).toMatchObject({ score: 8, passed: true })
  const review = await browser.get(path)
  expect(review.text).toContain('Du klarade det.')
  expect([...review.text.matchAll(/<strong id="verdict-[^"]+">Rätt\./g)]).toHaveLength(8)
  expect([...review.text.matchAll(/Inte rätt den här gången\./g)]).toHaveLength(2)
  const taught = /Läs igen:\s*<a href="\/sv\/courses\/all-types\/every-type#s-read-first">Läs först<\/a>/g
  expect([...review.text.matchAll(taught)]).toHaveLength(2)
  expect((await browser.get('/sv/courses/all-types/every-type')).text).toContain('<h2 id="s-read-first"')

  expect((await browser.post(`${path}/submission`, answers)).status).toBe(303)
  expect((await browser.post(`${path}/submission`, await sheet(questions, 9))).status).toBe(409)
  expect(await db.select().from(submissions).where(of(email))).toEqual([stored])
})

test('what cannot be read goes back with all that was given, and nothing is handed in', async () => {
  const { browser, email, path, questions } = await openWithAll()
  const [number, order] = [firstOf(questions, 'number'), firstOf(questions, 'order')]
  const tokens = await optionTokens(order, secret)
  const answers = {
    ...(await sheet(questions, 10)),
    [`t.${number.id}`]: '3,900',
    [`p.${order.id}.${tokens[1]}`]: '1',
  }
  const back = await browser.post(`${path}/submission`, answers)
  expect(back.status).toBe(422)
  expect(back.text).toContain('Inget är inlämnat än.')
  expect(back.text).toContain('Skriv 3900 eller 3,9')
  expect(back.text).toContain('Två rader har samma plats')
  expect(back.text).toContain(`href="#q-${number.id}"`)
  expect(back.text).toContain('value="3,900"')
  for (const question of questions.filter(({ type }) => type === 'text'))
    expect(back.text).toContain(`value="${(question as { key: string[] }).key[0]!}"`)
  expect(await db.select().from(submissions).where(of(email))).toEqual([])

  const again = await (await signedIn(email)).get(path)
  expect(again.text).toContain('value="3,900"')
  const mended = { ...answers, ...(await fieldsFor(number, true)), ...(await fieldsFor(order, true)) }
  expect((await browser.post(`${path}/submission`, mended)).status).toBe(303)
  expect((await db.select().from(submissions).where(of(email)))[0]).toMatchObject({ score: 10, passed: true })
})

test('a half-made match waits as well, and is handed in only when it is whole', async () => {
  const { browser, email, path, questions } = await openWithAll()
  const match = firstOf(questions, 'match')
  const tokens = await optionTokens(match, secret)
  const [left, right] = [tokens[1]!, tokens[3 + match.key[1]!]!]
  expect((await browser.post(path, { [`p.${match.id}.${left}`]: right })).status).toBe(303)
  const page = await (await signedIn(email)).get(path)
  const select = new RegExp(`name="p\\.${match.id}\\.${left}"[\\s\\S]*?</select>`).exec(page.text)![0]
  expect(select).toContain(`<option value="${right}" selected="">`)

  const missing = await browser.post(`${path}/submission`, { [`p.${match.id}.${left}`]: right })
  expect(missing.status).toBe(422)
  expect(missing.text).toContain('Alla rader har inte fått sitt än.')
  const doubled = Object.fromEntries(tokens.slice(0, 3).map((each) => [`p.${match.id}.${each}`, right]))
  expect((await browser.post(`${path}/submission`, doubled)).text).toContain('Två rader har fått samma svar.')
  const strange = await browser.post(path, { [`p.${match.id}.${left}`]: left })
  expect(strange.status).toBe(422)
})

test('a half-made order and a half-written number wait until the test is resumed', async () => {
  const { browser, email, path, questions } = await openWithAll()
  const [number, order] = [firstOf(questions, 'number'), firstOf(questions, 'order')]
  const tokens = await optionTokens(order, secret)
  const draft = {
    [`t.${number.id}`]: '3,9 tusen',
    [`p.${order.id}.${tokens[2]}`]: '1',
    [`p.${order.id}.${tokens[0]}`]: '',
  }
  expect((await browser.post(path, draft)).status).toBe(303)
  const page = await (await signedIn(email)).get(path)
  expect(page.text).toContain('value="3,9 tusen"')
  const select = new RegExp(`name="p\\.${order.id}\\.${tokens[2]}"[\\s\\S]*?</select>`).exec(page.text)![0]
  expect(select).toContain('<option value="1" selected="">')
  expect([...page.text.matchAll(/<option value="\d" selected/g)]).toHaveLength(1)
})

test('what was left out is unanswered and wrong, of any type', async () => {
  const { browser, email, path, questions } = await openWithAll()
  const blank = Object.fromEntries(questions.flatMap(({ id, type }) => (type === 'text' ? [[`t.${id}`, ' ']] : [])))
  expect((await browser.post(`${path}/submission`, blank)).status).toBe(303)
  const [stored] = await db.select().from(submissions).where(of(email))
  expect(stored).toMatchObject({ score: 0, answers: {} })
  const review = await browser.get(path)
  expect([...review.text.matchAll(/Du svarade inte på den här frågan\./g)]).toHaveLength(10)
})

test('a program keeps and submits every type, and reads a half-made order as its beginning', async () => {
  const { browser, path, questions } = await openWithAll()
  const attempt = `/courses/all-types/attempts/${path.split('/').at(-1)}`
  const [number, order] = [firstOf(questions, 'number'), firstOf(questions, 'order')]
  const tokens = await optionTokens(order, secret)
  const draft = { [number.id]: '3,900', [order.id]: [tokens[3], tokens[1]] }
  expect((await call(browser, 'PUT', `${attempt}/draft`, { answers: draft })).status).toBe(204)
  const { json, text } = await call(browser, 'GET', `${attempt}?locale=sv`)
  expect(text).not.toMatch(/"(key|keyHash|right|correct|feedback|order|drawn|competence|tolerance)":/)
  const shown = (id: string) => json.questions.find((question: { id: string }) => question.id === id)
  expect(shown(number.id)).toMatchObject({ type: 'number', unit: 'kr', chosen: '3,900' })
  expect(shown(order.id)).toMatchObject({ type: 'order', chosen: [tokens[3], tokens[1]] })

  const refused = await call(browser, 'PUT', `${attempt}/submission?locale=sv`, { answers: draft })
  expect(refused.json).toMatchObject({
    status: 422,
    fields: { [number.id]: 'ambiguous', [order.id]: 'places-missing' },
  })
  const sent = { [number.id]: '3,900', [order.id]: tokens }
  const submitted = await call(browser, 'PUT', `${attempt}/submission?locale=en`, { answers: sent })
  expect(submitted.json).toMatchObject({ state: 'submitted', score: 1 })
  expect((await call(browser, 'PUT', `${attempt}/submission?locale=en`, { answers: sent })).json).toEqual(
    submitted.json,
  )
})

test('what a program is told of a match that was emptied it may hand in, and nothing is answered', async () => {
  const { browser, path, questions } = await openWithAll()
  const match = firstOf(questions, 'match')
  const left = (await optionTokens(match, secret))[0]!
  await browser.post(path, { [`p.${match.id}.${left}`]: '' })
  const attempt = `/courses/all-types/attempts/${path.split('/').at(-1)}`
  const { json } = await call(browser, 'GET', `${attempt}?locale=sv`)
  const { chosen } = json.questions.find(({ id }: { id: string }) => id === match.id)
  const submitted = await call(browser, 'PUT', `${attempt}/submission`, { answers: { [match.id]: chosen } })
  expect(submitted.json).toMatchObject({ state: 'submitted', score: 0 })
})

test('a match that came too late is told row by row, whichever rows were sent', async () => {
  const { browser, path, questions } = await openWithAll()
  const match = firstOf(questions, 'match')
  const tokens = await optionTokens(match, secret)
  await browser.post(`${path}/hand-in`, { sure: 'yes' })
  const late = await browser.post(path, { [`p.${match.id}.${tokens[2]}`]: tokens[3]! })
  const { lefts, rights } = match.text.sv
  expect(late.text).toContain(`${lefts[2]}: ${rights[0]}`)
  expect(late.text).not.toContain(`${lefts[0]}: `)
})

test('a number that was saved in Swedish is read in Swedish, also when the test is handed in from the English page', async () => {
  const { browser, path, questions } = await openWithAll()
  const number = firstOf(questions, 'number')
  const english = path.replace('/sv/', '/en/')
  await browser.post(path, { [`t.${number.id}`]: '1,500', intent: 'hand-in' })
  expect((await browser.get(`${english}/hand-in`)).location).toBe(`${english}?mend=1`)
  expect((await browser.post(`${english}/hand-in`, {})).location).toBe(`${english}?mend=1`)
  await browser.post(english, { [`t.${number.id}`]: '1,500', intent: 'stay' })
  expect((await browser.get(`${english}/hand-in`)).status).toBe(200)
})
