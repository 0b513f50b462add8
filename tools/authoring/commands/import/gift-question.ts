import type {
  GIFTQuestion,
  MultipleChoice,
  Numerical,
  NumericalChoice,
  NumericalFormat,
  TextChoice,
  TextFormat,
  TrueFalse,
} from 'gift-pegjs'

import type { Locale } from '../../../../formats/locales.ts'
import { QuestionHead } from '../../files/schemas.ts'
import { hasTooMany } from './limits.ts'
import type { Leave, Taken } from './taken.ts'
import { type TextFormat as Format, toLine, toMarkdown } from './to-markdown.ts'
import { trueFalse } from './true-false.ts'

type Answer = Taken['answer']
type Answered = Exclude<GIFTQuestion, { type: 'Category' | 'Description' | 'Essay' }>

/** A question of GIFT as Navet can hold it; undefined where it cannot, which is said. */
export function takeGift(question: GIFTQuestion, language: Locale, leave: Leave): Omit<Taken, 'line'> | undefined {
  if (question.type === 'Category') return leave(`the category "${question.title}": Navet has none`)
  if (question.type === 'Description') return leave('a text without a question')
  if (question.type === 'Essay') return leave('a question that is answered in own words: Navet marks none')
  const answers =
    'choices' in question ? [question.choices].flat() : 'matchPairs' in question ? question.matchPairs : []
  if (hasTooMany(answers, leave)) return undefined
  const answer = answerOf(question, language, leave)
  if (!answer) return undefined
  if (question.hasEmbeddedAnswers) leave('the place of the answer within its sentence, which stands as _____')
  const stem = toMarkdown(question.stem.text, formats[question.stem.format], leave)
  return { name: question.title ?? question.id ?? '', stem, answer, ...labelsOf(question.tags ?? [], leave) }
}

/** courses:export writes an outcome and a kind as tags. */
function labelsOf(tags: readonly string[], leave: Leave): Pick<Taken, 'competence' | 'kind'> {
  const kinds: readonly string[] = QuestionHead.shape.kind.options
  const competence = tags.find((tag) => /^[A-Z]{3}-\d[a-z]$/.test(tag))
  const kind = tags.find((tag) => kinds.includes(tag))
  const others = tags.filter((tag) => tag !== competence && tag !== kind)
  if (others.length > 0) leave(`the tags ${others.map((tag) => `"${tag.slice(0, 40)}"`).join(', ')}`)
  return { competence, kind }
}

function answerOf(question: Answered, language: Locale, leave: Leave): Answer | undefined {
  const reason = lineOf(question.globalFeedback, leave)
  switch (question.type) {
    case 'TF':
      return truthOf(question, language, reason, leave)
    case 'MC':
      return optionsOf(question, reason, leave)
    case 'Short': {
      const { whole, wrong } = sorted(question.choices, leave)
      const answers = whole.map(({ text }) => text.text.replaceAll('\\*', '*'))
      return { form: 'words', answers, ...reasons(whole[0]?.feedback, wrong, reason, leave) }
    }
    case 'Numerical':
      return amountOf(question, reason, leave)
    case 'Matching': {
      const rows = question.matchPairs.map(({ subquestion, subanswer }): [string, string] => [
        lineOf(subquestion, leave),
        toLine(subanswer, 'plain', leave),
      ])
      return { form: 'rows', rows, right: reason, wrong: '' }
    }
  }
}

function truthOf(
  { isTrue, trueFeedback, falseFeedback }: TrueFalse,
  language: Locale,
  reason: string,
  leave: Leave,
): Answer {
  // Whatever the parser calls them: the first is for a wrong answer, the second for a right one.
  const [wrong, right] = [lineOf(trueFeedback, leave), lineOf(falseFeedback, leave)]
  const options = trueFalse[language].map((text, i) => {
    const isRight = isTrue === (i === 0)
    return { text, right: isRight, feedback: (isRight ? right : wrong) || reason }
  })
  return { form: 'picks', options }
}

function optionsOf({ choices }: MultipleChoice, reason: string, leave: Leave): Answer {
  if (reason) leave(`the reason for every answer, for each option has its own: "${reason.slice(0, 60)}"`)
  // Where one is wholly right, one is to be picked, and what is right in part is not right; else several are.
  const isOne = choices.some(({ isCorrect }) => isCorrect)
  if (isOne && choices.some(({ weight }) => (weight ?? 0) > 0))
    leave('that options are right in part: they stand as wrong')
  const options = choices.map((choice) => ({
    text: lineOf(choice.text, leave),
    right: isOne ? choice.isCorrect : (choice.weight ?? 0) > 0,
    feedback: lineOf(choice.feedback, leave),
  }))
  return { form: 'picks', options }
}

function amountOf({ choices }: Numerical, reason: string, leave: Leave): Answer | undefined {
  const all = Array.isArray(choices) ? choices : [choiceOf(choices)]
  const { whole, wrong } = sorted(all, leave)
  const [first, ...more] = whole
  const amount = first && amountIn(first.text)
  if (!amount) return leave('a number without a right answer')
  if (more.length > 0) leave(`more right answers (${more.length}): Navet has one, and how far from it`)
  return { form: 'amount', ...amount, unit: '', ...reasons(first.feedback, wrong, reason, leave) }
}

function choiceOf(text: NumericalFormat): NumericalChoice {
  return { isCorrect: true, weight: null, text, feedback: null }
}

function amountIn({
  type,
  number,
  range,
  numberHigh,
  numberLow,
}: NumericalFormat): { answer: number; tolerance: number } | undefined {
  if (type !== 'high-low') return number === undefined ? undefined : { answer: number, tolerance: range ?? 0 }
  if (numberHigh === undefined || numberLow === undefined) return undefined
  return { answer: shorter((numberHigh + numberLow) / 2), tolerance: shorter(Math.abs(numberHigh - numberLow) / 2) }
}

/** Decimals have no exact binary form. */
function shorter(number: number): number {
  return Number(number.toPrecision(12))
}

/** What is wholly right, and the reason for all else; what is right in part is left. */
function sorted<Choice extends TextChoice | NumericalChoice>(
  choices: readonly Choice[],
  leave: Leave,
): { whole: Choice[]; wrong: TextFormat | null } {
  const worth = (choice: Choice) => choice.weight ?? (choice.isCorrect ? 100 : 0)
  const partly = choices.filter((choice) => worth(choice) > 0 && worth(choice) < 100).length
  if (partly > 0) leave(`answers that are right in part (${partly}): Navet's are right or wrong`)
  const wrong = choices.filter((choice) => worth(choice) <= 0)
  const other = wrong.filter(({ text }) => !('text' in text) || text.text !== '*').length
  if (other > 0) leave(`the reasons of single wrong answers (${other}): Navet has one for all`)
  const rest = wrong.find(({ text }) => 'text' in text && text.text === '*')
  return { whole: choices.filter((choice) => worth(choice) === 100), wrong: rest?.feedback ?? null }
}

function reasons(right: TextFormat | null | undefined, wrong: TextFormat | null, any: string, leave: Leave) {
  return { right: lineOf(right, leave) || any, wrong: lineOf(wrong, leave) }
}

const formats: Record<TextFormat['format'], Format> = {
  moodle: 'html',
  html: 'html',
  markdown: 'markdown',
  plain: 'plain',
}

function lineOf(text: TextFormat | null | undefined, leave: Leave): string {
  return text ? toLine(text.text, formats[text.format], leave) : ''
}
