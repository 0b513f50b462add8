import type { Locale } from '../../../formats/locales.ts'
import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'
import { isOption, type WrittenOption } from './options.ts'
import type { Problems } from '../problems/problem.ts'
import { checkOptionFeedback } from './feedback-checks.ts'
import { checkOptions } from './option-checks.ts'
import { boldTwo } from '../language/words.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import {
  answersOf,
  checkEqual,
  countRight,
  optionsText,
  readWithOptions,
  rightOf,
  withOptions,
  type WithOptions,
} from './with-options.ts'

/** Single or multiple is read from the number of right options. */
export interface WrittenChoice extends WithOptions {
  type: 'single' | 'multiple'
  /** One or two options are right, and not all. Anything else is reported. */
  fits: boolean
}

export const choice: TypeAuthoring<WrittenChoice, ChoiceQuestion> = {
  ...withOptions,
  isSeenIn: (head, lines) => head.raw('answer') === undefined && lines.some(isOption),
  read(source, problems) {
    const { stem, options } = readWithOptions(source, problems)
    const right = countRight(options)
    return { type: right === 2 ? 'multiple' : 'single', fits: right === 1 || right === 2, stem, options }
  },
  check(question, problems) {
    if (question.options.length === 0) return
    checkEqual(question.options, problems)
    checkRight(question, problems)
  },
  teach(question, locale, problems) {
    if (question.fits) checkTwo(question, locale, problems)
    checkOptionFeedback(question.options, locale, problems)
    if (question.fits) checkOptions(question, problems)
  },
  isWhole: ({ fits }) => fits,
  pieces: ({ options }) => options.flatMap(({ text, feedback }) => [text, feedback]),
  compile: ({ type, options }) => ({ type, key: rightOf(options) }),
  text: optionsText,
  asks: ({ options }) => answersOf(options),
  cues: ({ fits, options }): WrittenOption[] => (fits ? options : []),
}

function checkRight({ head, options, place }: WrittenChoice, problems: Problems): void {
  const type = head.value?.type
  const right = countRight(options)
  if (right === 0) problems.error('S28', place, 'no option is marked as right; write "- [x]" for it')
  else if (options.length === 1) problems.error('S23', place, 'the question has one option only; add the wrong ones')
  else if (right > 2)
    problems.error('S28', place, `${right} options are right; a single question has one [x], a multiple one two`)
  else if (right === options.length) problems.error('S28', place, 'every option is right; add the wrong ones')
  else if ((type === 'single' && right !== 1) || (type === 'multiple' && right !== 2)) {
    problems.error(
      'S28',
      head.at('type'),
      `type: ${type} does not fit ${right} right options; leave the type out, it is read from the [x]`,
    )
  }
}

function checkTwo({ type, stem, place }: WrittenChoice, locale: Locale, problems: Problems): void {
  if (type !== 'multiple' || stem.text === '' || boldTwo.test(stem.text)) return
  const example = locale === 'sv' ? '"Vilka **två** …?"' : '"Which **two** …?"'
  problems.error('Q03', place, `the stem does not say how many are right; write ${example}`)
}
