import type { z } from 'zod'

import type { Placed } from '../files/yaml-source.ts'

/**
 * What can be used of YAML that its schema did not accept: each key that is right by itself, and something that stands
 * in for the others. For sketches only, where what is wrong has been reported.
 */
export function salvage<T extends object>(read: Placed<T>, schema: z.ZodObject, standIns: T): Placed<T> {
  if (read.value) return read

  const entries = Object.entries(schema.shape).map(([key, part]) => {
    const written = (part as z.ZodType).safeParse(read.loose(key))
    const isRight = written.success && written.data !== undefined
    return [key, isRight ? written.data : (standIns as Record<string, unknown>)[key]]
  })
  return withValue(read, Object.fromEntries(entries) as T)
}

/** The same YAML with another value. */
export function withValue<T extends object>(read: Placed<T>, value: T): Placed<T> {
  const raw = (key: string) => (value as Record<string, unknown>)[key]
  const textOf = (found: unknown) => (typeof found === 'string' ? found : undefined)
  return { value, raw, loose: raw, written: (key) => textOf(raw(key)), at: read.at }
}
