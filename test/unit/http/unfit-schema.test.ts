import { drizzle } from 'drizzle-orm/libsql/web'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'

import { refusalOfUnfitSchema } from '../../../worker/http/unfit-schema.ts'
import { migratedDatabase, token } from '../../support/migrated-database.ts'

const own = migratedDatabase()
const run = (statement: string) => own.client.execute(statement)
const bindings = () => ({
  LIBSQL_URL: own.url,
  LIBSQL_AUTH_TOKEN: token,
  BASE_URL: 'http://navet.example',
  SECRET: 'a secret for tests, long enough for anybody',
})

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})

let number = 0
/** A column, or a table, of its own for each test: an isolate remembers what it has seen. */
const newName = () => `brought_${(number += 1)}`

/** What the database says of a statement, as whoever asked it throws it. */
async function errorOf(...statements: string[]): Promise<Error> {
  const db = drizzle(own.client)
  const [first, ...others] = statements.map((each) => db.run(sql.raw(each)))
  try {
    await (others.length > 0 ? db.batch([first!, ...others]) : first)
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('the database was asked for what it has')
}

const answerTo = async (error: Error, began = new Date()) =>
  (await refusalOfUnfitSchema(error, { bindings: bindings(), began }))?.reason

test.each([
  ['a column of a table', (name: string) => `select remarks.${name} from remarks`],
  ['a column that is quoted', (name: string) => `select [remarks].[${name}] from remarks`],
  ['a column of an alias', (name: string) => `select r.${name} from remarks r`],
  ['a column without a table', (name: string) => `select ${name} from remarks`],
  ['a column that is set', (name: string) => `update remarks set ${name} = 1`],
  ['a column that is inserted', (name: string) => `insert into remarks (id, ${name}) values ('x', 1)`],
])('%s that a migration brought between the failing and the question is no bug: try again', async (_, asks) => {
  const name = newName()
  const began = new Date()
  const errors = [await errorOf(asks(name)), await errorOf('select 1', asks(name))]
  await run(`alter table remarks add column ${name} integer`)
  for (const error of errors) expect(await answerTo(error, began)).toBe('database: migrations just_ended')
  expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(
    errors.map(() => 'MIGRATIONS_JUST_ENDED'),
  )
})

test('nor is a table', async () => {
  const name = newName()
  const error = await errorOf(`select 1 from ${name}`)
  await run(`create table ${name} (a)`)
  expect(await answerTo(error)).toBe('database: migrations just_ended')
})

test('what is nowhere in a database that has every migration is a bug', async () => {
  for (const asks of [
    `select ${newName()} from remarks`,
    `select 1 from ${newName()}`,
    'select remarks.seen_at from remarks',
  ])
    expect(await answerTo(await errorOf(asks)), asks).toBeUndefined()
  expect(lines).toEqual([])
})

test('what is asked for in the wrong place is a bug as soon as it cannot be a migration’s doing', async () => {
  const name = newName()
  await run(`alter table remarks add column ${name} integer`)
  const error = await errorOf(`select u.${name} from users u`)
  const began = new Date()
  expect(await answerTo(error, began)).toBe('database: migrations just_ended')
  expect(await answerTo(error, began), 'those that began together').toBe('database: migrations just_ended')
  expect(await answerTo(error, new Date(Date.now() + 1))).toBeUndefined()
})

test('while a migration is to come, whatever is lacking waits for it', async () => {
  const error = await errorOf(`select ${newName()} from remarks`)
  const { rows } = await run(
    'delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations) returning hash, created_at',
  )
  expect(await answerTo(error)).toBe('database: migrations behind')
  const { hash, created_at: at } = rows[0]!
  await own.client.execute({
    sql: 'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
    args: [hash!, at!],
  })
  expect(await answerTo(error)).toBeUndefined()
})

test('another error is none of these', async () => {
  expect(await answerTo(await errorOf('select 1 from'))).toBeUndefined()
})
