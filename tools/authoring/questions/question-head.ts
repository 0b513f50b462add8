import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { QuestionHead } from '../files/schemas.ts'
import { type Placed, readYaml, unread } from '../files/yaml-source.ts'

const example = '<!-- { id: …, competence: CHK-1a, kind: scenario } -->'

/** Reads the comment under a question's heading, which holds its id, competence and kind as a YAML map. */
export function readQuestionHead(lines: readonly QuizLine[], place: Place, problems: Problems): Placed<QuestionHead> {
  const comment = findHead(lines)
  if (comment) return readYaml({ path: place.path, ...comment }, QuestionHead, problems)

  const near = lines.find((line) => /<!--.*\b(id|competence|kind)\s*:/.test(line.raw))
  if (near) {
    const column = near.raw.indexOf('<!--') + 1
    const message = `the question's comment cannot be read; it is a map in braces right under the heading: ${example}`
    problems.error('S21', { path: place.path, line: near.number, column }, message)
  } else problems.error('S21', place, `the question has no comment with its id; add ${example} under the heading`)
  return unread(place)
}

/** The first comment that begins with a brace, before any other text; it may take several lines. */
function findHead(lines: readonly QuizLine[]): { text: string; line: number; column: number } | undefined {
  const first = lines[0]?.number ?? 1
  const end = lines.findIndex((line) => line.text.trim() !== '')
  const text = (end === -1 ? lines : lines.slice(0, end)).map((line) => line.raw).join('\n')
  const found = /<!--(?=\s*\{)([\s\S]*?)-->/.exec(text)
  if (!found) return undefined

  const before = text.slice(0, found.index + '<!--'.length)
  const column = before.length - (before.lastIndexOf('\n') + 1) + 1
  return { text: found[1] ?? '', line: first + before.split('\n').length - 1, column }
}
