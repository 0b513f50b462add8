import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { attempts, submissions } from '../../worker/db/schema/quizzes.ts'
import { fieldsFor, type Fields } from '../support/form-fields.ts'
import { signedIn, somebody } from '../support/people.ts'
import { type Answer, bindings, type Browser, database } from '../support/worker.ts'

const env = bindings()
const db = database(env)
const secret = String(env.SECRET)
const start = '/sv/courses/all-types/badge'
/** What stands in every question of the fixture in easy Swedish. */
const easyWords = 'Kort och lätt.'
const notice = 'Det här är lätt svenska. Frågorna och märket är desamma.'

const isUsual = ({ text }: Pick<Answer, 'text'>) => !text.includes(notice) && !text.includes(easyWords)
const of = (email: string) => sql`learner = (select id from users where email = ${email})`

/** A drawn test in easy Swedish. */
async function draw(email: string, browser: Browser): Promise<{ path: string; questions: Question[] }> {
  await browser.get(`${start}?text=latt`)
  const path = (await browser.post(`${start}/attempts`, {})).location!
  const [attempt] = await db.select().from(attempts).where(of(email))
  const rows = await db.select().from(questionVersions)
  return { path, questions: attempt!.drawn.map(({ version }) => rows.find((row) => row.version === version)!.content) }
}

async function sheet(questions: Question[], right: number): Promise<Fields> {
  const all = questions.map((question, i) => {
    const { id } = question
    return fieldsFor(question, {
      right: i < right,
      secret,
      names: { tokens: `q.${id}`, text: `t.${id}`, places: `p.${id}.` },
    })
  })
  return Object.assign({}, ...(await Promise.all(all))) as Fields
}

test('the badge test is taken in easy Swedish: drawn, saved, handed in and reviewed, with the same key', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  expect((await browser.get(start)).text).toContain('Gör provet på lätt svenska')
  const { path, questions } = await draw(email, browser)
  const page = await browser.get(path)
  expect(page.text.split(easyWords)).toHaveLength(11)
  expect(page.text).toContain(notice)
  for (const question of questions)
    expect(page.text).not.toContain(
      (question.text.easy as { feedback?: { right: string } }).feedback?.right ?? '-none-',
    )

  const intents = [...page.text.matchAll(/name="intent" value="(\w[\w-]*)"/g)].map(([, intent]) => intent)
  expect(intents, 'what Enter presses changes no words').toEqual(['stay', 'vanlig', 'hand-in', 'save'])

  await browser.post(path, { ...(await sheet(questions, 8)), intent: 'save' })
  const handIn = await browser.get(`${path}/hand-in`)
  const [, action = ''] = /<form method="post" action="([^"]+hand-in[^"]*)"/.exec(handIn.text) ?? []
  expect(action).toBe(`${path}/hand-in?text=latt`)
  expect((await browser.post(action, {})).status).toBe(303)
  const [stored] = await db.select().from(submissions).where(of(email))
  expect(stored).toMatchObject({ score: 8, passed: true, text: 'easy' })

  const review = await browser.get(path)
  expect(review.text.split(easyWords)).toHaveLength(11)
  expect(review.text).toContain('Läs det här först</a>')
  expect(isUsual(await browser.get(`${path}?text=vanlig`))).toBe(true)
  expect(isUsual(await browser.get(path.replace('/sv/', '/en/')))).toBe(true)
})

test('without scripts the words of a test are changed with what was chosen in it saved first', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { path, questions } = await draw(email, browser)
  const changed = await browser.post(path, { ...(await sheet(questions, 10)), intent: 'vanlig' })
  expect(changed.location).toBe(`${path}?text=vanlig`)
  expect(isUsual(await browser.get(changed.location!))).toBe(true)
  const [attempt] = await db.select().from(attempts).where(of(email))
  expect(Object.keys(attempt!.draft ?? {})).toHaveLength(10)
  const [, action = ''] = /action="([^"]+hand-in[^"]*)"/.exec((await browser.get(`${path}/hand-in`)).text) ?? []
  await browser.post(action, {})
  expect((await db.select().from(submissions).where(of(email)))[0]).toMatchObject({ score: 10, text: 'usual' })
})

test('a test that was drawn before there were easy words is shown and reviewed as it was drawn', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const { path, questions } = await draw(email, browser)
  const [first] = questions
  const { easy: _easy, ...text } = first!.text
  const version = crypto.randomUUID().replaceAll('-', '')
  const [row] = await db.select().from(questionVersions).where(eq(questionVersions.version, first!.version))
  await db.insert(questionVersions).values({ ...row!, version, content: { ...first!, version, text } as Question })
  await db.run(sql`update attempts set drawn = replace(drawn, ${first!.version}, ${version}) where ${of(email)}`)

  expect((await browser.get(path)).text.split(easyWords)).toHaveLength(10)
  await browser.post(`${path}/hand-in?text=latt`, {})
  expect((await browser.get(path)).text.split(easyWords)).toHaveLength(10)
})
