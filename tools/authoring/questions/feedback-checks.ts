import type { Locale } from '../../../formats/locales.ts'
import type { WrittenOption } from './options.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { WrittenFeedback } from './question-feedback.ts'
import { sentencesOf, wordsOf } from '../language/measure.ts'
import { textOf } from '../markdown/prose.ts'
import { bareNo, verdict } from '../language/words.ts'

/** Q04 and Q05 of the feedback under each option. */
export function checkOptionFeedback(options: readonly WrittenOption[], locale: Locale, problems: Problems): void {
  const keys = options.filter((option) => option.right).map((option) => textOf(option.text).toLowerCase())
  for (const option of options) {
    checkExplanation(textOf(option.feedback), placeOf(option), locale, problems)
    if (!option.right) checkNo(textOf(option.feedback), keys, placeOf(option), problems)
  }
}

/** Q04 of the feedback for a right answer and for a wrong one. */
export function checkOutcomeFeedback(feedback: WrittenFeedback | undefined, locale: Locale, problems: Problems): void {
  for (const piece of feedback ? [feedback.right, feedback.wrong] : [])
    checkExplanation(textOf(piece), piece.place, locale, problems)
}

function placeOf(option: WrittenOption): Place {
  return option.feedback.text ? option.feedback.place : option.place
}

function checkExplanation(text: string, place: Place, locale: Locale, problems: Problems): void {
  if (text === '' || bareNo.test(text)) return
  const counted = text.replace(verdict[locale], '')
  const [words, sentences] = [wordsOf(counted).length, sentencesOf(counted).length]
  if (words < 8 || words > 30) {
    const advice = words < 8 ? 'say why it tempts and why it falls' : 'keep the reason that helps most'
    problems.error('Q04', place, `the feedback has ${words} words; 8–30, so ${advice}`)
  } else if (sentences > 3) problems.error('Q04', place, `the feedback has ${sentences} sentences; 1–3`)
}

function checkNo(text: string, keys: readonly string[], place: Place, problems: Problems): void {
  if (bareNo.test(text))
    problems.error('Q05', place, `"${text}" teaches nothing; say why the option tempts and why it falls`)
  else if (keys.some((key) => key.length > 10 && text.toLowerCase().includes(key.replace(/[.!]$/, '')))) {
    problems.error('Q05', place, 'the feedback repeats the right option; say what is wrong with this one')
  }
}
