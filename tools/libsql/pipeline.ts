import { z } from 'zod'

import { HranaError } from './hrana.ts'

/**
 * The parts of Hrana 2 over HTTP, JSON encoding, that clients send (and `get_autocommit` of Hrana 3).
 * Source: tursodatabase/libsql docs/HRANA_2_SPEC.md and HTTP_V2_SPEC.md.
 */
const isInt64 = (text: string) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text)

const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }),
  z.object({ type: z.literal('integer'), value: z.string().refine(isInt64) }),
  z.object({ type: z.literal('float'), value: z.number() }),
  z.object({ type: z.literal('text'), value: z.string() }),
  z.object({ type: z.literal('blob'), base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/) }),
])
const sqlId = z.int32()
const text = { sql: z.string().nullish(), sql_id: sqlId.nullish() }

const Stmt = z.object({
  ...text,
  args: z.array(Value).optional(),
  named_args: z.array(z.object({ name: z.string(), value: Value })).optional(),
  want_rows: z.boolean().nullish(),
})

const step = z.int().nonnegative()
const BatchCond = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ok'), step }),
  z.object({ type: z.literal('error'), step }),
  z.object({
    type: z.literal('not'),
    get cond() {
      return BatchCond
    },
  }),
  z.object({
    type: z.literal('and'),
    get conds() {
      return z.array(BatchCond)
    },
  }),
  z.object({
    type: z.literal('or'),
    get conds() {
      return z.array(BatchCond)
    },
  }),
  z.object({ type: z.literal('is_autocommit') }),
])

const StreamRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt: Stmt }),
  z.object({
    type: z.literal('batch'),
    batch: z.object({ steps: z.array(z.object({ stmt: Stmt, condition: BatchCond.nullish() })) }),
  }),
  z.object({ type: z.literal('sequence'), ...text }),
  z.object({ type: z.literal('describe'), ...text }),
  z.object({ type: z.literal('store_sql'), sql_id: sqlId, sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: sqlId }),
  z.object({ type: z.literal('get_autocommit') }),
])

const Pipeline = z.object({ baton: z.string().nullish(), requests: z.array(StreamRequest) })

export type Value = z.infer<typeof Value>
export type Stmt = z.infer<typeof Stmt>
export type BatchCond = z.infer<typeof BatchCond>
export type StreamRequest = z.infer<typeof StreamRequest>
export type Batch = Extract<StreamRequest, { type: 'batch' }>['batch']
export type Pipeline = z.infer<typeof Pipeline>

/** A pipeline from the body of a request; throws HranaError for whatever else it may be. */
export function parsePipeline(body: string): Pipeline {
  const parsed = checked(json(body))
  if (parsed.success) return parsed.data

  const { path, message } = parsed.error.issues[0]!
  throw new HranaError(`the body is not a pipeline of requests: ${path.join('.')}: ${message}`, 'HRANA_PROTO_ERROR')
}

function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new HranaError('the body is not JSON', 'HRANA_PROTO_ERROR')
  }
}

function checked(body: unknown) {
  try {
    return Pipeline.safeParse(body)
  } catch (error) {
    // Conditions within conditions, deeper than the stack.
    if (error instanceof RangeError) throw new HranaError('the body is nested too deep', 'HRANA_PROTO_ERROR')
    throw error
  }
}
