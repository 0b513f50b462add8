import { isOption } from './options.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { type QuizLine, quizLines } from '../markdown/quiz-lines.ts'
import { readQuestion } from './read-question.ts'
import type { WrittenQuestion } from './registry.ts'

/**
 * Reads the questions of a quiz: a level-3 heading, a comment with the question's YAML, the stem, and then what its
 * type asks for: a task list with a quote line of feedback under every option, or a numbered list or nothing, with
 * two quotes of feedback. `place` is the text's first line.
 */
export function readQuestions(text: string, place: Place, problems: Problems): WrittenQuestion[] {
  const { path } = place
  const blocks = splitAtHeadings(path, quizLines(text, place, problems), problems)
  const left = blocks[mostQuestions]
  if (left) {
    const message = `more than ${mostQuestions} questions in a file; the rest is not read`
    problems.error('S20', { path, line: left.heading }, message)
  }
  return blocks
    .slice(0, mostQuestions)
    .map((block) => readQuestion({ path, line: block.heading }, block.lines, problems))
}

/** Questions are compared each with each. */
const mostQuestions = 2000

interface Block {
  heading: number
  lines: QuizLine[]
}

function splitAtHeadings(path: string, lines: readonly QuizLine[], problems: Problems): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const level = line.inCode ? 0 : (/^\s{0,3}(#{1,6})(\s|$)/.exec(line.text)?.[1]?.length ?? 0)
    const place = { path, line: line.number }
    if (level === 3) {
      reportTitle(line, place, problems)
      blocks.push({ heading: line.number, lines: [] })
    } else if (level > 0 && !(level === 4 && blocks.length > 0)) {
      problems.error(
        'S20',
        place,
        `a heading of level ${level} in the quiz; each question has "### ", and nothing follows the quiz`,
      )
    } else if (blocks.length > 0) blocks.at(-1)!.lines.push(line)
    else if (line.text.trim() !== '') {
      problems.error('S20', place, 'text before the first question; begin each question with a level-3 heading (### …)')
      if (isOption(line)) break
    }
  }
  return blocks
}

/** A question is shown by its place, so whatever else its heading says would be lost. */
function reportTitle({ text }: QuizLine, place: Place, problems: Problems): void {
  const title = text.replace(/^\s*#+|#+\s*$/g, '').trim()
  if (/^(?:(?:Fråga|Question)\s*)?\d*[.:]?$/iu.test(title)) return
  const message = `"${title.slice(0, 40)}" is shown nowhere; write "### Fråga 1" or "### Question 1", and the words in the stem`
  problems.error('S20', place, message)
}
