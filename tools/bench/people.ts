import { createHmac, randomUUID } from 'node:crypto'

import type { Client } from '@libsql/client'

import { nameKey } from '../../worker/companies/name-key.ts'
import { type Reply, send } from './load.ts'

const month = 30 * 86_400_000
const perBatch = 200

export interface Learner {
  id: string
  cookie: string
}

/** People with sessions, made straight in the database; the cookies are signed as better-auth signs them. */
export async function makeLearners(db: Client, secret: string, count: number): Promise<Learner[]> {
  const learners = Array.from({ length: count }, () => ({ id: randomUUID(), token: randomUUID() }))
  const now = Date.now()
  for (let from = 0; from < count; from += perBatch) {
    await db.batch(
      learners.slice(from, from + perBatch).flatMap(({ id, token }) => [
        {
          sql: 'insert into users (id, name, email, email_verified, created_at, updated_at) values (?, ?, ?, 1, ?, ?)',
          args: [id, 'Person', `${id}@bench.example`, now, now],
        },
        {
          sql: 'insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?)',
          args: [randomUUID(), id, token, now + month, now, now],
        },
      ]),
      'write',
    )
  }
  return learners.map(({ id, token }) => {
    const signature = createHmac('sha256', secret).update(token).digest('base64')
    return { id, cookie: 'navet.session_token=' + encodeURIComponent(`${token}.${signature}`) }
  })
}

/** One visit, after which the signed cookie cache says who it is without the database. */
export async function warm(url: string, learner: Learner): Promise<void> {
  const reply: Reply = await send(`${url}/sv/courses/granska-svaret/three-questions`, { cookie: learner.cookie })
  const cached = reply.cookies
    .map((cookie) => cookie.split(';')[0])
    .filter((cookie) => cookie?.startsWith('navet.session_data='))
  if (reply.status !== 200 || cached.length === 0)
    throw new Error(`a bench learner was not recognised: ${reply.status}`)
  learner.cookie = [learner.cookie, ...cached].join('; ')
}

/** A company of so many people, two thirds of whom have done the course; gives its id. The first is the owner. */
export async function makeTeam(db: Client, members: Learner[]): Promise<string> {
  const company = randomUUID().replaceAll('-', '')
  const now = Date.now()
  await db.batch(
    [
      {
        sql: "insert into companies (id, name, municipality, sector, size, created_at) values (?, 'Bench', '2081', 'C', '250+', ?)",
        args: [company, now],
      },
      { sql: `insert into terms (company, version, courses, at) values (?, 1, '"all"', ?)`, args: [company, now] },
    ],
    'write',
  )
  for (let from = 0; from < members.length; from += perBatch) {
    await db.batch(
      members.slice(from, from + perBatch).flatMap(({ id }, i) => {
        const name = `Person ${String(from + i).padStart(4, '0')}`
        const joined = {
          sql: `insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at) values (?, ?, ?, ?, ?, ?, 1, 0)`,
          args: [
            randomUUID().replaceAll('-', ''),
            company,
            id,
            from + i === 0 ? 'owner' : 'member',
            name,
            nameKey(name),
          ],
        }
        return (from + i) % 3 === 0 ? [joined] : [joined, ...done(id, now)]
      }),
      'write',
    )
  }
  return company
}

function done(learner: string, now: number) {
  return [
    {
      sql: "insert into course_starts (learner, course, at, last_at) values (?, 'granska-svaret', ?, ?)",
      args: [learner, now, now],
    },
    {
      sql: "insert into course_completions (learner, course, version, at, day) values (?, 'granska-svaret', 'v', ?, '2026-11-23')",
      args: [learner, now],
    },
    {
      sql: "insert into awards (id, learner, badge, course, course_version, attempt, at, day) values (?, ?, 'ai-granskare', 'granska-svaret', 'v', 'a', ?, '2026-11-23')",
      args: [randomUUID(), learner, now],
    },
  ]
}
