import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

import { nameKey } from '../../worker/companies/name-key.ts'
import { startTeam, type Team } from '../support/teams.ts'
import { type Answer, bindings, database } from '../support/worker.ts'

const db = database(bindings())
const size = 250
const mostMs = 2000
let team: Team

/** The owner, and people enough for 250 who have all begun the course, two thirds done and half with the badge. */
beforeAll(async () => {
  team = await startTeam()
  const company = team.path.split('/').at(-1)!
  const people = Array.from({ length: size - 1 }, (_, i) => {
    const name = `Person ${String(i).padStart(3, '0')}`
    return { id: `${company}${i}`, i, name, key: nameKey(name) }
  })
  const each = sql`json_each(${JSON.stringify(people)})`
  const id = sql`(value ->> 'id')`
  const some = (of: number) => sql`where (value ->> 'i') % ${of} > 0`
  const badge = 'ai-granskare'
  await db.batch([
    db.run(sql`insert into users (id, name, email, email_verified, created_at, updated_at)
      select ${id}, 'x', ${id} || '@x.example', 1, 0, 0 from ${each}`),
    db.run(sql`insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
      select 'm' || ${id}, ${company}, ${id}, 'member', value ->> 'name', value ->> 'key', 1, 0 from ${each}`),
    db.run(
      sql`insert into course_starts (learner, course, at, last_at) select ${id}, 'granska-svaret', 9, 9 from ${each}`,
    ),
    db.run(sql`insert into course_completions (learner, course, version, at, day)
      select ${id}, 'granska-svaret', 'v', 9, '2026-11-23' from ${each} ${some(3)}`),
    db.run(sql`insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      select 'a' || ${id}, ${id}, ${badge}, 'granska-svaret', 'v', 'x', 9, '2026-11-23' from ${each} ${some(2)}`),
  ])
}, 60_000)

/** The link of the page itself, and not to the same in another language. */
function nextOn({ text }: Answer): string | undefined {
  return new RegExp(`href="(${team.path}[?]after=[^"]+)"`).exec(text)?.[1]?.replaceAll('&amp;', '&')
}

const namesOn = ({ text }: Answer) => [...text.matchAll(/scope="row">([^<]+)</g)].map(([, name]) => name!)

test('all of 250 people are read within two seconds, each page in one round trip however far into the list', async () => {
  const pages: Answer[] = []
  const began = performance.now()
  for (let path: string | undefined = team.path; path;) {
    const page: Answer = await team.owner.get(path)
    pages.push(page)
    path = nextOn(page)
  }
  const ms = performance.now() - began
  const names = pages.flatMap(namesOn)
  expect(names).toHaveLength(size)
  expect(new Set(names).size).toBe(size)
  expect(pages.map(({ trips }) => trips)).toEqual(pages.map(() => 1))
  expect(ms).toBeLessThan(mostMs)
})

test('programs get the same, in as many round trips', async () => {
  const trips: number[] = []
  let members = 0
  for (let after = ''; ;) {
    const page = await team.owner.get(`/api/v1${team.path.slice(3)}/members?limit=50${after}`)
    const read = JSON.parse(page.text) as { members: unknown[]; next: string | null }
    trips.push(page.trips)
    members += read.members.length
    if (read.next === null) break
    after = `&after=${encodeURIComponent(read.next)}`
  }
  expect(members).toBe(size)
  expect(trips).toEqual(trips.map(() => 1))
})
