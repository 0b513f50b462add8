import type { Json } from './json.ts'

/** SQLite's limit of a function's arguments is 127. */
const mostColumns = 100
const [quote, minus, backslash] = [0x22, 0x2d, 0x5c]

/**
 * One row's JSON by one call, several times as fast as value by value: right for text, integers and null, which is
 * what most rows hold. Null for a row with a blob, which `json_array` would take for JSONB: a blob is what sorts after
 * the empty blob. Undefined for too many columns.
 */
export function shortRow(names: string[]): string | undefined {
  if (names.length > mostColumns) return undefined
  const hasBlob = names.map((name) => `${name}>=x''`).join(' or ')
  return `case when ${hasBlob} then null else cast(json_array(${names.join()}) as blob) end`
}

/** The row in Hrana's form; undefined where it holds a real number, of which `json_array` gives 15 digits only. */
export function fromShort(row: string): Json | undefined {
  let values = ''
  for (let at = 1; at < row.length;) {
    const isText = row.charCodeAt(at) === quote
    const end = isText ? afterText(row, at) : afterWord(row, at)
    const value = row.slice(at, end)
    if (isText) values += `,{"type":"text","value":${value}}`
    else if (value === 'null') values += ',{"type":"null"}'
    else if (isInteger(value)) values += `,{"type":"integer","value":"${value}"}`
    else return undefined
    at = end + 1
  }
  return `[${values.slice(1)}]`
}

function isInteger(value: string): boolean {
  for (let at = value.charCodeAt(0) === minus ? 1 : 0; at < value.length; at += 1) {
    const digit = value.charCodeAt(at)
    if (digit < 48 || digit > 57) return false
  }
  return true
}

/** Behind the quote that ends the text: the next one that an even number of backslashes stands before. */
function afterText(row: string, at: number): number {
  for (let end = row.indexOf('"', at + 1); ; end = row.indexOf('"', end + 1)) {
    let slashes = 0
    while (row.charCodeAt(end - 1 - slashes) === backslash) slashes += 1
    if (slashes % 2 === 0) return end + 1
  }
}

function afterWord(row: string, at: number): number {
  const comma = row.indexOf(',', at)
  return comma === -1 ? row.length - 1 : comma
}
