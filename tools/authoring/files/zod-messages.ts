import type { z } from 'zod'

import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'

type Key = string | number

/** One mistake makes a hundred unknown keys, and the first few tell which. */
const mostKeys = 10

/** A message for what the schemas themselves have no words for. */
export function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    return `${said(issue.input)}write ${list(known)}${didYouMean(String(issue.input), known)}`
  }
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'is missing' : wanted(issue.expected)
  if (issue.code === 'too_small') return issue.origin === 'array' ? 'write at least one' : `at least ${issue.minimum}`
  if (issue.code === 'too_big') return `at most ${issue.maximum}`
  return undefined
}

/** Where the value of a path of keys was written, and where its last key was. */
export interface Places {
  at: (...keys: Key[]) => Place
  keyAt: (...keys: Key[]) => Place
}

/** Reports zod's findings at the places of the values they are about. */
export function reportIssues(issues: z.core.$ZodIssue[], schema: z.ZodType, places: Places, problems: Problems): void {
  for (const issue of issues) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    if (issue.code === 'unrecognized_keys') reportKeys(issue.keys, path, schema, places, problems)
    else
      problems.error('S03', places.at(...path), path.length > 0 ? `${path.join('.')}: ${issue.message}` : issue.message)
  }
}

function said(input: unknown): string {
  return typeof input === 'string' ? `"${input.slice(0, 40)}" cannot be used here; ` : ''
}

function list(words: string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '')
}

function wanted(expected: string): string {
  if (expected === 'array') return 'write a list in brackets: [one, two]'
  if (expected === 'object') return 'write keys and values: { key: value }'
  if (expected === 'string') return 'write a text'
  if (expected === 'boolean') return 'write true or false'
  return 'write a number'
}

function reportKeys(keys: string[], path: Key[], schema: z.ZodType, { keyAt }: Places, problems: Problems): void {
  const decimals = keys.filter((key) => /^\d+%?$/.test(key))
  for (const key of decimals) {
    const message = `a comma divides the parts of { … }, so ",${key.slice(0, 10)}" became a part of its own; write decimals with a point: 9.5`
    problems.error('S03', keyAt(...path, key), message)
  }
  if (decimals.length > 0) return
  const known = knownKeys(schema, path)
  for (const key of keys.slice(0, mostKeys)) {
    problems.error('S03', keyAt(...path, key), `unknown key "${key.slice(0, 40)}"${didYouMean(key, known)}`)
  }
}

/** Keys of the object schema at a path, through lists and optional parts. */
function knownKeys(schema: unknown, path: Key[]): string[] {
  let part = bare(schema)
  for (const key of path) part = bare(typeof key === 'number' ? elementOf(part) : shapeOf(part)?.[key])
  return Object.keys(shapeOf(part) ?? {})
}

function bare(schema: unknown): unknown {
  let part = schema
  while (!has(part, 'element') && has(part, 'unwrap') && typeof part.unwrap === 'function') part = part.unwrap()
  return part
}

function elementOf(schema: unknown): unknown {
  return has(schema, 'element') ? schema.element : undefined
}

function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  return has(schema, 'shape') ? (schema.shape as Record<string, unknown>) : undefined
}

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value
}
