import type { InBoth, Question, QuestionText, QuestionType } from '../../worker/courses/catalogue.ts'
import { keyHashOf, textHashOf, versionOf } from './hashes.ts'
import { renderInline, renderStem } from './markdown.ts'
import { didYouMean } from './near-miss.ts'
import type { Place, Problems } from './problem.ts'
import type { WrittenQuestion } from './quiz.ts'

const supported: QuestionType[] = ['single', 'multiple']

/** Puts the two languages of a question together, and reports where they disagree. */
export function joinQuestion(
  sv: WrittenQuestion,
  en: WrittenQuestion,
  outcomes: ReadonlySet<string>,
  problems: Problems,
): Question | undefined {
  const before = problems.all.length
  const type = typeOf(sv, problems)
  checkOutcome(sv, outcomes, problems)
  checkParity(sv, en, problems)
  if (!type || problems.all.length > before) return undefined

  const { id, competence, kind } = sv.head.value
  const key = keyOf(sv)
  const keyHash = keyHashOf({ type, options: sv.options.length, key, competence })
  const textHash: InBoth<string> = { sv: textHashOf(sv), en: textHashOf(en) }
  return {
    id,
    version: versionOf(keyHash, textHash),
    keyHash,
    textHash,
    type,
    kind,
    competence,
    key,
    text: { sv: textOf(sv, 'sv'), en: textOf(en, 'en') },
  }
}

function keyOf(question: WrittenQuestion): number[] {
  return question.options.flatMap((option, ordinal) => (option.right ? [ordinal] : []))
}

/** Single or multiple is read from the number of right options. */
function typeOf(question: WrittenQuestion, problems: Problems): QuestionType | undefined {
  const { type } = question.head.value
  if ((type && !supported.includes(type as QuestionType)) || question.head.value.answer !== undefined) {
    problems.error(
      'S27',
      question.head.at('type'),
      `questions of type ${type ?? 'number or text'} are not supported yet; write a task list`,
    )
    return undefined
  }
  const right = keyOf(question).length
  if (right === 1) return 'single'
  if (right === 2) return 'multiple'
  problems.error(
    'S28',
    question.place,
    right === 0
      ? 'no option is marked as right; write "- [x]" for it'
      : `${right} options are marked as right; a single question has one [x], a multiple one two`,
  )
  return undefined
}

function checkOutcome(question: WrittenQuestion, outcomes: ReadonlySet<string>, problems: Problems): void {
  const { competence } = question.head.value
  if (outcomes.size === 0 || outcomes.has(competence)) return // an unreadable framework is reported once, where it is
  problems.error(
    'S29',
    question.head.at('competence'),
    `competence ${competence} does not exist${didYouMean(competence, outcomes)}`,
  )
}

function checkParity(sv: WrittenQuestion, en: WrittenQuestion, problems: Problems): void {
  const say = (what: string, place: Place = en.place) =>
    problems.error('S12', place, `${what} than in Swedish; both languages must agree`)
  if (sv.options.length !== en.options.length)
    say(`${en.options.length} options instead of ${sv.options.length}, so another number`)
  else if (String(keyOf(sv)) !== String(keyOf(en))) say('another option is marked as right')
  if (sv.head.value.competence !== en.head.value.competence) say('another competence', en.head.at('competence'))
  if (sv.head.value.kind !== en.head.value.kind) say('another kind', en.head.at('kind'))
}

function textOf(question: WrittenQuestion, locale: 'sv' | 'en'): QuestionText {
  return {
    stem: renderStem(question.stem, { locale }),
    options: question.options.map(({ text, feedback }) => ({
      text: renderInline(text, { locale }),
      feedback: renderInline(feedback, { locale }),
    })),
  }
}
