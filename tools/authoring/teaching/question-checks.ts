import type { Locale } from '../../../worker/courses/catalogue.ts'
import type { WrittenOption } from '../options.ts'
import type { Place, Problems } from '../problem.ts'
import type { WrittenQuestion } from '../written-question.ts'
import { sentencesOf, wordsOf } from './measure.ts'
import { checkOptions } from './option-checks.ts'
import { textOf } from './prose.ts'
import { bareNo, boldTwo, negativeQuestion, subordinate, verdict } from './words.ts'

/** Q03–Q06, Q08, Q10–Q12, Q14, Q15 and Q20: what one question has to be in one language. */
export function checkQuestion(question: WrittenQuestion, locale: Locale, problems: Problems): void {
  checkStem(question, locale, problems)
  checkFeedback(question, locale, problems)
  if (question.type === 'single' || question.type === 'multiple') checkOptions(question, problems)
}

function checkStem({ stem, type, place }: WrittenQuestion, locale: Locale, problems: Problems): void {
  const text = textOf(stem)
  if (text === '') return
  const words = wordsOf(text).length
  if (words < 12 || words > 60)
    problems.warning('Q12', stem.place, `the stem has ${words} words; 12–60 give a situation and one question`)
  const last = sentencesOf(text).at(-1) ?? ''
  if (!/\?["”’)]*\s*$/.test(text)) {
    problems.error(
      'Q11',
      stem.place,
      'the stem does not end with a question mark; ask one question that can be answered with the options covered',
    )
  } else {
    const negative = negativeQuestion[locale].exec(last.replace(subordinate[locale], ' '))?.[0]
    if (negative)
      problems.error(
        'Q10',
        stem.place,
        `the question is negative ("${negative}"); under stress the word is missed, so ask for what is right`,
      )
  }
  if (type === 'multiple' && !boldTwo.test(stem.text)) {
    problems.error(
      'Q03',
      place,
      `the stem does not say how many are right; write ${locale === 'sv' ? '"Vilka **två** …?"' : '"Which **two** …?"'}`,
    )
  }
}

function checkFeedback(question: WrittenQuestion, locale: Locale, problems: Problems): void {
  const { options, feedback } = question
  const keys = options.filter((option) => option.right).map((option) => textOf(option.text).toLowerCase())
  for (const option of options) {
    checkExplanation(textOf(option.feedback), placeOf(option), locale, problems)
    if (!option.right) checkNo(textOf(option.feedback), keys, placeOf(option), problems)
  }
  for (const piece of feedback ? [feedback.right, feedback.wrong] : []) {
    checkExplanation(textOf(piece), piece.place, locale, problems)
  }
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
