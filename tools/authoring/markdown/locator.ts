import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'
import type { Markdown } from './markdown.ts'
import type { Place } from '../problems/problem.ts'

const known = new WeakMap<Markdown, (token: Token) => Place>()

/**
 * Where the tokens of some markdown were written. marked keeps no positions, but what it calls `raw` is the text itself:
 * of blocks side by side without a gap, and within a quote or list line by line without the prefixes.
 */
export function locate(markdown: Markdown): (token: Token) => Place {
  const found = known.get(markdown) ?? placesOf(markdown)
  known.set(markdown, found)
  return found
}

interface Span {
  start: number
  end: number
}

function placesOf({ text, place, tokens }: Markdown): (token: Token) => Place {
  const starts = new Map<Token, number>()
  let next = 0
  for (const token of tokens) {
    // A passage was taken out of its stem.
    const start = text.startsWith(token.raw, next) ? next : Math.max(next, text.indexOf(token.raw, next))
    next = start + token.raw.length
    locateWithin(text, token, { start, end: next }, starts)
  }
  const lines = lineStarts(text)
  return (token) => placeAt(starts.get(token) ?? 0, lines, place)
}

/** Notes where a token begins, which lies somewhere in the span, and where those within it do. */
function locateWithin(text: string, token: Token, span: Span, starts: Map<Token, number>): Span {
  const own = find(text, token.raw, span)
  starts.set(token, own.start)
  if (token.type === 'table') {
    locateCells(text, token as Tokens.Table, own, starts)
    return own
  }
  let from = own.start
  for (const child of childrenOf(token)) {
    if (child.type === 'space') continue
    from = locateWithin(text, child, { start: from, end: span.end }, starts).end
  }
  return { start: own.start, end: Math.max(own.end, from) }
}

/** The line of dashes stands between the header and the first row. */
function locateCells(
  text: string,
  { header, rows }: Tokens.Table,
  { start, end }: Span,
  starts: Map<Token, number>,
): void {
  let from = start
  for (const [i, row] of [header, [], ...rows].entries()) {
    const line = i === 0 ? from : text.indexOf('\n', from) + 1
    if (line === 0 && i > 0) return
    const lineEnd = text.indexOf('\n', line)
    let cell = { start: line, end: lineEnd === -1 ? end : lineEnd }
    for (const token of row.flatMap((each) => each.tokens)) {
      cell = { start: locateWithin(text, token, cell, starts).end, end: cell.end }
    }
    from = line
  }
}

/** The lines of `raw`, in order; the prefixes of quotes and lists may stand before each. What is not found takes no room. */
function find(text: string, raw: string, { start, end }: Span): Span {
  if (text.startsWith(raw, start)) return { start: start + leadingSpace(raw), end: start + raw.length }

  const within = text.slice(start, end)
  let first: number | undefined
  let from = 0
  for (const line of raw.split('\n')) {
    const words = line.trim()
    const at = words === '' ? -1 : within.indexOf(words, from)
    if (at === -1) continue
    first ??= at
    from = at + words.length
  }
  return { start: start + (first ?? 0), end: start + from }
}

/** Blank lines before a block are no part of it; the spaces of a text are. */
function leadingSpace(raw: string): number {
  const blank = /^(?:[ \t]*\n)+/.exec(raw)?.[0].length ?? 0
  return blank === raw.length ? 0 : blank
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

function placeAt(offset: number, lines: readonly number[], { path, line, column = 1 }: Place): Place {
  let [low, high] = [0, lines.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lines[middle]! <= offset) low = middle
    else high = middle - 1
  }
  const own = offset - lines[low]! + 1
  return { path, line: line + low, column: low === 0 ? column + own - 1 : own }
}
