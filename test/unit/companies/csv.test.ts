import fc from 'fast-check'
import { expect, test } from 'vitest'

import { csvOf } from '../../../formats/csv.ts'

/** Reads the quoted cells back, as a spreadsheet does. */
function cellsIn(text: string): string[][] {
  const rows = text.replace(/^\uFEFF/, '').matchAll(/((?:"(?:[^"]|"")*";?)+)\r\n/g)
  return [...rows].map(([, row]) =>
    [...row!.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"')),
  )
}

test('whatever is written into a table is read back, but for the sign that keeps it from being a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=1+1', '+46', '-', '@SUM', ' =x', '\t=x', '＝x', ''),
  )
  const table = fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 })
  fc.assert(
    fc.property(table, (rows) => {
      const read = cellsIn(csvOf(rows))
      expect(
        read.map((row) => row.map((text) => text.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u, ''))),
      ).toEqual(rows)
      for (const text of read.flat()) expect(text).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
    }),
  )
})

test('Excel is told that it is UTF-8, and finds its semicolons', () => {
  expect(
    csvOf([
      ['När', 'Vem'],
      ['a', '"b"'],
    ]),
  ).toBe('\uFEFF"När";"Vem"\r\n"a";"""b"""\r\n')
})
