import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { memberships } from '../../worker/db/schema/companies.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, lessonPath } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const hostile = `Gunvor <script>alert("1")</script> & ‘Co’`

/** Somebody with rows of most kinds, a name that is none of a person, and a manager who has looked. */
async function somebodyBusy() {
  const team = await startTeam({ displayName: 'Anders Chefsson' })
  const email = somebody('busy')
  const person = await signedIn(email)
  await answer(person, lessonPath, 'nuts-promise', 'Tiderna')
  await join(person, team.code, { name: 'Gunvor', earlier: [course] })
  await earnBadge(person, db)
  const [user] = await db.select().from(users).where(eq(users.email, email))
  await db.update(users).set({ name: hostile }).where(eq(users.id, user!.id))
  await db.update(memberships).set({ name: hostile }).where(eq(memberships.learner, user!.id))
  await team.owner.get(team.path)
  return { person, email, learner: user!.id }
}

/** The words that somebody reads, without tags. */
function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll(/<time datetime="([^"]*)">/g, ' $1 ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Every text and number in a value, however deep. */
function factsIn(value: unknown): string[] {
  if (value === null || value === '' || typeof value === 'boolean') return []
  if (typeof value === 'object') return Object.values(value).flatMap(factsIn)
  return [String(value)]
}

test('the file to read holds every fact of the file for programs, and as many', async () => {
  const { person } = await somebodyBusy()
  const json = await person.post('/sv/me/held', { as: 'json' })
  const html = await person.post('/sv/me/held', { as: 'html' })
  expect([json.status, html.status]).toEqual([200, 200])
  expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename="navet-allt-om-mig-[\d-]+\.json"$/)
  expect(html.headers.get('content-disposition')).toMatch(/^attachment; filename="navet-allt-om-mig-[\d-]+\.html"$/)

  const { title, madeAt, 'left out': leftOut, ...held } = JSON.parse(json.text) as Record<string, object>
  expect([title, Object.keys(leftOut as object).length > 10, madeAt !== undefined]).toEqual([
    expect.any(String),
    true,
    true,
  ])
  const text = textOf(html.text)
  const isText = (fact: string) => text.includes(fact) || text.includes(JSON.stringify(fact).slice(1, -1))
  const facts = factsIn(held)
  expect(facts.length).toBeGreaterThan(150)
  expect(facts.filter((fact) => !isText(fact))).toEqual([])
  const rows = Object.values(held).flatMap((part) => (Array.isArray(part) ? (part as object[]) : []))
  expect(html.text.match(/<dt>/g)).toHaveLength(rows.flatMap(Object.keys).length)
})

test('the file to read is one file in the person’s language, without a script or anything from elsewhere', async () => {
  const { person } = await somebodyBusy()
  const { text } = await person.post('/en/me/held', { as: 'html' })
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('<h2>Answers to practice questions</h2>')
  expect(text).not.toMatch(/<(script|link|img|iframe|object|form)\b|\b(src|href)="(?!#)/)
  expect(textOf(text)).toContain(hostile)
  expect((await person.post('/sv/me/held', { as: 'html' })).text).toContain('<h2>Svar på övningsfrågor</h2>')
})

test('neither file names anybody else: whoever opened the row is there by role', async () => {
  const { person, learner } = await somebodyBusy()
  for (const as of ['json', 'html']) {
    const { text } = await person.post('/sv/me/held', { as })
    expect(text).not.toContain('Anders Chefsson')
    expect(text).toContain(as === 'html' ? 'Ägare (owner)' : '"byRole": "owner"')
    expect(text).toContain(learner)
  }
})

test('nobody gets a file who is signed out, whose session has ended, or who sends something odd', async () => {
  const { person } = await somebodyBusy()
  expect((await new Browser().post('/sv/me/held', { as: 'json' })).location).toContain('/sv/sign-in')
  expect((await person.post('/sv/me/held', { as: 'exe' })).status).toBe(422)
  expect((await person.get('/sv/me/held')).status).toBe(404)
})

test('twenty files an hour are enough', async () => {
  const person = await signedIn(somebody())
  const first = await person.post('/sv/me/held', { as: 'json' })
  expect([first.status, first.trips]).toEqual([200, 1])
  for (let n = 1; n < 20; n += 1) await person.post('/sv/me/held', { as: 'json' })
  expect((await person.post('/sv/me/held', { as: 'json' })).status).toBe(429)
})
