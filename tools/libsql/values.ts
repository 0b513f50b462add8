import { HranaError, type Stmt, type Value } from './hrana.ts'

export type SqlValue = null | bigint | number | string | Uint8Array

/** A Hrana value as the binding takes it. Integers travel as decimal text, so that all 64 bits survive. */
function toSql(value: Value): SqlValue {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return toInteger(value.value)
    case 'float':
      return Number(value.value)
    case 'text':
      return value.value
    case 'blob':
      return Buffer.from(value.base64, 'base64')
    default:
      throw new HranaError('unknown type of value', 'HRANA_PROTO_ERROR')
  }
}

function toInteger(text: string): bigint {
  if (!/^-?\d{1,19}$/.test(text)) throw new HranaError('an integer is decimal text', 'HRANA_PROTO_ERROR')
  const integer = BigInt(text)
  if (BigInt.asIntN(64, integer) !== integer) throw new HranaError('an integer has 64 bits', 'HRANA_PROTO_ERROR')
  return integer
}

/** A value from the binding (with safe integers on) as Hrana writes it. */
export function fromSql(value: unknown): Value {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return {
    type: 'blob',
    base64: Buffer.from(value as Uint8Array)
      .toString('base64')
      .replace(/=+$/, ''),
  }
}

/** Positional arguments as a list; named ones as an object by their bare name. */
export function argumentsOf(stmt: Stmt): SqlValue[] | Record<string, SqlValue> {
  if (stmt.named_args && stmt.named_args.length > 0) {
    return Object.fromEntries(stmt.named_args.map(({ name, value }) => [name.replace(/^[:@$]/, ''), toSql(value)]))
  }
  return (stmt.args ?? []).map(toSql)
}
