import { HranaError } from './hrana.ts'
import type { Stmt, Value } from './pipeline.ts'
import type { Json } from './json.ts'
import { blobInJson } from './row-json.ts'

export type SqlValue = null | bigint | number | string | Uint8Array

/**
 * One value for each of the statement's parameters, in order: the binding would keep the last call's value where it is
 * given none, and end the process over a name for a nameless parameter.
 */
export function argumentsOf(
  { args = [], named_args: named = [] }: Omit<Stmt, 'sql'>,
  parameters: (string | null)[],
): SqlValue[] {
  if (args.length > 0 && named.length > 0) {
    throw new HranaError('positional and named arguments together', 'ARGS_BOTH_POSITIONAL_AND_NAMED')
  }
  if (args.length > parameters.length) throw new HranaError('more arguments than parameters', 'ARGS_INVALID')
  const byName = new Map(named.map(({ name, value }) => [name, value]))
  return parameters.map((name, i) => {
    const value = byName.size === 0 ? args[i] : name && (byName.get(name) ?? byName.get(name.slice(1)))
    if (!value) throw new HranaError(`value for parameter ${name ?? i + 1} not found`, 'ARGS_INVALID')
    return toSql(value)
  })
}

/** A Hrana value as the binding takes it. Integers travel as decimal text, so that all 64 bits survive. */
function toSql(value: Value): SqlValue {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return BigInt(value.value)
    case 'float':
    case 'text':
      return value.value
    case 'blob':
      return Buffer.from(value.base64, 'base64')
  }
}

/** A row from the binding (with safe integers on) as Hrana writes it: of PRAGMA and EXPLAIN, whose text is SQL's own. */
export function rowInJson(row: unknown[]): Json {
  return `[${row.map(valueInJson).join()}]`
}

function valueInJson(value: unknown): Json {
  if (value instanceof Uint8Array) return blobInJson(Buffer.from(value))
  if (typeof value === 'bigint') return `{"type":"integer","value":"${value}"}`
  if (typeof value === 'number') return `{"type":"float","value":${value}}`
  if (typeof value === 'string') return `{"type":"text","value":${JSON.stringify(value)}}`
  return '{"type":"null"}'
}
