import type { Markdown } from '../markdown/markdown.ts'
import { lexPiece, type Piece } from '../markdown/pieces.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'

export interface WrittenFeedback {
  right: Markdown
  wrong: Markdown
}

const divider = /^\s*<!--\s*-->\s*$/
const example = '"> …" for a right answer, a line "<!-- -->", and "> …" for a wrong one'

/**
 * Takes the two quotes at the end of a question: feedback for a right answer, and after a line `<!-- -->` for a wrong
 * one. `body` is what stands before them. `heading` is the question's.
 */
export function splitFeedback(
  lines: readonly QuizLine[],
  heading: Place,
  problems: Problems,
): { body: QuizLine[]; feedback: WrittenFeedback | undefined } {
  const divided = lines.findLastIndex((line) => !line.inCode && divider.test(line.raw))
  const wrong = takeQuote(divided === -1 ? lines : lines.slice(divided + 1))
  const right = takeQuote(divided === -1 ? wrong.before : lines.slice(0, divided))
  if (divided === -1 || wrong.quote.length === 0 || right.quote.length === 0) {
    const count = Number(wrong.quote.length > 0) + Number(right.quote.length > 0)
    problems.error('S39', heading, missing(divided === -1, count, wrong.quote.length === 0))
    return { body: right.before, feedback: undefined }
  }
  reportStrays(wrong.before, heading.path, problems)
  return {
    body: right.before,
    feedback: {
      right: lexQuote(right.quote, heading.path, problems),
      wrong: lexQuote(wrong.quote, heading.path, problems),
    },
  }
}

/** The quote that ends the lines, and what stands before it. */
function takeQuote(lines: readonly QuizLine[]): { before: QuizLine[]; quote: QuizLine[] } {
  const end = lines.findLastIndex((line) => line.text.trim() !== '') + 1
  const start = lines.slice(0, end).findLastIndex((line) => line.inCode || !isQuote(line)) + 1
  return { before: lines.slice(0, start), quote: lines.slice(start, end) }
}

function isQuote({ text }: QuizLine): boolean {
  return /^\s*>/.test(text)
}

function missing(undivided: boolean, count: number, atEnd: boolean): string {
  if (count === 0) return `the question has no feedback; end it with ${example}`
  if (undivided && count === 2)
    return 'nothing tells the two quotes of feedback apart; put a line "<!-- -->" between them'
  if (undivided) return `there is one quote of feedback, and two are needed; end the question with ${example}`
  return `feedback for a ${atEnd ? 'wrong' : 'right'} answer is missing; end the question with ${example}`
}

function reportStrays(lines: readonly QuizLine[], path: string, problems: Problems): void {
  for (const line of lines) {
    if (line.text.trim() === '') continue
    const place = { path, line: line.number, column: line.text.search(/\S/) + 1 }
    problems.error('S39', place, 'only one quote follows the line "<!-- -->"; begin each of its lines with "> "')
  }
}

function lexQuote(lines: readonly QuizLine[], path: string, problems: Problems): Markdown {
  const first = lines[0]!
  const place = { path, line: first.number, column: first.text.indexOf('>') + 1 }
  if (lines.some((line) => /^\s{2,}>/.test(line.text))) {
    problems.error('S39', place, 'this feedback is not indented; only that of an option is')
  }
  const piece: Piece = { lines: lines.map(afterSign), at: { line: first.number, column: columnAfterSign(first) } }
  const markdown = lexPiece(piece, path, place, problems)
  if (!markdown.text) problems.error('S39', place, 'the feedback has no text; write it after the ">"')
  return markdown
}

function afterSign({ text }: QuizLine): string {
  return text.replace(/^\s*>\s?/, '')
}

function columnAfterSign(line: QuizLine): number {
  return line.text.length - afterSign(line).length + 1
}
