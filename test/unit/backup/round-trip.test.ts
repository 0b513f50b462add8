import { join } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { rowsOf } from '../../../tools/backup/dump/rows.ts'
import { Snapshot } from '../../../tools/backup/dump/snapshot.ts'
import { readTables } from '../../../tools/backup/dump/tables.ts'
import { boundOf, type Cell, isCell } from '../../../tools/backup/format/cells.ts'
import { copyOntoServer } from '../../../tools/backup/restore/onto-server.ts'
import { stageBackup, withStaged } from '../../../tools/backup/stage/stage-backup.ts'
import { addUser, database, each, linesOf, newFolder, rowsIn, sealed, server } from './support.ts'
import { sqld } from './sqld.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('\0', '\n', '"', '\\', '\u2028', '\u{10ffff}', 'å', '\u0001') }),
)
const brokenText = fc.constantFrom<number[]>([0xff], [0xed, 0xa0, 0x80], [0x41, 0x00, 0xc3], [0xf4, 0x90, 0x80, 0x80])
const real = fc.double({ noNaN: true })
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.integer(),
  fc
    .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    .map((value): Cell => (Number.isSafeInteger(Number(value)) ? Number(value) : { i: String(value) })),
  real.map((value): Cell => ({ r: String(value) })),
  text,
  brokenText.map((bytes): Cell => ({ t: base64(Uint8Array.from(bytes)) })),
  fc.uint8Array({ maxLength: 40 }).map((bytes): Cell => ({ b: base64(bytes) })),
)

test('whatever SQLite can hold comes out of a database as it went in, and is a cell', async () => {
  const client = await server()
  await client.execute('create table anything (a, b text, c blob)')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async (rows) => {
      await client.execute('delete from anything')
      // Columns without affinity keep every kind; a text column would make texts of numbers.
      const written = rows.map(([a, c]): Cell[] => [a, null, c])
      await client.batch(written.map((row) => insertion(row)))
      expect(await everyRow(client)).toEqual(written)
      expect(written.flat().every((value) => isCell(JSON.parse(JSON.stringify(value))))).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('rows of any length come page by page, each once and in their order', async () => {
  const client = await server()
  await client.execute('create table anything (a, b text, c blob)')
  const sizes = [10, 200_000, 1, 0, 1_000_000, 50, 6_000_000, 7]
  const rows = [...sizes, ...Array.from({ length: 2500 }, (_, i) => i % 300)].map((size, i): Cell[] => [
    i,
    'x'.repeat(size),
    null,
  ])
  for (let from = 0; from < rows.length; from += 5) await client.batch(rows.slice(from, from + 5).map(insertion))
  expect((await everyRow(client)).map(([id, body]) => [id, (body as string).length])).toEqual(
    rows.map(([id, body]) => [id, (body as string).length]),
  )
})

test('a backup staged and backed up again is the same, row by row', async () => {
  const client = await database()
  for (let i = 0; i < 300; i += 1) await addUser(client, `user-${i}`)
  await client.execute("update users set name = cast(x'00ff41' as text) where id = 'user-7'")
  const file = join(newFolder(), 'navet.db')
  await stageBackup({ bytes: each([await sealed(await linesOf(client))]), passphrase: undefined, file })
  expect(await withStaged(file, rowsIn)).toEqual(await rowsIn(client))
})

test.skipIf(!sqld.isThere)('from embedded to sqld and back nothing changes', async () => {
  const client = await database()
  for (let i = 0; i < 300; i += 1) await addUser(client, `user-${i}`)
  await client.execute(
    "update users set name = cast(x'00ff41' as text), image = cast(x'610062' as text) where id = 'user-7'",
  )
  const before = await rowsIn(client)
  const elsewhere = await sqld.start()
  await copyOntoServer({ staged: client, client: elsewhere }, () => undefined, new AbortController().signal)
  expect(await rowsIn(elsewhere)).toEqual(before)

  const file = join(newFolder(), 'navet.db')
  await stageBackup({ bytes: each([await sealed(await linesOf(elsewhere))]), passphrase: undefined, file })
  expect(await withStaged(file, rowsIn)).toEqual(before)
  await withStaged(file, async (staged) => {
    const objects = (from: typeof client) =>
      from.execute("select type, name from sqlite_schema where name not glob 'sqlite_*' order by name")
    expect((await objects(staged)).rows.map((row) => ({ ...row }))).toEqual(
      (await objects(client)).rows.map((row) => ({ ...row })),
    )
  })
})

function insertion(row: Cell[]) {
  const bound = row.map(boundOf)
  return {
    sql: `insert into anything values (${bound.map(({ sql }) => sql).join()})`,
    args: bound.map(({ value }) => value),
  }
}

async function everyRow(client: Awaited<ReturnType<typeof server>>): Promise<Cell[][]> {
  const snapshot = new Snapshot(client)
  const [table] = await readTables(client)
  const rows: Cell[][] = []
  for await (const page of rowsOf(snapshot, table!)) rows.push(...page)
  snapshot.close()
  return rows
}
