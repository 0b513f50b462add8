import { drizzle } from 'drizzle-orm/libsql/web'
import { beforeAll, beforeEach } from 'vitest'

import { keepJournal } from '../../../tools/backup/journal/keep-journal.ts'
import { readSettings } from '../../../worker/env.ts'
import { daysAfter } from '../../../worker/retention/rules.ts'
import { runRetention } from '../../../worker/retention/run-retention.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

/** A database for the clock of absence, and what people do in it; nobody is there when a test begins. */
export function peopleAway() {
  const own = migratedDatabase()
  const settings = readSettings({
    LIBSQL_URL: 'http://127.0.0.1',
    BASE_URL: 'https://navet.example',
    SECRET: 'a secret for tests, long enough for anybody',
  })
  const db = () => drizzle(own.client)
  const start = new Date('2030-01-15T09:30:00Z')
  const after = (days: number, from = start) => daysAfter(from, days)

  async function rows(sql: string, ...args: (string | number)[]) {
    return (await own.client.execute({ sql, args })).rows
  }

  async function arrives(name: string, at = start, locale = 'sv'): Promise<string> {
    const id = name.padEnd(32, '0')
    await rows(
      'insert into users (id, name, email, created_at, updated_at, locale) values (?, ?, ?, ?, ?, ?)',
      id,
      name,
      `${name}@retention.example`,
      at.getTime(),
      at.getTime(),
      locale,
    )
    return id
  }

  let sessionCount = 0
  async function signsIn(id: string, at: Date): Promise<void> {
    sessionCount += 1
    const [key, ms] = [`s${sessionCount}`, at.getTime()]
    await rows(
      'insert into sessions (id, user_id, token, expires_at, created_at, updated_at) values (?, ?, ?, ?, ?, ?)',
      key,
      id,
      key,
      ms + 30 * 86_400_000,
      ms,
      ms,
    )
  }

  const runs = (now: Date) => runRetention({ openDb: db(), settings, now })
  const isThere = async (id: string) => (await rows('select 1 from users where id = ?', id)).length > 0
  const lettersTo = (email: string) =>
    rows(`select subject, body, kind, lane, created_at as at from mails where recipient = ? order by created_at`, email)
  const goesOn = async (id: string) => (await rows('select goes_on from absences where learner = ?', id))[0]?.goes_on

  beforeAll(() => keepJournal(own.client))
  beforeEach(async () => {
    for (const table of ['users', 'mails', 'lapses', 'awards', 'retention_cursors']) await rows(`delete from ${table}`)
  })

  return { settings, db, start, after, rows, arrives, signsIn, runs, isThere, lettersTo, goesOn }
}
