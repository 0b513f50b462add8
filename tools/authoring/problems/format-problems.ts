import { annotation } from './github.ts'
import { lineOf, type Problem } from './problem.ts'

export const formats = ['text', 'json', 'github'] as const
export type Format = (typeof formats)[number]

const red = '\u001b[31m'
const yellow = '\u001b[33m'
const plain = '\u001b[0m'

/** Problems as the command prints them, each line ended; JSON is an array of the same fields. */
export function formatProblems(problems: readonly Problem[], format: Format, colour = false): string {
  if (format === 'json') return `${JSON.stringify(problems.map(fieldsOf), null, 2)}\n`
  const write = format === 'github' ? annotationOf : colour ? colouredLine : lineOf
  return problems.map((problem) => `${write(problem)}\n`).join('')
}

function fieldsOf({ path, line, column, severity, id, message }: Problem): Problem {
  return { path, line, column, severity, id, message }
}

function colouredLine(problem: Problem): string {
  const { path, line, column, severity, id, message } = problem
  return `${path}:${line}:${column} ${severity === 'error' ? red : yellow}${severity}${plain} ${id} ${message}`
}

function annotationOf({ path, line, column, severity, id, message }: Problem): string {
  return annotation({ level: severity, path, line, column, title: id, message })
}
