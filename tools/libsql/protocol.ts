import { z } from 'zod'

import type { SqlValue } from './values.ts'

// Only what tools/libsql reads of Hrana 2 and 3 (JSON): github.com/tursodatabase/libsql docs/HRANA_3_SPEC.md

const leastInteger = -(2n ** 63n)
const greatestInteger = 2n ** 63n - 1n

const Integer = z
  .string()
  .regex(/^-?\d{1,19}$/, 'not a whole number')
  .transform((digits) => BigInt(digits))
  .refine((whole) => whole >= leastInteger && whole <= greatestInteger, 'does not fit in 64 bits')

const Base64 = z
  .string()
  .regex(/^[\w+/-]*={0,2}$/, 'not base64')
  .transform((text) => Buffer.from(text, 'base64'))

// The binding reads text back only up to a NUL, so storing one would lose what follows without a word.
const Text = z.string().refine((text) => !text.includes('\0'), 'text with a NUL character cannot be stored')

const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('null') }).transform((): SqlValue => null),
  z.object({ type: z.literal('integer'), value: Integer }).transform(({ value }): SqlValue => value),
  z.object({ type: z.literal('float'), value: z.number() }).transform(({ value }): SqlValue => value),
  z.object({ type: z.literal('text'), value: Text }).transform(({ value }): SqlValue => value),
  z.object({ type: z.literal('blob'), base64: Base64 }).transform(({ base64 }): SqlValue => base64),
])

const sqlOrId = { sql: z.string().nullish(), sql_id: z.int32().nullish() }

const Stmt = z.object({
  ...sqlOrId,
  args: z.array(Value).nullish(),
  named_args: z.array(z.object({ name: z.string(), value: Value })).nullish(),
  want_rows: z.boolean().nullish(),
})

const deepestCondition = 64

/** Depth is checked before zod descends, because zod would descend until the stack ends. */
const BatchCond: z.ZodType<BatchCond> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['ok', 'error']), step: z.int().nonnegative() }),
    z.object({ type: z.literal('not'), cond: BatchCond }),
    z.object({ type: z.enum(['and', 'or']), conds: z.array(BatchCond) }),
    z.object({ type: z.literal('is_autocommit') }),
  ]),
)

const BatchStep = z.object({
  condition: z.unknown().refine(isShallow, 'conditions nest too deeply').pipe(BatchCond.nullish()),
  stmt: Stmt,
})

const StreamRequest = z.discriminatedUnion('type', [
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('execute'), stmt: Stmt }),
  z.object({ type: z.literal('batch'), batch: z.object({ steps: z.array(BatchStep) }) }),
  z.object({ type: z.literal('sequence'), ...sqlOrId }),
  z.object({ type: z.literal('describe'), ...sqlOrId }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int32(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int32() }),
  z.object({ type: z.literal('get_autocommit') }),
])

/** The body of `POST /v2/pipeline`: some requests on one stream, new or known by its baton. */
export const PipelineBody = z.object({ baton: z.string().nullish(), requests: z.array(StreamRequest) })

export type BatchCond =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: BatchCond }
  | { type: 'and' | 'or'; conds: BatchCond[] }
  | { type: 'is_autocommit' }
export type BatchStep = z.infer<typeof BatchStep>
export type Stmt = z.infer<typeof Stmt>
export type StreamRequest = z.infer<typeof StreamRequest>
export type PipelineBody = z.infer<typeof PipelineBody>

function isShallow(condition: unknown, depth = 0): boolean {
  if (typeof condition !== 'object' || condition === null) return true
  if (depth > deepestCondition) return false
  return Object.values(condition).every((part) => isShallow(part, depth + 1))
}
