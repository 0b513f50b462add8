import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { inBatch } from '../../worker/db/in-batch.ts'
import { statement } from '../../worker/db/statement.ts'
import { bindings, database } from '../support/worker.ts'

const db = database(bindings())
const row = (value: number) => db.all<{ value: number }>(sql`select ${value} as value`)

test('results of a batch come by name, one or a list, whatever stands between them', async () => {
  const results = await inBatch(db, { first: row(1), none: [], several: [row(2), row(3)], last: row(4) })
  expect(results).toEqual({
    first: [{ value: 1 }],
    none: [],
    several: [[{ value: 2 }], [{ value: 3 }]],
    last: [{ value: 4 }],
  })
})

test('it is one round trip, and all or nothing', async () => {
  const marked = sql.raw(`create table in_batch_${Date.now()} (a)`)
  await expect(inBatch(db, { made: db.run(marked), wrong: db.run(sql`select no_such_column`) })).rejects.toThrow()
  await inBatch(db, { made: db.run(marked) })
})

test('a statement that is built once says so when it is awaited by itself, and runs in a batch as often as wanted', async () => {
  const echo = statement(['value'], (on, { value }) => on.all<{ value: number }>(sql`select ${value} as value`))
  await expect(Promise.resolve(echo(db, { value: 1 }))).rejects.toThrow('runs in a batch')
  expect(await inBatch(db, { both: [echo(db, { value: 2 }), echo(db, { value: 3 })] })).toEqual({
    both: [[{ value: 2 }], [{ value: 3 }]],
  })
})

test('a batch without a statement is a mistake', async () => {
  await expect(inBatch(db, { none: [] })).rejects.toThrow('a batch without a statement')
})
