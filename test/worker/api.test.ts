import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { answers } from '../../worker/db/schema/quizzes.ts'
import { course, lesson } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'
import {
  answerTo,
  attemptsPath,
  call,
  expectProblem,
  fillTeam,
  joinTeam,
  lessonPath,
  newCompany,
  personal,
  type Reply,
  sheet,
  startTeam,
} from '../unit/api/support.ts'

const db = database(bindings())

test('the description is served, and is what the code says', async () => {
  const { status, json } = await call(new Browser(), 'GET', '/openapi.json')
  expect(status).toBe(200)
  expect(json.openapi).toBe('3.1.0')
  expect(json.paths['/api/v1/courses/{course}/lessons/{lesson}/answers/{id}'].put.responses).toHaveProperty('200')
})

test('courses come without an account, in the language that is asked for', async () => {
  const stranger = new Browser()
  const swedish = await call(stranger, 'GET', '/courses?locale=sv')
  const english = await call(stranger, 'GET', '/courses?locale=en')
  expect(swedish.json.courses[0].id).toBe(course)
  expect(english.json.courses[0].id).toBe(course)
  expect(english.json.courses[0].title).not.toBe(swedish.json.courses[0].title)
  expect(english.json.courses[0].page).toBe(`/en/courses/${course}`)

  const wished = await stranger.get('/api/v1/courses', { 'accept-language': 'en-GB,en;q=0.9' })
  expect(JSON.parse(wished.text)).toEqual(english.json)
  const one = await call(stranger, 'GET', `/courses/${course}?locale=en`)
  expect(one.json).toMatchObject({ ...english.json.courses[0], about: expect.stringContaining('<') })
})

test('a lesson shows no key, no reason and no telling order before the answer', async () => {
  const { status, json, text } = await call(new Browser(), 'GET', `${lessonPath}?locale=sv`)
  expect(status).toBe(200)
  expect(text).not.toMatch(/"(key|keyHash|right|correct|feedback|ordinal)"/)
  expect(text).not.toContain('Konsekvensen styr. Ordet')
  for (const { state, question } of json.questions) {
    expect(state).toBe('open')
    expect(Object.keys(question).toSorted()).toEqual(['choose', 'id', 'options', 'stem', 'type', 'version'])
    const tokens = question.options.map(({ token }: { token: string }) => token)
    expect(tokens).toEqual([...tokens].sort((a, b) => (a < b ? -1 : 1)))
  }
})

test('signed out, an answer is marked with every reason and nothing is stored', async () => {
  const stranger = new Browser()
  const sent = await answerTo(stranger, 'nuts-promise', 'Löftet')
  const id = crypto.randomUUID()
  const { status, json } = await call(stranger, 'PUT', `${lessonPath}/answers/${id}`, sent)
  expect(status).toBe(200)
  expect(json).toMatchObject({ kept: false, question: { id: 'nuts-promise', correct: true } })
  for (const option of json.question.options) expect(option.feedback.length).toBeGreaterThan(0)
  expect(await db.select().from(answers).where(eq(answers.id, id))).toEqual([])
})

test('the same id twice is one answer, and with another choice a new one', async () => {
  const email = somebody()
  const browser = await signedIn(email)
  const path = `${lessonPath}/answers/${crypto.randomUUID()}`
  const sent = await answerTo(browser, 'nuts-promise', 'Löftet')
  const first = await call(browser, 'PUT', `${path}?locale=sv`, sent)
  const again = await call(browser, 'PUT', `${path}?locale=sv`, sent)
  expect(first.json).toMatchObject({ kept: true, question: { correct: true } })
  expect(again.json).toEqual(first.json)
  const kept = () =>
    db
      .select()
      .from(answers)
      .where(sql`learner = (select id from users where email = ${email})`)
  expect(await kept()).toHaveLength(1)

  const other = await call(browser, 'PUT', path, await answerTo(browser, 'nuts-promise', 'Tonen'))
  expect(other.json.question.correct).toBe(false)
  expect(await kept()).toHaveLength(2)

  const read = await call(browser, 'GET', lessonPath)
  expect(read.json.questions.map(({ state }: { state: string }) => state)).toContain('answered')
})

test('progress says what is begun and where to go on', async () => {
  const browser = await signedIn()
  expect((await call(browser, 'GET', '/progress')).json).toEqual({ courses: [] })
  const sent = await answerTo(browser, 'nuts-promise', 'Löftet')
  await call(browser, 'PUT', `${lessonPath}/answers/${crypto.randomUUID()}`, sent)
  const { json } = await call(browser, 'GET', '/progress')
  expect(json.courses).toHaveLength(1)
  expect(json.courses[0]).toMatchObject({ course, lessonsDone: 0, doneDay: null, badge: null })
  expect(json.courses[0].lessons).toContainEqual({ lesson, done: false, answered: 1, questions: 4 })
})

test('a badge test is opened, resumed, kept, submitted and reviewed; the key comes last', async () => {
  const browser = await signedIn()
  const opened = await call(browser, 'POST', `${attemptsPath}?locale=sv`)
  expect(opened.status).toBe(201)
  expect(opened.headers.get('location')).toBe(`/api/v1${attemptsPath}/${opened.json.id}`)
  expect(opened.json.questions).toHaveLength(10)
  expect(opened.text).not.toMatch(/"(key|keyHash|right|correct|feedback|order|drawn|competence)"/)

  const path = `${attemptsPath}/${opened.json.id}`
  const chosen = await sheet(opened.json.questions, 8)
  const first = opened.json.questions[0].id as string
  expect((await call(browser, 'PUT', `${path}/draft`, { answers: { [first]: chosen[first] } })).status).toBe(204)
  const resumed = await call(browser, 'POST', `${attemptsPath}?locale=sv`)
  expect(resumed.status).toBe(200)
  expect(resumed.json.id).toBe(opened.json.id)
  expect(resumed.json.questions[0].chosen).toEqual(chosen[first])
  expect((await call(browser, 'GET', attemptsPath)).json.open.id).toBe(opened.json.id)

  const submitted = await call(browser, 'PUT', `${path}/submission?locale=sv`, { answers: chosen })
  expect(submitted.status).toBe(200)
  expect(submitted.json).toMatchObject({ state: 'submitted', score: 8, passed: true, award: expect.any(String) })
  expect(submitted.json.questions[0].options[0].feedback).toEqual(expect.any(String))
  expect((await call(browser, 'PUT', `${path}/submission?locale=sv`, { answers: chosen })).json).toEqual(submitted.json)
  expectProblem(await call(browser, 'PUT', `${path}/submission`, { answers: {} }), 409, 'conflict')
  expectProblem(await call(browser, 'PUT', `${path}/draft`, { answers: {} }), 409, 'conflict')
  expect((await call(browser, 'GET', `${path}?locale=sv`)).json).toEqual(submitted.json)

  const after = await call(browser, 'GET', attemptsPath)
  expect(after.json).toMatchObject({ open: null, last: { id: opened.json.id, score: 8, passed: true } })
  expect(after.json.nextDrawAt).toEqual(expect.any(String))
  expect(after.json.badge.day).toMatch(/^\d{4}-\d\d-\d\d$/)
  const waiting = await call(browser, 'POST', attemptsPath)
  expectProblem(waiting, 409, 'conflict')
  expect(waiting.json.detail).toBe('wait')
})

test('an attempt is nobody else’s to see', async () => {
  const opened = await call(await signedIn(), 'POST', attemptsPath)
  expectProblem(await call(await signedIn(), 'GET', `${attemptsPath}/${opened.json.id}`), 404, 'not-found')
})

test('a company is started, joined, run and left', async () => {
  const { owner, id, path } = await startTeam()
  expect((await call(owner, 'GET', '/companies')).json.companies).toMatchObject([{ id, role: 'owner', terms: 'all' }])
  const amira = await signedIn()
  const joined = await joinTeam(path, owner, amira)
  expect(joined.status).toBe(201)
  expect(joined.json.company).toBe(id)
  expect((await joinTeam(path, owner, amira)).status).toBe(200)

  const team = await call(owner, 'GET', `${path}/members`)
  expect(team.json.members.map(({ name }: { name: string }) => name)).toEqual(['Amira Haddad', 'Anders Öst'])
  expect(team.json.next).toBeNull()
  const member = team.json.members[0]
  const seen = await call(amira, 'GET', `${path}/seen`)
  expect({ ...seen.json.member, isYou: false }).toEqual(member)

  expect((await call(owner, 'PATCH', `${path}/members/${member.id}`, { role: 'manager' })).status).toBe(204)
  expect((await call(amira, 'GET', `${path}/members`)).status).toBe(200)
  expectProblem(await call(owner, 'DELETE', `${path}/membership`), 409, 'conflict')
  expect((await call(amira, 'DELETE', `${path}/membership`)).status).toBe(204)
  expectProblem(await call(amira, 'GET', `${path}/seen`), 404, 'not-found')
  expect((await joinTeam(path, owner, amira)).status).toBe(201)
  const [again] = (await call(owner, 'GET', `${path}/members`)).json.members
  expect((await call(owner, 'DELETE', `${path}/members/${again.id}`)).status).toBe(204)
  expect((await call(owner, 'GET', `${path}/members`)).json.members).toHaveLength(1)
})

test('what was begun before joining is shown when the employee says so, and only then', async () => {
  const amira = await signedIn()
  const sent = await answerTo(amira, 'nuts-promise', 'Löftet')
  await call(amira, 'PUT', `${lessonPath}/answers/${crypto.randomUUID()}`, sent)
  const { owner, path } = await startTeam()
  await joinTeam(path, owner, amira)
  const state = async () => (await call(owner, 'GET', `${path}/members`)).json.members[0].courses[0].state
  expect(await state()).toBe('not-started')
  expect((await call(amira, 'GET', `${path}/seen`)).json.earlier).toEqual([{ course, shown: false }])

  expect((await call(amira, 'PUT', `${path}/shares`, { earlier: [course] })).status).toBe(204)
  expect(await state()).toBe('under-way')
  expect((await call(amira, 'PUT', `${path}/shares`, { earlier: [] })).status).toBe(204)
  expect(await state()).toBe('not-started')
})

test('terms that are not those shown, and a dead code, are refused', async () => {
  const { owner, path } = await startTeam()
  const { json } = await call(owner, 'POST', `${path}/invitations`, { for: 'one' })
  expect(json.url).toBe(`http://navet.example/sv/join/${json.code}`)
  const amira = await signedIn()
  const joining = { name: 'Amira', termsVersion: 99, earlier: [], accept: true }
  const stale = await call(amira, 'POST', `/invitations/${json.code}/memberships`, joining)
  expectProblem(stale, 409, 'conflict')
  expect(stale.json.detail).toBe('terms')
  expectProblem(await call(new Browser(), 'GET', '/invitations/0000000000000000'), 404, 'not-found')
})

test('another company’s team is not found, and neither is anything in it', async () => {
  const { path } = await startTeam()
  const { owner: stranger } = await startTeam()
  for (const [method, below, body] of [
    ['GET', '/members', undefined],
    ['GET', '/seen', undefined],
    ['POST', '/invitations', { for: 'team' }],
    ['PATCH', '/members/somebody', { role: 'owner' }],
    ['DELETE', '/members/somebody', undefined],
    ['PUT', '/shares', { earlier: [] }],
    ['DELETE', '/membership', undefined],
  ] as const) {
    expectProblem(await call(stranger, method, path + below, body), 404, 'not-found')
  }
})

test('a member is no manager: the team is not found', async () => {
  const { owner, path } = await startTeam()
  const amira = await signedIn()
  await joinTeam(path, owner, amira)
  expectProblem(await call(amira, 'GET', `${path}/members`), 404, 'not-found')
})

test('a large team comes page by page, each member once, in Swedish order', async () => {
  const { owner, id, path } = await startTeam()
  await fillTeam(id, 120)

  for (const [limit, pages] of [
    [undefined, 3],
    [50, 3],
    [7, 18],
  ] as const) {
    const names: string[] = []
    let link: string | undefined = `${path}/members${limit ? `?limit=${limit}` : ''}`
    let count = 0
    while (link) {
      const page: Reply = await call(owner, 'GET', link)
      names.push(...page.json.members.map((member: { name: string }) => member.name))
      count += 1
      const next = /<\/api\/v1([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]
      expect(next === undefined).toBe(page.json.next === null)
      link = next
    }
    expect(count).toBe(pages)
    expect(names).toHaveLength(121)
    expect(new Set(names).size).toBe(121)
    expect([...new Set(names.map((name) => name[0]))].join('')).toBe('ABCDEZÅÄÖ')
  }
  expectProblem(await call(owner, 'GET', `${path}/members?after=nonsense`), 422, 'invalid')
  expectProblem(await call(owner, 'GET', `${path}/members?limit=51`), 422, 'invalid')
})

test('signed out, what needs a person answers 401 and never leads to a sign-in page', async () => {
  for (const [method, path, body] of personal) {
    expectProblem(await call(new Browser(), method, path, body), 401, 'signed-out')
  }
})

test('what cannot be understood is a problem that names the fields', async () => {
  const owner = await signedIn()
  const refused = await call(owner, 'POST', '/companies', { ...newCompany, sector: 'ZZ', accept: false })
  expectProblem(refused, 422, 'invalid')
  expect(Object.keys(refused.json.fields).toSorted()).toEqual(['accept', 'sector'])
  expectProblem(await call(owner, 'POST', '/companies', { ...newCompany, courses: ['no-such'] }), 422, 'invalid')
  expectProblem(await call(owner, 'GET', '/courses?locale=fi'), 422, 'invalid')
  expectProblem(await call(owner, 'GET', '/courses/no-such'), 404, 'not-found')
  expectProblem(await call(owner, 'GET', '/no-such'), 404, 'not-found')

  const answer = { question: 'nuts-promise', version: 'f'.repeat(32), tokens: ['x'] }
  const put = (id: string, body: object) => call(owner, 'PUT', `${lessonPath}/answers/${id}`, body)
  expectProblem(await put('not-a-uuid', answer), 422, 'invalid')
  expectProblem(await put(crypto.randomUUID(), answer), 422, 'invalid')
  expectProblem(await put(crypto.randomUUID(), { ...answer, tokens: [] }), 422, 'invalid')
})

test('a body that is no JSON is refused as such', async () => {
  const send = (body: string, type: string) =>
    new Browser().send(`/api/v1${lessonPath}/answers/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': type },
      body,
    })
  for (const reply of [await send('{', 'application/json'), await send('a=b', 'application/x-www-form-urlencoded')]) {
    expectProblem({ ...reply, json: JSON.parse(reply.text) }, 422, 'invalid')
  }
  const large = await send(JSON.stringify({ x: 'y'.repeat(70_000) }), 'application/json')
  expectProblem({ ...large, json: JSON.parse(large.text) }, 413, 'too-large')
})

test('a write from another site is refused', async () => {
  const browser = await signedIn()
  const reply = await browser.send(`/api/v1${attemptsPath}`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
  })
  expectProblem({ ...reply, json: JSON.parse(reply.text) }, 403, 'forbidden')
})
