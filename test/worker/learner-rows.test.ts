import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { awards } from '../../worker/db/schema/badges.ts'
import { courseCompletions, courseStarts, lessonCompletions } from '../../worker/db/schema/progress.ts'
import { answers, attempts, latestAnswers, remarkings, submissions } from '../../worker/db/schema/quizzes.ts'
import { earnBadge } from '../support/earn-badge.ts'
import { answer, course, formOf, lesson, lessonPath, picks } from '../support/lessons.ts'
import { signedIn, somebody } from '../support/people.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const email = somebody()
const browser = await signedIn(email)
await earnBadge(browser, db)
await answer(browser, lessonPath, 'nuts-promise', 'Löftet')
const learner = sql`(select id from users where email = ${email})`
const version = 'f'.repeat(32)
await db.run(
  sql`insert into course_completions (learner, course, version, at, day) values (${learner}, ${course}, ${version}, ${Date.now()}, '2026-11-24')`,
)
await db.run(sql`insert into lesson_completions values (${learner}, ${course}, ${lesson}, ${version}, ${Date.now()})`)
const [award] = await db.all<{ id: string; attempt: string }>(
  sql`select id, attempt from awards where learner = ${learner}`,
)
await db.run(sql`insert into remarkings (learner, attempt, course, question, score, passed, reason, at)
  values (${learner}, ${award!.attempt}, ${course}, 'b-1', 10, 1, ${JSON.stringify({ sv: 'Fel.', en: 'Wrong.' })}, ${Date.now()})`)

/** Every time and day that is kept of a learner, but those on which it depends whether there is anything to show. */
const tables = [
  answers,
  latestAnswers,
  attempts,
  submissions,
  remarkings,
  courseStarts,
  lessonCompletions,
  courseCompletions,
  awards,
]
const columns = tables.flatMap((table) =>
  Object.values(getTableColumns(table))
    .filter(({ name, dataType }) => (dataType === 'date' && name !== 'withdrawn_at') || name === 'day')
    .map(({ name }) => ({ table: getTableName(table), column: name })),
)
const year = (text: string) => Date.parse(text)
const times = [year('0000-01-01'), year('0999-12-31'), year('+010000-01-02'), -8.64e15 - 1, 9e15, 0, 'soon', '']
const days = ['0999-12-31', '10000-01-01', '2026-02-31', 'soon', '', '<b>', 0]

const pages = [
  '/sv',
  '/sv/me',
  '/en/me',
  `/sv/courses/${course}`,
  lessonPath,
  `/sv/courses/${course}/badge`,
  `/sv/courses/${course}/badge/attempts/${award!.attempt}`,
  `/sv/badges/${award!.id}`,
  '/sv/me/privacy',
  '/api/v1/progress',
  `/api/v1/courses/${course}/attempts`,
  `/api/v1/courses/${course}/attempts/${award!.attempt}`,
]

test('every time and day of a learner’s rows is spoilt', () => {
  expect(columns.length).toBeGreaterThan(10)
})

test.for(columns)('no page breaks on a strange $column in $table', { timeout: 120_000 }, async ({ table, column }) => {
  const [kept] = await db.all<{ rowid: number; old: unknown }>(
    sql`select rowid, ${sql.identifier(column)} as old from ${sql.identifier(table)} where learner = ${learner} limit 1`,
  )
  const write = (value: unknown) =>
    db.run(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${value} where rowid = ${kept!.rowid}`)
  const broken: string[] = []
  for (const value of column === 'day' ? days : times) {
    await write(value)
    for (const page of pages) {
      const { status } = await browser.get(page)
      if (status >= 500) broken.push(`${page} with ${value}: ${status}`)
    }
  }
  await write(kept!.old)
  expect(broken).toEqual([])
})

test('what is taken over is dated now, whatever the browser’s clock says, and only orders its own answers by it', async () => {
  const person = somebody()
  const taker = await signedIn(person)
  const form = formOf(await new Browser().get(lessonPath), 'nuts-promise')
  const kept = (words: string, at: number) => ({
    id: crypto.randomUUID(),
    course,
    lesson,
    question: 'nuts-promise',
    version: form.version,
    tokens: picks(form, words),
    at,
  })
  const before = Date.now()
  for (const at of [year('0999-12-31'), year('+010000-01-02'), 1e300, -1e300]) await takeOver(kept('Tonen', at))
  await takeOver(kept('Löftet', before - 2_000), kept('Tiderna', before - 60_000))

  const rows = await db.all<{ at: number }>(
    sql`select at from answers where learner = (select id from users where email = ${person})
      union all select at from course_starts where learner = (select id from users where email = ${person})`,
  )
  expect(rows).toHaveLength(7)
  for (const { at } of rows) expect(at).toBeGreaterThanOrEqual(before)

  function takeOver(...answers: object[]) {
    return taker.send('/sv/me/takeover', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
      body: JSON.stringify({ answers }),
    })
  }
})

test('an older answer that is taken over does not take the place of a newer one', async () => {
  const person = somebody()
  const taker = await signedIn(person)
  const form = formOf(await taker.get(lessonPath), 'nuts-promise')
  await taker.post(form.action, { id: form.id, version: form.version, o: picks(form, 'Löftet') })
  const old = { id: crypto.randomUUID(), course, lesson, question: 'nuts-promise', version: form.version }
  await taker.send('/sv/me/takeover', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://navet.example' },
    body: JSON.stringify({ answers: [{ ...old, tokens: picks(form, 'Tonen'), at: Date.now() - 86_400_000 }] }),
  })
  const [latest] = await db.all<{ answer: string }>(
    sql`select answer from latest_answers where learner = (select id from users where email = ${person})`,
  )
  expect(latest!.answer).toBe(form.id)
})
