import { isUtf8 } from 'node:buffer'

/**
 * One value of a row as a backup writes it in JSON, exact for whatever SQLite can hold: null; an integer as a number,
 * beyond 2^53 as `i` in digits; a real as `r`; a text as a string, or as `t` in base64 where its bytes are no UTF-8; a
 * blob as `b` in base64. Minus zero is zero: no function of SQLite's tells them apart.
 */
export type Cell = null | number | string | { i: string } | { r: string } | { t: string } | { b: string }

/** The first letters of SQLite's `typeof`. */
export type Kind = 'n' | 'i' | 'r' | 't' | 'b'

export type Bindable = null | bigint | number | string | Uint8Array

/** What was read: numbers in digits (`Inf` beyond them), texts and blobs as the hex of their bytes. */
export function cellOf(kind: Kind, read: string): Cell {
  if (kind === 'n') return null
  if (kind === 'i') return integerCell(BigInt(read))
  if (kind === 'r') return { r: String(Number(read.replace('Inf', 'Infinity'))) }
  const bytes = Buffer.from(read, 'hex')
  if (kind === 'b') return { b: bytes.toString('base64') }
  return isUtf8(bytes) ? bytes.toString('utf8') : { t: bytes.toString('base64') }
}

/** The value to bind, and the SQL that stands for it. */
export function boundOf(cell: Cell): { sql: string; value: Bindable } {
  if (cell === null || typeof cell === 'string') return { sql: '?', value: cell }
  if (typeof cell === 'number') return { sql: '?', value: BigInt(cell) }
  if ('i' in cell) return { sql: '?', value: BigInt(cell.i) }
  if ('b' in cell) return { sql: '?', value: Buffer.from(cell.b, 'base64') }
  if ('t' in cell) return { sql: 'cast(? as text)', value: Buffer.from(cell.t, 'base64') }
  const real = Number(cell.r)
  // On its way to a database elsewhere JSON would lose an infinity.
  return Number.isFinite(real)
    ? { sql: '?', value: real }
    : { sql: 'cast(? as real)', value: real < 0 ? '-9e999' : '9e999' }
}

/** Whether a value read from a file is a cell. */
export function isCell(value: unknown): value is Cell {
  if (value === null || typeof value === 'string' || Number.isSafeInteger(value)) return true
  if (typeof value !== 'object') return false
  const [entry, ...more] = Object.entries(value)
  return entry !== undefined && more.length === 0 && patterns[entry[0]]?.test(String(entry[1])) === true
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/
const patterns: Record<string, RegExp> = {
  i: /^-?\d{1,19}$/,
  r: /^-?(\d+(\.\d+)?(e[+-]\d+)?|Infinity)$/,
  t: base64,
  b: base64,
}

function integerCell(value: bigint): Cell {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : { i: String(value) }
}
