import { linesInCode } from '../files/lines-in-code.ts'
import { comments } from './markdown.ts'
import type { Place, Problems } from '../problems/problem.ts'

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
