import { foldedWords } from './folded-words.ts'
import type { Markdown } from './markdown.ts'
import { addTo, lexPiece, type Piece } from './pieces.ts'
import type { Place, Problems } from './problem.ts'
import type { QuizLine } from './quiz-lines.ts'

const item = /^(\s{0,3}\d{1,9}[.)]\s+)(\S.*)$/
const fewest = 3
const most = 8

/** A line of a numbered list. */
export function isItem(line: QuizLine): boolean {
  return !line.inCode && item.test(line.text)
}

/** Reads the numbered list of an order; `lines` begin with its first item, or are empty when it has none. */
export function readItems(lines: readonly QuizLine[], heading: Place, problems: Problems): Markdown[] {
  const pieces: Piece[] = []
  for (const line of lines) {
    if (isItem(line)) pieces.push({ lines: [], at: undefined })
    const last = pieces.at(-1)
    if (last && line.text.trim() !== '') addLine(last, line, heading.path, problems)
  }
  const items = pieces.map((piece) => lexPiece(piece, heading.path, heading, problems))
  checkItems(items, heading, problems)
  return items
}

function addLine(piece: Piece, line: QuizLine, path: string, problems: Problems): void {
  const text = item.exec(line.text)?.[2] ?? /^\s{2,}(\S.*)$/.exec(line.text)?.[1]
  if (text !== undefined && !/^([-*+]|>)\s/.test(text)) return addTo(piece, text, line)

  const column = line.text.search(/\S/) + 1
  const message = 'this line belongs to no item; write the items as a numbered list: "1. …"'
  problems.error('S26', { path, line: line.number, column }, message)
}

function checkItems(items: readonly Markdown[], heading: Place, problems: Problems): void {
  if (items.length < fewest || items.length > most) {
    const message = `an order needs ${fewest} to ${most} items, and has ${items.length}; write them as a numbered list, in the right order: "1. …"`
    problems.error('S38', heading, message)
  }
  const folded = items.map(foldedWords)
  for (const [i, { place }] of items.entries()) {
    if (folded.indexOf(folded[i]!) === i) continue
    problems.error('S38', place, 'two items say the same, so their order cannot be told; write them differently')
  }
}
