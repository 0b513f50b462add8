import { isUtf8 } from 'node:buffer'

import { HranaError } from './hrana.ts'
import type { Json } from './json.ts'
import { fromShort, shortRow } from './short-json.ts'
import { isSymbol, type SqlStatement } from './sql-statement.ts'

/** Longer sums of `||` would pass SQLite's depth of an expression. */
const sumLength = 16
/** Not in any JSON that SQLite writes. Between two of these stands a blob, in hex. */
const mark = '\u0001'

/** What a statement's rows come as: JSON value by value, or in the short form where all values allow it. */
export type Form = 'full' | 'short'

/**
 * The same statement, giving each row as one blob that holds the row's JSON. The binding reads text as a C string in
 * UTF-8: it would cut it at a NUL, and end the process at a byte that is no UTF-8. A blob it hands over.
 * `columns`: the names of the statement's columns. Undefined where there is no short form.
 */
export function inJson(statement: SqlStatement, columns: string[], form: Form): string | undefined {
  const { sql, tokens, returning } = statement
  const names = columns.map((_, i) => `c${i}`)
  const rows = `"hrana rows"(${names.join()})`
  const row = form === 'full' ? fullRow(names) : shortRow(names)
  if (row === undefined) return undefined
  // The limit and the condition keep SQLite from computing an expression anew for each mention of its column.
  if (returning < 0) return `with ${rows} as (select * from (${sql}) limit -1) select ${row} from "hrana rows" where 1`
  // What has changed the data already cannot be run again in full.
  if (form === 'short') return undefined
  const list = returned(statement, columns)
  return `${sql.slice(0, tokens[returning]!.end)} (with ${rows} as (select ${list}) select ${row} from "hrana rows")`
}

function fullRow(names: string[]): string {
  return `cast('['||${sum(names.map(valueInJson), "||','||")}||']' as blob)`
}

/** What RETURNING lists, with each `*` spelt out: a SELECT inside of RETURNING has no table that it could mean. */
function returned({ sql, tokens, returning }: SqlStatement, columns: string[]): string {
  const items: string[] = []
  let depth = 0
  let start = tokens[returning]!.end
  for (const token of tokens.slice(returning + 1)) {
    if (isSymbol(token, '(')) depth += 1
    else if (isSymbol(token, ')')) depth -= 1
    else if (depth === 0 && isSymbol(token, ',')) {
      items.push(sql.slice(start, token.start).trim())
      start = token.end
    }
  }
  items.push(sql.slice(start).trim())

  const stars = items.filter((item) => item === '*').length
  const width = stars === 0 ? 0 : (columns.length - items.length + stars) / stars
  let at = 0
  return items
    .map((item) => {
      const from = at
      at += item === '*' ? width : 1
      return item === '*' ? columns.slice(from, at).map(quoted).join() : item
    })
    .join()
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function sum(terms: string[], join: string): string {
  const sums = Array.from({ length: Math.ceil(terms.length / sumLength) }, (_, i) =>
    terms.slice(i * sumLength, (i + 1) * sumLength).join(join),
  )
  return sums.map((part) => `(${part})`).join(join)
}

function valueInJson(name: string): string {
  return (
    `case typeof(${name})` +
    ` when 'text' then '{"type":"text","value":'||json_quote(${name}||'')||'}'` +
    ` when 'integer' then '{"type":"integer","value":"'||${name}||'"}'` +
    ` when 'null' then '{"type":"null"}'` +
    ` when 'real' then '{"type":"float","value":'||replace(printf('%!.17g',${name}),'Inf','9e999')||'}'` +
    ` else char(1)||hex(${name})||char(1) end`
  )
}

/** The row in Hrana's form; undefined where the short form does not hold it. Throws where a text is no UTF-8. */
export function jsonOf(row: Buffer | null, form: Form): Json | undefined {
  if (!row) return undefined
  if (!isUtf8(row)) throw new HranaError('a text in the result is not valid UTF-8', 'SQLITE_MISMATCH')
  const text = row.toString('utf8')
  if (form === 'short') return fromShort(text)
  if (!text.includes(mark)) return text
  return text
    .split(mark)
    .map((part, i) => (i % 2 === 0 ? part : blobInJson(Buffer.from(part, 'hex'))))
    .join('')
}

export function blobInJson(blob: Buffer): Json {
  return `{"type":"blob","base64":"${blob.toString('base64').replace(/=+$/, '')}"}`
}
