import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

import { didYouMean } from './near-miss.ts'
import type { Place, Problems } from './problem.ts'

interface YamlSource {
  path: string
  text: string
  /** Where the YAML begins in its file: line and column of its first character, from 1. */
  line: number
  column: number
}

/** A value that passed its schema, and where each part of it was written. */
export interface Placed<T> {
  value: T
  at(...keys: (string | number)[]): Place
}

/**
 * Reads YAML and checks it with zod. Every problem is reported at the line and column of the value it is about;
 * undefined when the value cannot be used.
 */
export function readYaml<T>(source: YamlSource, schema: z.ZodType<T>, problems: Problems): Placed<T> | undefined {
  const lines = new LineCounter()
  const place = (offset: number) => placeAt(source, lines, offset)
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  for (const error of document.errors) problems.error('S01', place(error.pos[0]), yamlMessage(error.message))
  if (document.errors.length > 0) return undefined

  const at = (...keys: (string | number)[]) => place(offsetOf(document.contents, keys))
  const result = schema.safeParse(document.toJS({ maxAliasCount: 10 }) ?? {})
  if (result.success) return { value: result.data, at }

  for (const issue of result.error.issues) reportIssue(issue, at, problems, schema)
  return undefined
}

function placeAt(source: YamlSource, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { path: source.path, line: source.line + line - 1, column: line === 1 ? source.column + col - 1 : col }
}

function yamlMessage(message: string): string {
  if (/tab/i.test(message)) return 'a tab in YAML; indent with spaces'
  return `YAML cannot be read: ${message.split('\n')[0]}`
}

/** Offset of the value at a path of keys, or of the nearest thing above it. */
function offsetOf(root: Node | null, keys: (string | number)[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of keys) {
    if (!isCollection(node)) break
    const items: unknown[] = node.items
    const item = isMap(node)
      ? items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key))
      : items[Number(key)]
    if (isPair(item)) {
      if (isScalar(item.key)) offset = item.key.range?.[0] ?? offset
      node = item.value
    } else node = item
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) offset = Number(node.range[0])
  }
  return offset
}

function reportIssue(
  issue: z.core.$ZodIssue,
  at: (...keys: (string | number)[]) => Place,
  problems: Problems,
  schema: z.ZodType,
): void {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      problems.error('S03', at(...path, key), `unknown key "${key}"${didYouMean(key, knownKeys(schema, path))}`)
    }
    return
  }
  const name = path.join('.')
  problems.error('S03', at(...path), name ? `${name}: ${issue.message}` : issue.message)
}

function knownKeys(schema: z.ZodType, path: (string | number)[]): string[] {
  return path.length === 0 && 'shape' in schema && schema.shape ? Object.keys(schema.shape) : []
}
