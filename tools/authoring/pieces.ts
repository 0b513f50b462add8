import { lexInline, type Markdown } from './markdown.ts'
import type { Place, Problems } from './problem.ts'
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
  return lexInline(lines.join('\n').trim(), at ? { path, ...at } : fallback, problems)
}
