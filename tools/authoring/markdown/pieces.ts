import { lexInline, type Markdown } from './markdown.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from './quiz-lines.ts'

/** Lines that make one text, and where the first begins. */
export interface Piece {
  lines: string[]
  at: { line: number; column: number } | undefined
}

/** Adds the end of a line: what is left of it after its bullet, number or sign. */
export function addTo(piece: Piece, text: string, line: QuizLine): void {
  piece.at ??= { line: line.number, column: line.text.length - text.length + 1 }
  piece.lines.push(text)
}

export function lexPiece({ lines, at }: Piece, path: string, fallback: Place, problems: Problems): Markdown {
  const place = at ? { path, ...at } : fallback
  const i = lines.findIndex((line, n) => block.test(line) || (n > 0 && numbered.test(line)))
  if (i !== -1) {
    const message = `"${lines[i]!.trim().slice(0, 20)}…" would be run together with the line before; only sentences can stand here, no lists, headings or tables`
    problems.error('S36', { ...place, line: place.line + i }, message)
  }
  return lexInline(lines.join('\n').trim(), place, problems)
}

/** What begins a block of its own elsewhere. A minus before a number begins none. */
const block = /^\s*(?:[-*+]\s+(?!\d)|#{1,6}\s|```|~~~|>|\|.*\|\s*$)/
const numbered = /^\s*\d{1,3}[.)]\s/
