import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { users } from '../../worker/db/schema/accounts.ts'
import { achievements, awards } from '../../worker/db/schema/badges.ts'
import { courseStarts } from '../../worker/db/schema/progress.ts'
import { submissions } from '../../worker/db/schema/quizzes.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { course } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, rowOf, startTeam } from '../support/teams.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())

async function learnerOf(email: string): Promise<string> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user!.id
}

async function holder() {
  const email = somebody()
  const browser = await signedIn(email)
  await earnBadge(browser, db)
  const learner = await learnerOf(email)
  const [award] = await db.select().from(awards).where(eq(awards.learner, learner))
  const [submission] = await db.select().from(submissions).where(eq(submissions.learner, learner))
  return { browser, learner, award: award!.id, attempt: submission!.attempt }
}

test('a badge that was taken back is linked from no page to where nothing is, and named by no program’s answer', async () => {
  const { browser, award, attempt } = await holder()
  const pages = [
    '/sv',
    '/sv/me',
    '/sv/search',
    `/sv/courses/${course}`,
    `/sv/courses/${course}/badge`,
    `/sv/courses/${course}/badge/attempts/${attempt}`,
  ]
  const answers = [
    '/api/v1/progress',
    `/api/v1/courses/${course}/attempts`,
    `/api/v1/courses/${course}/attempts/${attempt}`,
  ]
  const before = await Promise.all([...pages, ...answers].map((path) => browser.get(path)))
  expect(before.filter(({ text }) => text.includes(award)).length).toBeGreaterThanOrEqual(5)

  await browser.post(`/sv/me/badges/${award}/withdrawal`, {})
  for (const path of pages) {
    const { text } = await browser.get(path)
    for (const [, href] of text.matchAll(/href="([^"]*[0-9a-f]{32}[^"]*)"/g)) {
      if (!href!.includes(award)) continue
      expect([path, href, (await browser.get(href!)).status]).toEqual([path, href, 200])
    }
  }
  for (const path of answers) {
    const { status, text } = await browser.get(path)
    expect([path, status, text.includes(award)]).toEqual([path, 200, false])
  }
  expect((await browser.get('/sv')).text).not.toContain('märke sedan')
})

test('a badge stays on the shelf and on the team page when its course leaves the catalogue, in its own words', async () => {
  const { code, owner, path } = await startTeam()
  const email = somebody()
  const person = await signedIn(email)
  await join(person, code, { name: 'Ylva Former' })
  const learner = await learnerOf(email)
  const at = new Date(Date.now() + 1000)
  const [known] = await db.select().from(achievements).limit(1)
  const content = {
    ...known!.content,
    name: { sv: 'Gammalt märke', en: 'Old badge' },
    title: { sv: 'En kurs som fanns', en: 'A course that was' },
    picture: 'CHK-2',
  }
  await db.batch([
    db.insert(achievements).values({ badge: 'gammalt', version: 'v1', content, firstSeenAt: at }).onConflictDoNothing(),
    db.insert(courseStarts).values({ learner, course: 'gammal-kurs', at, lastAt: at }),
    db.insert(awards).values({
      id: 'a'.repeat(31) + '1',
      learner,
      badge: 'gammalt',
      course: 'gammal-kurs',
      courseVersion: 'v1',
      attempt: 'x',
      at,
      day: '2026-11-24',
    }),
  ])
  const shelf = await person.get('/sv/me')
  expect(shelf.text).toContain('Gammalt märke')
  expect((await person.get('/en/me')).text).toContain('Old badge')

  const team = await owner.get(path)
  expect(team.text).toContain('En kurs som fanns')
  expect(rowOf(team, 'Ylva Former')).toContain('2026')
  const id = path.split('/').at(-1)!
  expect((await person.get(`/sv/companies/${id}/seen`)).text).toContain('En kurs som fanns')

  const other = await startTeam()
  expect((await other.owner.get(other.path)).text).not.toContain('En kurs som fanns')
  await db.delete(awards).where(eq(awards.learner, learner))
})
