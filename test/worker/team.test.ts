import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, type Browser, database } from '../support/worker.ts'

const db = database(bindings())

async function finishCourse(person: Browser): Promise<void> {
  const first = `/sv/courses/${course}/why-wrong-sounds-right`
  await answer(person, `${first}?again=likely-words-1`, 'likely-words-1', 'Den väljer')
  await answer(person, `${first}?again=likely-words-2`, 'likely-words-2', 'Den slår')
  await answer(person, `${lessonPath}?again=nuts-promise`, 'nuts-promise', 'Tiderna')
  await answer(person, `${lessonPath}?again=link-is-not-proof`, 'link-is-not-proof', 'Ta med')
  await answer(person, `${lessonPath}?again=tone-is-not-truth`, 'tone-is-not-truth', 'Tonen')
  await answer(
    person,
    `${lessonPath}?again=source-and-colleague`,
    'source-and-colleague',
    'En ny instruktion',
    'En offert',
  )
}

test('a manager sees not started, under way and done, and the day; nothing else', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, code)
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')

  await answer(amira, lessonPath, 'nuts-promise', 'Tiderna')
  const underWay = rowOf(await owner.get(path), 'Amira')!
  expect(underWay).toContain('Pågår')
  expect(underWay).not.toMatch(/\d/)

  await finishCourse(amira)
  const done = rowOf(await owner.get(path), 'Amira')!
  expect(done).toContain('Klar')
  expect(done).toMatch(/\d{4}/)
  expect(done).not.toMatch(/\d\d[:.]\d\d|procent|poäng|försök/)
  expect((await amira.get(path)).status).toBe(404)
})

test('what was done before joining reads not started until the employee ticks it', async () => {
  const amira = await signedIn(somebody())
  await finishCourse(amira)
  const { owner, path, code } = await startTeam()
  await join(amira, code)
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
  expect(rowOf(await amira.get(`${path}/seen`), 'Amira')).toContain('Inte börjat')

  await amira.post(`${path}/shares`, { earlier: [course] })
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Klar')
  await amira.post(`${path}/shares`, {})
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Inte börjat')
})

test('only what one has begun can be ticked, and only for oneself', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, code, { earlier: [course, 'no-such-course'] })
  const shares = await db.all(
    sql`select * from earlier_shares where membership in (select id from memberships where company = ${path.split('/').at(-1)!})`,
  )
  expect(shares).toEqual([])
  expect((await owner.post(`${path}/shares`, { earlier: [course] })).status).toBe(303)
})

test('the employee’s row and the manager’s are the same, letter for letter', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, code)
  await finishCourse(amira)
  expect(rowOf(await amira.get(`${path}/seen`), 'Amira')).toBe(rowOf(await owner.get(path), 'Amira'))
})

test('a course that the accepted terms do not name is not shared', async () => {
  const { owner, path, code } = await startTeam()
  const amira = await signedIn(somebody())
  await join(amira, code)
  await finishCourse(amira)
  await db.run(sql`update terms set courses = '["another-course"]' where company = ${path.split('/').at(-1)!}`)
  expect(rowOf(await owner.get(path), 'Amira')).toContain('Delas inte')
})

test('names stand where Swedes expect them, and a large team comes in pages', async () => {
  const { owner, path, code } = await startTeam()
  const names = ['Åke', 'Örjan', 'Zara', 'Älva', 'Alva', 'Östen']
  for (const name of names) await join(await signedIn(somebody()), code, { name })
  const page = await owner.get(path)
  const order = [...page.text.matchAll(/scope="row">([^<]+)</g)].map(([, name]) => name!)
  expect(order).toEqual([...order].sort((a, b) => a.localeCompare(b, 'sv')))
  expect(order).toHaveLength(7)

  const company = path.split('/').at(-1)!
  await db.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < 60)
    insert into users (id, name, email, email_verified, created_at, updated_at) select ${company} || i, '', ${company} || i || '@x.example', 1, 0, 0 from n`)
  await db.run(sql`insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
    select 'm' || id, ${company}, id, 'member', 'Person ' || id, 'person ' || id, 1, 0 from users where id like ${`${company}%`}`)
  const first = await owner.get(path)
  const next = /href="([^"]*after=[^"]+)"/.exec(first.text)![1]!
  const second = await owner.get(next.replaceAll('&amp;', '&'))
  const count = (text: string) => [...text.matchAll(/role="rowheader"/g)].length
  expect([count(first.text), count(second.text)]).toEqual([50, 17])
  expect(first.trips).toBe(1)
})

test('a team page is one round trip', async () => {
  const { owner, path } = await startTeam()
  expect((await owner.get(path)).trips).toBe(1)
})

test('a time of day never leaves the database towards a manager', async () => {
  const { path, code, owner } = await startTeam()
  const email = somebody()
  const amira = await signedIn(email)
  await join(amira, code)
  await finishCourse(amira)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  const [member] = await db.select().from(memberships).where(eq(memberships.learner, user!.id))
  const spied: string[] = []
  const spy = { fetch: async (...request: Parameters<typeof fetch>) => spyOn(await fetch(...request), spied) }
  const watching = Object.assign(owner, { env: { ...owner.env, DATABASE: spy as unknown as Fetcher } })
  await watching.get(path)
  const said = spied.join('\n')
  expect(said).toContain(member!.id)
  const [done] = await db.all<{ at: number; day: string }>(
    sql`select at, day from course_completions where learner = ${user!.id}`,
  )
  expect(said).toContain(done!.day)
  expect(said).not.toContain(String(done!.at))
  expect(said).not.toContain(email)
})

async function spyOn(response: Response, heard: string[]): Promise<Response> {
  heard.push(await response.clone().text())
  return response
}
