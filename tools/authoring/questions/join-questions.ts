import type { InBoth, Question } from '../../../formats/catalogue/catalogue.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import { checkMarkdown } from '../markdown/check-markdown.ts'
import { joinQuestion } from './join-question.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from './registry.ts'
import { checkExists } from '../files/shared-files.ts'

/**
 * Checks the questions of a lesson or a pool and puts the languages together by id, in the Swedish order. `easy`: in
 * easy Swedish, where that exists.
 */
export function joinQuestions(
  { sv, en }: InBoth<WrittenQuestion[]>,
  contexts: InBoth<MarkdownContext>,
  problems: Problems,
  easy?: readonly WrittenQuestion[],
): Question[] {
  checkQuestions(sv, contexts.sv, problems)
  checkQuestions(en, contexts.en, problems)
  for (const question of en) reportMissing(question, sv, 'Swedish', problems)
  reportOrder(sv, en, problems)
  if (easy) checkEasyQuestions(sv, easy, contexts.sv, problems)
  return sv.flatMap((question) => {
    const other = en.find((candidate) => candidate.id !== undefined && candidate.id === question.id)
    if (!other) reportMissing(question, en, 'English', problems)
    const easier = easy?.find((candidate) => candidate.id !== undefined && candidate.id === question.id)
    return (other && joinQuestion({ sv: question, en: other }, contexts, problems, easier)) ?? []
  })
}

/** A file in easy Swedish has all questions of its own, in the same order. */
function checkEasyQuestions(
  sv: readonly WrittenQuestion[],
  easy: readonly WrittenQuestion[],
  context: MarkdownContext,
  problems: Problems,
): void {
  checkQuestions(easy, context, problems)
  for (const question of easy) reportMissing(question, sv, 'Swedish', problems, 'S64')
  for (const question of sv) reportMissing(question, easy, 'easy Swedish', problems, 'S64')
  reportOrder(sv, easy, problems, 'S64')
}

/** Reports ids used twice among all questions of a course in one language. */
export function reportDoubles(questions: readonly WrittenQuestion[], problems: Problems): void {
  const seen = new Map<string, WrittenQuestion>()
  for (const question of questions) {
    const { id, head } = question
    if (id === undefined) continue
    const other = seen.get(id)
    if (other) {
      const { path, line } = other.place
      problems.error(
        'S13',
        head.at('id'),
        `question id ${id} is used twice in this course; the other is at ${path}:${line}`,
      )
    } else seen.set(id, question)
  }
}

/** What can be said of the questions of one file, whether or not the other language is there. */
export function checkQuestions(
  questions: readonly WrittenQuestion[],
  context: MarkdownContext,
  problems: Problems,
): void {
  for (const question of questions) checkQuestion(question, context, problems)
}

function checkQuestion(question: WrittenQuestion, context: MarkdownContext, problems: Problems): void {
  const { head, stem } = question
  const authoring = authoringOf(question)
  const competence = head.written('competence')
  if (competence !== undefined) checkExists(competence, context.shared.outcomes, head.at('competence'), problems)
  authoring.check(question, problems)
  for (const part of [stem, ...question.hints, ...authoring.pieces(question)]) checkMarkdown(part, context, 'question')
}

/**
 * While a question's id cannot be read, none is said to be missing: that one may be it. Nor is every one when the
 * whole file is to come, which has been reported.
 */
function reportMissing(
  question: WrittenQuestion,
  others: readonly WrittenQuestion[],
  language: string,
  problems: Problems,
  check: 'S12' | 'S64' = 'S12',
): void {
  const { id, head } = question
  const ids = others.map((other) => other.id)
  if (id === undefined || others.length === 0 || ids.includes(id) || ids.includes(undefined)) return
  const near = didYouMean(
    id,
    ids.filter((other) => other !== undefined),
  )
  problems.error(check, head.at('id'), `question ${id} is not in the ${language} file${near}`)
}

function reportOrder(
  sv: readonly WrittenQuestion[],
  en: readonly WrittenQuestion[],
  problems: Problems,
  check: 'S12' | 'S64' = 'S12',
): void {
  const common = (from: readonly WrittenQuestion[], to: readonly WrittenQuestion[]) =>
    from.filter(({ id }) => id !== undefined && to.some((other) => other.id === id))
  const [order, theirs] = [common(en, sv), common(sv, en)]
  const moved = order.find((question, i) => question.id !== theirs[i]?.id)
  if (!moved) return
  const message = `question ${moved.id} stands in another place than in Swedish; keep the same order in both`
  problems.error(check, moved.head.at('id'), message)
}
