import { lexBlocks, type Markdown } from './markdown.ts'
import { isOption, readOptions, type WrittenOption } from './options.ts'
import type { Place, Problems } from './problem.ts'
import { readQuestionHead } from './question-head.ts'
import { type QuizLine, quizLines } from './quiz-lines.ts'
import { fitsStem } from './render-phrases.ts'
import type { QuestionHead } from './schemas.ts'
import type { Placed } from './yaml-source.ts'

/** A question as it stands in one file, before both languages are put together. */
export interface WrittenQuestion {
  /** Its heading. */
  place: Place
  /** Known also when something else in its comment is wrong; undefined when it cannot be read. */
  id: string | undefined
  head: Placed<QuestionHead>
  stem: Markdown
  options: WrittenOption[]
}

/**
 * Reads the questions of a quiz: a level-3 heading, a comment with the question's YAML, the stem, a task list with
 * a quote line of feedback under every option. `place` is the text's first line.
 */
export function readQuestions(text: string, place: Place, problems: Problems): WrittenQuestion[] {
  const { path } = place
  return splitAtHeadings(path, quizLines(text, place, problems), problems).map((block) =>
    readQuestion(path, block, problems),
  )
}

interface Block {
  heading: number
  lines: QuizLine[]
}

function splitAtHeadings(path: string, lines: readonly QuizLine[], problems: Problems): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const level = line.inCode ? 0 : (/^\s{0,3}(#{1,6})(\s|$)/.exec(line.text)?.[1]?.length ?? 0)
    const place = { path, line: line.number }
    if (level === 3) blocks.push({ heading: line.number, lines: [] })
    else if (level > 0) {
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

function readQuestion(path: string, { heading, lines }: Block, problems: Problems): WrittenQuestion {
  const place = { path, line: heading }
  const head = readQuestionHead(lines, place, problems)
  const first = lines.findIndex(isOption)
  const stem = readStem(path, first === -1 ? lines : lines.slice(0, first), place, problems)
  const options = first === -1 ? [] : readOptions(path, lines.slice(first), problems)
  const question = { place, id: head.written('id'), head, stem, options }
  checkType(question, problems)
  if (!stem.text)
    problems.error('S37', place, 'the question has no stem; write the question between the comment and the options')
  return question
}

function readStem(path: string, lines: readonly QuizLine[], place: Place, problems: Problems): Markdown {
  const first = lines.findIndex((line) => line.text.trim() !== '')
  const text =
    first === -1
      ? ''
      : lines
          .slice(first)
          .map((line) => line.text)
          .join('\n')
          .trimEnd()
  const stem = lexBlocks(text, first === -1 ? place : { path, line: lines[first]!.number }, problems)
  for (const token of stem.tokens) {
    if (fitsStem(token)) continue
    problems.error(
      'S36',
      stem.place,
      `a ${token.type} cannot stand in a question; use paragraphs, quotes, lists and code`,
    )
  }
  return stem
}

/** Other types come later; until then none of them may be taken for a badly written task list. */
function checkType({ head, place, stem, options }: WrittenQuestion, problems: Problems): void {
  const type = unsupportedType(head, stem, options.length)
  if (type) {
    const message = `questions of type "${type}" are not supported yet; write a task list with "- [ ] " and "- [x] "`
    problems.error('S27', head.value?.type ? head.at('type') : place, message)
  } else if (options.length === 0) {
    problems.error('S23', place, 'the question has no options; write them as a task list: "- [ ] …" and "- [x] …"')
  }
}

function unsupportedType({ value }: Placed<QuestionHead>, stem: Markdown, options: number): string | undefined {
  if (value?.type && value.type !== 'single' && value.type !== 'multiple') return value.type
  if (value?.answer !== undefined) return Array.isArray(value.answer) ? 'text' : 'number'
  const lists = stem.tokens.filter((token) => token.type === 'list')
  return options === 0 && lists.some((list) => 'ordered' in list && list.ordered === true) ? 'order' : undefined
}
