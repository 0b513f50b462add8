import type { Place, Problems } from '../problems/problem.ts'
import type { QuestionHead } from '../files/schemas.ts'
import type { Placed } from '../files/yaml-source.ts'
import { readQuestionHead } from './question-head.ts'
import { takeHints } from './hints.ts'
import { isPartHeading } from './part-heading.ts'
import { authoredTypes, authoringOf, type WrittenQuestion } from './registry.ts'
import { ownKeys } from './type-authoring.ts'
import { writtenAs } from './written-as.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'

/** Reads one question; `place` is its heading, `lines` are those under it. */
export function readQuestion(place: Place, lines: QuizLine[], problems: Problems): WrittenQuestion {
  const head = readQuestionHead(lines, place, problems)
  const authoring = authoringOf({ type: writtenAs(head, lines, problems) })
  const own = authoring.read({ head, lines, place }, problems)
  const question = {
    place,
    id: head.written('id'),
    head,
    ...own,
    ...takeHints(own.stem, problems),
  } as unknown as WrittenQuestion
  if (question.stem.tokens.length === 0) {
    const message = `the question has no stem; write the question between the comment and the ${authoring.follows}`
    problems.error('S37', place, message)
  }
  refuseKeys(head, authoring.keys, problems)
  if (!authoring.hasParts) refuseParts(lines, place, problems)
  return question
}

/** Reports keys that belong to other types of question. */
function refuseKeys(head: Placed<QuestionHead>, own: readonly string[], problems: Problems): void {
  for (const key of ownKeys) {
    if (own.includes(key) || head.raw(key) === undefined) continue
    const types = Object.entries(authoredTypes).filter(([, { keys }]) => keys.includes(key))
    const names = types.map(([name]) => name).join(' or ')
    problems.error('S38', head.at(key), `"${key}" belongs to questions of type ${names}; take it away`)
  }
}

function refuseParts(lines: readonly QuizLine[], { path }: Place, problems: Problems): void {
  for (const line of lines) {
    if (!isPartHeading(line)) continue
    const message = 'a heading of level 4 in the quiz; each question has "### ", and nothing follows the quiz'
    problems.error('S20', { path, line: line.number }, message)
  }
}
