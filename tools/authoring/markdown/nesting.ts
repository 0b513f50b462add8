import type { Token } from 'marked'

import { childrenOf } from './children-of.ts'
import type { Place, Problems } from '../problems/problem.ts'

/** What no reader could follow, and what would exhaust a program that reads it. */
const deepest = 30
const mostMarks = 20
const mostCells = 60
const longestParagraph = 20_000

const mark = /[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)/y

/** Reports text that is not to be lexed at all: quotes in quotes, rows of cells or paragraphs beyond reason. */
export function reportUnreadable(text: string, place: Place, problems: Problems): boolean {
  const before = problems.errors
  let paragraph = 0
  for (const [i, line] of text.split('\n').entries()) {
    paragraph = line.trim() === '' ? 0 : paragraph + line.length + 1
    const at = { path: place.path, line: place.line + i, column: i === 0 ? (place.column ?? 1) : 1 }
    const message = faultOf(line, paragraph)
    if (!message) continue
    problems.error('S36', at, message)
    paragraph = 0
  }
  return problems.errors > before
}

function faultOf(line: string, paragraph: number): string | undefined {
  if (marksIn(line) > mostMarks)
    return `more than ${mostMarks} lists or quotes within each other; write them side by side`
  const cells = line.length > mostCells ? line.split('|').length : 0
  if (cells > mostCells) return `a row of ${cells} cells; at most 4 fit on a phone, so write a list`
  if (paragraph <= longestParagraph) return undefined
  return `a paragraph of more than ${longestParagraph} characters; put empty lines between its parts`
}

function marksIn(line: string): number {
  mark.lastIndex = 0
  let count = 0
  while (count <= mostMarks && mark.test(line)) count += 1
  return count
}

/** The first of some tokens in which others lie too deep to be followed. */
export function tooDeep(tokens: readonly Token[]): Token | undefined {
  return tokens.find((token) => {
    let level = [token]
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > deepest) return true
      level = level.flatMap(childrenOf)
    }
    return false
  })
}
