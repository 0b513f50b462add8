import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { course, lessonPath } from '../support/lessons.ts'
import { bindings, database } from '../support/worker.ts'
import { makeWorld } from '../support/world.ts'

const db = database(bindings())
const world = await makeWorld()
const { learner, values, browser } = world
const [award] = await db.all<{ badge: string; version: string }>(
  sql`select badge, course_version as version from awards where learner = ${learner}`,
)
await browser.post(`/sv/courses/${course}/badge/attempts`, {})

/** JSON that is kept of a learner and of what is shown to them, with the pages whose other rows must be had all the same. */
const places = [
  {
    table: 'latest_answers',
    column: 'chosen',
    where: sql`learner = ${learner}`,
    pages: [
      lessonPath,
      `/api/v1${lessonPath.slice(3).replace('three', 'lessons/three')}`,
      '/sv/me',
      `/sv/courses/${course}`,
    ],
  },
  {
    table: 'attempts',
    column: 'draft',
    where: sql`learner = ${learner}`,
    pages: [`/sv/courses/${course}/badge`, `/sv/courses/${course}/badge/attempts/${values.attempt}`, '/sv/me'],
  },
  {
    table: 'attempts',
    column: 'drawn',
    where: sql`learner = ${learner}`,
    pages: [`/sv/courses/${course}/badge`, `/api/v1/courses/${course}/attempts`, '/sv/me', '/sv'],
  },
  {
    table: 'achievements',
    column: 'content',
    where: sql`badge = ${award!.badge} and version = ${award!.version}`,
    pages: ['/sv', '/sv/me', `/sv/courses/${course}`, '/sv/me/badges.zip', '/api/v1/progress'],
  },
  { table: 'remarks', column: 'locale', where: sql`id = ${values.remark}`, pages: ['/sv/authors', '/en/authors'] },
  {
    table: 'question_versions',
    column: 'content',
    where: sql`version = ${world.practice.version}`,
    pages: ['/sv/authors', '/en/authors'],
  },
]
const texts = ['', '{', '5', '"text"', 'null', '[null]', '{"odd":[1]}']

test.for(places)('no page breaks on an unreadable $column in $table', async ({ table, column, where, pages }) => {
  const rows = await db.all<{ rowid: number; old: unknown }>(
    sql`select rowid, ${sql.identifier(column)} as old from ${sql.identifier(table)} where ${where}`,
  )
  expect(rows).not.toEqual([])
  const write = (rowid: number, text: unknown) =>
    db.run(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${text} where rowid = ${rowid}`)
  const broken: string[] = []
  for (const text of texts) {
    for (const { rowid } of rows) await write(rowid, text)
    for (const page of pages) {
      const { status } = await browser.get(page)
      if (status >= 500) broken.push(`${page}: ${status} on ${text}`)
    }
    for (const { rowid, old } of rows) await write(rowid, old)
  }
  expect(broken).toEqual([])
  expect(await Promise.all(pages.map(async (page) => (await browser.get(page)).status))).toEqual(pages.map(() => 200))
})
