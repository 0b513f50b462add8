import { lexBlocks, type Markdown } from './markdown.ts'
import { isOption, readOptions, type WrittenOption } from './options.ts'
import { isItem, readItems } from './order-items.ts'
import { splitPassage } from './passage.ts'
import type { Place, Problems } from './problem.ts'
import { splitFeedback } from './question-feedback.ts'
import { formOf, type QuestionForm } from './question-form.ts'
import { readQuestionHead } from './question-head.ts'
import type { WrittenQuestion } from './written-question.ts'
import type { QuizLine } from './quiz-lines.ts'
import { fitsStem } from './render-phrases.ts'
import type { QuestionHead } from './schemas.ts'
import { readNumber, readVariants, refuseKeys } from './written-answer.ts'
import type { Placed } from './yaml-source.ts'

/** Reads one question; `place` is its heading, `lines` are those under it. */
export function readQuestion(place: Place, lines: QuizLine[], problems: Problems): WrittenQuestion {
  const head = readQuestionHead(lines, place, problems)
  const form = formOf(head, lines, problems)
  const hasOptions = form === 'options' || form === 'spot'
  const read = hasOptions ? readWithOptions : readWithFeedback
  const question = { place, id: head.written('id'), head, ...none, ...read({ form, head, lines, place }, problems) }
  if (question.stem.tokens.length === 0) {
    const next = hasOptions ? 'options' : 'feedback'
    problems.error('S37', place, `the question has no stem; write the question between the comment and the ${next}`)
  }
  return question
}

const none = { options: [], passage: undefined, items: [], answer: undefined, feedback: undefined }

type Parts = Pick<WrittenQuestion, 'type' | 'stem'> & Partial<WrittenQuestion>

interface Source {
  form: QuestionForm
  head: Placed<QuestionHead>
  lines: QuizLine[]
  place: Place
}

function readWithOptions({ form, head, lines, place }: Source, problems: Problems): Parts {
  const [before, list] = splitAt(lines, lines.findIndex(isOption))
  const stem = readStem(before, place, problems)
  const options = readOptions(place.path, list, problems)
  refuseKeys(head, ['answer', 'tolerance', 'unit'], 'text or number', problems)
  if (options.length === 0)
    problems.error('S23', place, 'the question has no options; write them as a task list: "- [ ] …" and "- [x] …"')
  if (form === 'options') return { type: typeOf(options), stem, options }
  return { type: 'spot', options, ...splitPassage(stem, place, problems) }
}

/** Single or multiple is read from the number of right options. */
function typeOf(options: readonly WrittenOption[]): 'single' | 'multiple' | undefined {
  const right = options.filter((option) => option.right).length
  return right === 1 ? 'single' : right === 2 ? 'multiple' : undefined
}

function readWithFeedback({ form, head, lines, place }: Source, problems: Problems): Parts {
  const { body, feedback } = splitFeedback(lines, place, problems)
  const box = body.find(isOption)
  if (box)
    problems.error('S38', { path: place.path, line: box.number }, `a question of type ${form} has no "[ ]" boxes`)
  if (form === 'order') {
    const [before, list] = splitAt(body, body.findIndex(isItem))
    refuseKeys(head, ['answer', 'tolerance', 'unit'], 'text or number', problems)
    const stem = readStem(before, place, problems)
    return { type: 'order', stem, items: readItems(list, place, problems), feedback }
  }
  const stem = readStem(body, place, problems)
  if (form === 'text') return { type: 'text', stem, answer: readVariants(head, problems), feedback }
  return { type: 'number', stem, answer: readNumber(head, problems), feedback }
}

function splitAt<T>(list: readonly T[], index: number): [T[], T[]] {
  return index === -1 ? [[...list], []] : [list.slice(0, index), list.slice(index)]
}

function readStem(lines: readonly QuizLine[], place: Place, problems: Problems): Markdown {
  const first = lines.findIndex((line) => line.text.trim() !== '')
  const text =
    first === -1
      ? ''
      : lines
          .slice(first)
          .map((line) => line.text)
          .join('\n')
          .trimEnd()
  const stem = lexBlocks(text, first === -1 ? place : { path: place.path, line: lines[first]!.number }, problems)
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
