import type { Tokens } from 'marked'

import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Problems } from '../problems/problem.ts'
import { authoringOf, type WrittenQuestion } from '../questions/registry.ts'
import { sentencesOf, wordsOf } from '../language/measure.ts'
import { withoutCaptions } from '../markdown/figures.ts'
import { textOf, tokensOf } from '../markdown/prose.ts'
import { checkAlt } from './picture-checks.ts'
import { negativeQuestion, subordinate } from '../language/words.ts'

const inQuestion = 'say what it shows, for whoever answers without seeing it'

/** Q03–Q06, Q08, Q10–Q12, Q14, Q15, Q20 and L13: what one question has to be in one language. */
export function checkQuestion(question: WrittenQuestion, locale: Locale, problems: Problems): void {
  checkStem(question, locale, problems)
  for (const piece of [question.stem, ...authoringOf(question).pieces(question)])
    for (const { token, place } of tokensOf(piece, 'image'))
      checkAlt(token as Tokens.Image, inQuestion, place, problems)
  authoringOf(question).teach(question, locale, problems)
}

function checkStem({ stem }: WrittenQuestion, locale: Locale, problems: Problems): void {
  const text = textOf({ ...stem, tokens: withoutCaptions(stem.tokens) })
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
}
