import { comments } from './markdown.ts'
import type { Place, Problems } from './problem.ts'

/** A line as a reader of the page sees it, and whether it stands in a block of code. */
export interface QuizLine {
  text: string
  /** As it was written, comments included. */
  raw: string
  number: number
  inCode: boolean
}

/** Splits text into lines with the comments blanked, so that what they hold is never taken for an option. */
export function quizLines(text: string, { path, line }: Place, problems: Problems): QuizLine[] {
  const shown = text.replace(comments, (comment) => comment.replace(/[^\n]/g, ' ')).split('\n')
  const raw = text.split('\n')
  const code = linesInCode(shown)
  return shown.map((content, i) => {
    const inCode = code.has(i)
    if (!inCode && content.includes('<!--')) {
      problems.error(
        'S35',
        { path, line: line + i, column: content.indexOf('<!--') + 1 },
        'the comment never ends; close it with -->',
      )
    }
    return { text: content.trimEnd(), raw: raw[i] ?? '', number: line + i, inCode }
  })
}

/** Indexes of the lines within blocks of code that are fenced with ``` or ~~~. */
export function linesInCode(lines: readonly string[]): Set<number> {
  const inside = new Set<number>()
  let fence: string | undefined
  for (const [i, line] of lines.entries()) {
    const mark = /^\s{0,6}(?:>\s?)?(```+|~~~+)/.exec(line)?.[1]
    if (mark || fence !== undefined) inside.add(i)
    if (mark && fence === undefined) fence = mark
    else if (mark && fence !== undefined && mark.startsWith(fence)) fence = undefined
  }
  return inside
}
