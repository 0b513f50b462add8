import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { drizzle } from 'drizzle-orm/libsql/web'
import { beforeAll, expect, test } from 'vitest'

import { keepJournal } from '../../../tools/backup/journal/keep-journal.ts'
import { en } from '../../../web/messages/en.ts'
import { sv } from '../../../web/messages/sv.ts'
import { clocks } from '../../../worker/retention/clocks.ts'
import { kept, withoutClock } from '../../../worker/retention/kept.ts'
import { monthsAfter } from '../../../worker/retention/rules.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'
import { personal, tablesOf } from '../../support/personal-tables.ts'

const own = migratedDatabase()
const lines = Object.entries(kept)
const now = new Date('2040-06-15T12:00:00Z')
const day = 24 * 3_600_000

beforeAll(() => keepJournal(own.client))

async function put(table: string, row: Record<string, string | number | null>): Promise<void> {
  const names = Object.keys(row)
  const values = names.map(() => '?').join()
  await own.client.execute({
    sql: `insert into ${table} (${names.join()}) values (${values})`,
    args: Object.values(row),
  })
}

async function idsIn(table: string, column = 'id'): Promise<string[]> {
  const { rows } = await own.client.execute(`select ${column} as id from ${table} order by 1`)
  return rows.map(({ id }) => String(id))
}

async function runClocks(at = now): Promise<void> {
  const [first, ...others] = Object.values(clocks(drizzle(own.client), at)).flat()
  await drizzle(own.client).batch([first!, ...others])
}

test('every table about somebody is in one line of the notice, or has its reason', async () => {
  const tables = personal(await tablesOf(own.client))
  const named = lines.flatMap(([, line]) => line.tables as readonly string[])
  expect(named).toHaveLength(new Set(named).size)
  expect(tables.filter((table) => !named.includes(table) && !(table in withoutClock))).toEqual([])
  expect(Object.keys(withoutClock).filter((table) => named.includes(table) || !tables.includes(table))).toEqual([])
  const all = new Set((await tablesOf(own.client)).keys())
  expect(named.filter((table) => !all.has(table))).toEqual([])
})

test('a line whose tables go with the account has tables that do, and no clock of a line is missing', async () => {
  const tables = await tablesOf(own.client)
  const refersToUsers = (name: string): boolean =>
    name !== 'users' && tables.get(name)!.refersTo.some((at) => at === 'users' || refersToUsers(at))
  const ofAccount = lines
    .filter(([, { by }]) => by === 'account')
    .flatMap(([, line]) => line.tables as readonly string[])
  expect(ofAccount.length).toBeGreaterThan(5)
  expect(ofAccount.filter((name) => !refersToUsers(name))).toEqual([])
  const running = Object.keys(clocks(drizzle(own.client), now))
  const elsewhere = ['absence', 'account', 'operator', 'reader', 'nothing']
  expect(lines.map(([, { by }]) => by).filter((by) => !elsewhere.includes(by) && !running.includes(by))).toEqual([])
  // Deleted expired forms belong to a line as well: no clock runs that the notice does not tell of.
  expect(running.filter((name) => !lines.some(([, { by }]) => by === name))).toEqual([])
})

test('the words of a line say no number but those that the clocks go by', () => {
  for (const messages of [sv, en] as Record<string, string>[])
    for (const [name] of lines)
      expect(
        messages[`privacy.kept.${name}.text`]!.replaceAll(/\{\w+(, plural, =1 \{[^}]*\} other \{[^}]*\})?\}/g, ''),
        name,
      ).not.toMatch(/\d/)
})

test('everything that has a clock goes when its time is over, and not before', async () => {
  const at = now.getTime()
  const account = (id: string, months: number) =>
    put('users', {
      id,
      name: '',
      email: `${id}@clock.example`,
      created_at: 0,
      updated_at: 0,
      seen_at: monthsAfter(now, -months).getTime() + (months > 20 && id.endsWith('young') ? 1000 : 0),
    })
  await account('a-old', 24)
  await account('a-young', 24)
  await put('question_versions', {
    version: 'v',
    course: 'c',
    question: 'q',
    key_hash: '',
    content: '{}',
    first_seen_at: 0,
  })
  await put('companies', { id: 'c', name: 'C', municipality: 'other', sector: 'C', size: '1', created_at: 0 })
  await put('terms', { company: 'c', version: 1, courses: '"all"', at: 0 })
  await put('memberships', {
    id: 'm',
    company: 'c',
    learner: 'a-young',
    role: 'owner',
    name: 'M',
    name_key: 'm',
    terms_version: 1,
    joined_at: 0,
  })
  for (const [id, age] of [
    ['old', 0],
    ['young', 60_000],
  ] as const) {
    const learner = `a-${id}`
    await put('answers', {
      learner,
      id,
      course: 'c',
      lesson: 'l',
      question: 'q',
      version: 'v',
      chosen: '[]',
      correct: 1,
      locale: 'sv',
      at: 0,
    })
    await put('latest_answers', {
      learner,
      course: 'c',
      question: 'q',
      lesson: 'l',
      answer: id,
      version: 'v',
      chosen: '[]',
      correct: 1,
      at: 0,
    })
    await put('awards', {
      id,
      learner: null,
      badge: id,
      course: 'c',
      course_version: 'v',
      attempt: '',
      at: 0,
      day: '2030-01-01',
      kept_until: at + age,
    })
    await put('company_events', { id, company: 'c', kind: 'owner-given', at: at - 730 * day + age - 1, told_at: 1 })
    // The database keeps them by its own clock, which no test sets.
    const twoYears = monthsAfter(new Date(), -24).getTime()
    await put('audit_entries', {
      id: id === 'old' ? 1 : 2,
      company: 'c',
      action: 'team-made',
      facts: '{}',
      at: twoYears - day + 2 * day * (age / 60_000),
    })
    await put('invitations', { code: id, company: 'c', created_by: '', created_at: 0, expires_at: at + age })
    await put('codes', {
      id,
      purpose: 'sign-in',
      subject: '',
      email: 'x',
      browser: 'b',
      code_hash: 'h',
      sent_at: at - 75 * 60_000 + age,
      expires_at: 0,
    })
    await put('removed_addresses', { secret_hash: id, email: 'x', user_id: 'a-young', verified_at: 0, until: at + age })
    await put('mails', {
      id,
      recipient: 'x',
      subject: '',
      body: '',
      locale: 'sv',
      created_at: 0,
      due_at: 0,
      expires_at: at - 30 * day + age,
    })
    await put('bounces', {
      email: id === 'old' ? 'nobody@clock.example' : 'a-young@clock.example',
      kind: 'bounced',
      day: '2040-01-01',
    })
    await put('kept_forms', {
      id,
      who: 'w',
      kind: 'name',
      path: '/',
      page: '/',
      fields: '[]',
      at: at - 3_600_000 + age,
    })
    await put('verifications', { id, identifier: 'x', value: '', expires_at: at + age, created_at: 0, updated_at: 0 })
  }
  // A session is somebody being here: last, and its account's time put back.
  for (const [id, age] of [
    ['old', 0],
    ['young', 60_000],
  ] as const)
    await put('sessions', {
      id,
      user_id: 'a-young',
      token: id,
      expires_at: at + age,
      created_at: at - 1000,
      updated_at: 0,
    })

  await runClocks()
  const left = {
    answers: await idsIn('answers'),
    latest_answers: await idsIn('latest_answers', 'answer'),
    awards: await idsIn('awards'),
    company_events: await idsIn('company_events'),
    audit_entries: await idsIn('audit_entries', `iif(id = 1, 'old', 'young')`),
    invitations: await idsIn('invitations', 'code'),
    codes: await idsIn('codes'),
    removed_addresses: await idsIn('removed_addresses', 'secret_hash'),
    mails: await idsIn('mails'),
    bounces: await idsIn('bounces', `iif(email like 'nobody%', 'old', 'young')`),
    kept_forms: await idsIn('kept_forms'),
    sessions: await idsIn('sessions'),
    verifications: await idsIn('verifications'),
  }
  for (const [table, ids] of Object.entries(left)) expect([table, ids]).toEqual([table, ['young']])
  const clocked = lines
    .filter(([, { by }]) => by in clocks(drizzle(own.client), now))
    .flatMap(([, line]) => line.tables as readonly string[])
  // What goes with its award, credentials, has a test of its own.
  expect(clocked.filter((table) => !(table in left))).toEqual(['credentials', 'reissues'])
  expect(await idsIn('users')).toEqual(['a-old', 'a-young'])
})

test('answers are looked for once a person, however many are away, and whoever was here again later is met again', async () => {
  await own.client.batch(['delete from users', 'delete from retention_cursors'])
  for (let i = 0; i < 450; i += 1)
    await put('users', {
      id: `u${String(i).padStart(4, '0')}`,
      name: '',
      email: `u${i}@clock.example`,
      created_at: 0,
      updated_at: 0,
      seen_at: 1000,
    })
  for (const learner of ['u0000', 'u0449'])
    await put('answers', {
      learner,
      id: learner,
      course: 'c',
      lesson: 'l',
      question: 'q',
      version: 'v',
      chosen: '[]',
      correct: 1,
      locale: 'sv',
      at: 0,
    })
  await runClocks()
  expect(await idsIn('answers')).toEqual(['u0449'])
  await runClocks()
  await runClocks()
  expect(await idsIn('answers')).toEqual([])
  await own.client.execute(`update users set seen_at = ${now.getTime()} where id = 'u0007'`)
  await put('answers', {
    learner: 'u0007',
    id: 'again',
    course: 'c',
    lesson: 'l',
    question: 'q',
    version: 'v',
    chosen: '[]',
    correct: 1,
    locale: 'sv',
    at: 0,
  })
  await runClocks(monthsAfter(now, 23))
  expect(await idsIn('answers')).toEqual(['again'])
  await runClocks(monthsAfter(now, 24))
  expect(await idsIn('answers')).toEqual([])
})

test('the scheduled run takes every clock there is', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../worker/scheduled.ts'), 'utf8')
  for (const name of Object.keys(clocks(drizzle(own.client), now))) expect(text).toContain(`...${name}`)
  expect(readdirSync(join(import.meta.dirname, '../../../worker/retention'))).toContain('kept.ts')
})
