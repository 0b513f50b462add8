import type { WrittenOption } from './options.ts'
import type { Markdown } from '../markdown/markdown.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { wordsOf } from '../language/measure.ts'
import { textOf } from '../markdown/prose.ts'
import { bannedOptions } from '../language/words.ts'

/** A choice of one or of two options. */
interface Choice {
  place: Place
  stem: Markdown
  options: readonly WrittenOption[]
}

/** An option's words, without comments. */
export function optionText(option: WrittenOption): string {
  return textOf(option.text)
}

/** Q02, Q06, Q08, Q12, Q14, Q15 and Q20 of a single or multiple choice. */
export function checkOptions(question: Choice, problems: Problems): void {
  checkCount(question, problems)
  checkLengths(question, problems)
  checkTexts(question, problems)
  checkOverlap(question, problems)
  checkGiveaway(question, problems)
}

function checkCount({ options, place }: Choice, problems: Problems): void {
  if (options.filter((option) => option.right).length === 1) {
    if (options.length === 4)
      problems.warning('Q02', place, '4 options; three good ones are enough, and the fourth is seldom chosen')
    else if (options.length !== 3) problems.error('Q02', place, `${options.length} options; a single choice has three`)
  } else if (options.length < 4 || options.length > 5) {
    problems.error('Q02', place, `${options.length} options; a choice of two has 4 or 5`)
  }
}

/** Length of the key ÷ mean length of the distractors, in characters; two keys count by their mean. */
function lengthRatio(options: readonly WrittenOption[]): number {
  const lengths = (right: boolean) =>
    options.filter((option) => option.right === right).map((option) => [...optionText(option)].length)
  return mean(lengths(true)) / mean(lengths(false))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function checkLengths({ options, place }: Choice, problems: Problems): void {
  const ratio = lengthRatio(options)
  if (!Number.isFinite(ratio) || (ratio >= 0.75 && ratio <= 1.25)) return
  const message = `the right option is ${ratio.toFixed(2)} times as long as the wrong ones; 0.75–1.25, or its length gives it away`
  if (ratio < 0.6 || ratio > 1.5) problems.error('Q06', place, message)
  else problems.warning('Q06', place, message)
}

function checkTexts({ options }: Choice, problems: Problems): void {
  for (const option of options) {
    const text = optionText(option)
    const words = wordsOf(text).length
    if (words > 18)
      problems.warning('Q12', option.place, `the option has ${words} words; at most 18 are compared in one glance`)
    const banned = bannedOptions.exec(text)?.[0]
    if (banned)
      problems.error(
        'Q08',
        option.place,
        `"${banned}" tests reading of options, not the subject; write a thing that somebody would do`,
      )
    if (!option.right && !/<!--\s*m:\s*\S[^>]*-->/.test(option.raw)) {
      problems.warning(
        'Q20',
        option.place,
        'the option does not name the misconception that it catches; end the line with <!-- m: name=what is believed -->',
      )
    }
  }
}

function checkOverlap({ options }: Choice, problems: Problems): void {
  const sets = options.map((option) => new Set(wordsOf(optionText(option).toLowerCase())))
  for (const [i, one] of sets.entries()) {
    for (const [j, other] of sets.slice(0, i).entries()) {
      const shared = [...one].filter((word) => other.has(word)).length
      const share = shared / Math.max(one.size, other.size)
      if (share > 0.8)
        problems.warning(
          'Q14',
          options[i]!.place,
          `options ${j + 1} and ${i + 1} share ${Math.round(share * 100)} % of their words; let them differ in what counts`,
        )
    }
  }
}

function checkGiveaway({ stem, options, place }: Choice, problems: Problems): void {
  const long = (text: string) => wordsOf(text.toLowerCase()).filter((word) => [...word].length > 3)
  const inStem = new Set(long(textOf(stem)))
  const wrong = new Set(options.filter((option) => !option.right).flatMap((option) => long(optionText(option))))
  const right = new Set(options.filter((option) => option.right).flatMap((option) => long(optionText(option))))
  const giveaway = [...right].filter((word) => inStem.has(word) && !wrong.has(word))
  if (giveaway.length < 2) return
  problems.warning(
    'Q15',
    place,
    `${giveaway.map((word) => `"${word}"`).join(', ')} stand in the stem and in the right option only; that gives it away`,
  )
}
