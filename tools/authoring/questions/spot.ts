import type { SpotQuestion } from '../../../worker/questions/spot.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { checkSentences, splitPassage } from './passage.ts'
import type { Problems } from '../problems/problem.ts'
import { renderPassage } from '../markdown/render-phrases.ts'
import { checkOptionFeedback } from './feedback-checks.ts'
import { checkOptionIds, optionIdsOf } from './option-ids.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import {
  answersOf,
  checkEqual,
  countRight,
  exportedPicks,
  optionsText,
  readWithOptions,
  rightOf,
  withOptions,
  type WithOptions,
} from './with-options.ts'

export interface WrittenSpot extends WithOptions {
  type: 'spot'
  /** The quote whose sentences are the options; it is no part of the stem. */
  passage: Markdown | undefined
}

export const spot: TypeAuthoring<WrittenSpot, SpotQuestion> = {
  ...withOptions,
  keys: [],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn: () => false,
  read(source, problems) {
    const { stem, options } = readWithOptions(source, problems)
    return { type: 'spot', options, ...splitPassage(stem, source.place, problems) }
  },
  check(question, problems) {
    const { options, passage } = question
    if (options.length === 0) return
    checkEqual(options, problems)
    checkOptionIds(options, problems)
    checkFaulty(question, problems)
    if (passage) checkSentences(passage, options, problems)
  },
  teach: ({ options }, locale, problems) => checkOptionFeedback(options, locale, problems),
  isWhole: ({ passage }) => passage !== undefined,
  pieces: ({ passage, options }) => [
    ...(passage ? [passage] : []),
    ...options.flatMap(({ text, feedback }) => [text, feedback]),
  ],
  compile: ({ options }) => ({ type: 'spot', key: rightOf(options), ...optionIdsOf(options) }),
  text: (question, context) => ({
    ...optionsText(question, context),
    passage: renderPassage(question.passage!, context),
  }),
  asks: ({ options, passage }) => [answersOf(options), passage && foldedWords(passage)],
  wordsToRead: () => 0,
  cues: () => [],
  faulty: ({ options }) => rightOf(options),
  /** The last token is that of the answer that none is faulty. */
  give({ key }, right, { tokens }) {
    const none = tokens.at(-1)!
    const faulty = key.map((ordinal) => tokens[ordinal]!)
    if (right) return faulty.length > 0 ? faulty : [none]
    return [faulty.length > 0 ? none : tokens[0]!]
  },
  export({ key, text }, locale) {
    const { stem, passage, options } = text[locale]
    return exportedPicks({ stem: `<p>${stem}</p><blockquote>${passage}</blockquote>`, options }, key, true)
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: spot, type: spot } -->

En AI-tjänst har skrivit till en kund. Vilka meningar är fel, när butiken stänger klockan 17?

> Tack för din beställning. Butiken är öppen till klockan 18. Du får ett mejl när varan har kommit.

- [ ] Tack för din beställning.
  > Den stämmer. Kunden har lagt en beställning hos butiken.
- [x] Butiken är öppen till klockan 18.
  > Fel. Butiken stänger klockan 17, så kunden kan få gå förgäves.
- [ ] Du får ett mejl när varan har kommit.
  > Den stämmer. Så gör butiken med alla beställningar.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: spot, type: spot } -->

An AI service has written to a customer. Which sentences are wrong, when the shop closes at 5 pm?

> Thank you for your order. The shop is open until 6 pm. You will get an email when the item has arrived.

- [ ] Thank you for your order.
  > This one is right. The customer has placed an order.
- [x] The shop is open until 6 pm.
  > Wrong. The shop closes at 5 pm, so the customer may come in vain.
- [ ] You will get an email when the item has arrived.
  > This one is right. The shop does so with every order.`,
  },
}

function checkFaulty({ options, place }: WrittenSpot, problems: Problems): void {
  const faulty = countRight(options)
  if (options.length < 3 || options.length > 7)
    problems.error('S28', place, `a spot lists 3 to 7 sentences of its passage, and this one lists ${options.length}`)
  else if (faulty > 3)
    problems.error('S28', place, `${faulty} sentences are marked as faulty; mark at most 3 with "- [x]", or none`)
  else if (faulty === options.length)
    problems.error('S28', place, 'every sentence is marked as faulty; leave at least one without')
}
