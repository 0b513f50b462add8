import { isCollection, isMap, isPair, isScalar, type LineCounter, type Node } from 'yaml'
import type { z } from 'zod'

import type { Place, Problems } from '../problems/problem.ts'
import { parseYaml } from './yaml-parse.ts'
import { plainMessage, reportIssues } from './zod-messages.ts'

export interface YamlSource {
  path: string
  text: string
  /** Where the YAML begins in its file: line and column of its first character, from 1. */
  line: number
  column: number
}

/** YAML as it was read. */
export interface Placed<T> {
  /** undefined when the schema did not accept it. */
  value: T | undefined
  /** A key as it was written, whatever the schema says: an id that can be read spares false alarms elsewhere. */
  written: (key: string) => string | undefined
  /** The value of a key as it was read, whatever the schema says. */
  raw: (key: string) => unknown
  /** The value of a key as far as it can be told where the rest cannot be read: only for showing a draft. */
  loose: (key: string) => unknown
  /** Where a part was written, or the nearest thing above it. */
  at: (...keys: (string | number)[]) => Place
}

/**
 * Reads YAML and checks it with zod. Every problem is reported at the line and column of the value it is about.
 * Never throws for what the text says.
 */
export function readYaml<T>(source: YamlSource, schema: z.ZodType<T>, problems: Problems): Placed<T> {
  const { document, lines, faults } = parseYaml(source.text)
  const place = (offset: number) => placeAt(source, lines, offset)
  const at = (...keys: (string | number)[]) => place(offsetsOf(document.contents, keys).value)
  const keyAt = (...keys: (string | number)[]) => place(offsetsOf(document.contents, keys).key)
  for (const { offset, message } of faults) problems.error('S01', place(offset), message)
  if (faults.length > 0) return { ...unread(place(0)), loose: (key) => lineOf(source.text, key), at }

  const content: unknown = document.toJS() ?? {}
  const result = schema.safeParse(content, { error: plainMessage })
  if (!result.success) reportIssues(result.error.issues, schema, { at, keyAt }, problems)
  const raw = (key: string) => valueAt(content, key)
  return { value: result.data, written: (key) => textOf(raw(key)), raw, loose: raw, at }
}

/** Stands for YAML that is not there at all. */
export function unread<T>(place: Place): Placed<T> {
  return { value: undefined, written: () => undefined, raw: () => undefined, loose: () => undefined, at: () => place }
}

/** A key on a line of its own, which can be told however wrong the rest is. */
function lineOf(text: string, key: string): string | undefined {
  const line = text.split('\n').find((each) => each.startsWith(`${key}: `))
  return line?.slice(key.length + 2).replace(/^\s*["']?|["']?\s*$/g, '') || undefined
}

function placeAt(source: YamlSource, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  const isFirst = line <= 1
  return {
    path: source.path,
    line: source.line + Math.max(line, 1) - 1,
    column: isFirst ? source.column + Math.max(col, 1) - 1 : col,
  }
}

function valueAt(content: unknown, key: string): unknown {
  if (typeof content !== 'object' || content === null || !Object.hasOwn(content, key)) return undefined
  return (content as Record<string, unknown>)[key]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Offsets of the value at a path of keys and of its last key, or of the nearest thing above them. */
function offsetsOf(root: Node | null, keys: (string | number)[]): { value: number; key: number } {
  let node: unknown = root
  let value = root?.range?.[0] ?? 0
  let key = value
  for (const name of keys) {
    if (!isCollection(node)) break
    const item = itemAt(node.items, isMap(node), name)
    if (isPair(item)) {
      if (isScalar(item.key)) key = value = item.key.range?.[0] ?? value
      node = item.value
    } else node = item
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) value = Number(node.range[0])
  }
  return { value, key }
}

function itemAt(items: unknown[], inMap: boolean, key: string | number): unknown {
  if (!inMap) return items[Number(key)]
  return items.find((pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(key))
}
