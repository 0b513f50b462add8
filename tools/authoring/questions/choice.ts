import type { Locale } from '../../../formats/locales.ts'
import type { ChoiceQuestion } from '../../../worker/questions/choice.ts'
import { checkOptionIds, optionIdsOf } from './option-ids.ts'
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
  exportedPicks,
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

const choice: Omit<TypeAuthoring<WrittenChoice, ChoiceQuestion>, 'example'> = {
  ...withOptions,
  keys: [],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn: (head, lines) => head.raw('answer') === undefined && lines.some(isOption),
  read(source, problems) {
    const { stem, options } = readWithOptions(source, problems)
    const right = countRight(options)
    return { type: right === 2 ? 'multiple' : 'single', fits: right === 1 || right === 2, stem, options }
  },
  check(question, problems) {
    if (question.options.length === 0) return
    checkEqual(question.options, problems)
    checkOptionIds(question.options, problems)
    checkRight(question, problems)
  },
  teach(question, locale, problems) {
    if (question.fits) checkTwo(question, locale, problems)
    checkOptionFeedback(question.options, locale, problems)
    if (question.fits) checkOptions(question, problems)
  },
  isWhole: ({ fits }) => fits,
  pieces: ({ options }) => options.flatMap(({ text, feedback }) => [text, feedback]),
  compile: ({ type, options }) => ({ type, key: rightOf(options), ...optionIdsOf(options) }),
  text: optionsText,
  asks: ({ options }) => answersOf(options),
  wordsToRead: () => 0,
  cues: ({ fits, options }): WrittenOption[] => (fits ? options : []),
  faulty: () => undefined,
  export: ({ key, text }, locale) => exportedPicks(text[locale], key, key.length > 1),
}

export const single: TypeAuthoring<WrittenChoice, ChoiceQuestion> = {
  ...choice,
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

Ett svar från en AI-tjänst lovar kunden leverans på fredag. Vad gör du först?

- [ ] Skickar det, eftersom kunden väntar. <!-- m: snabbt är viktigast -->
  > Det går fort, men löftet är ditt när det är skickat. Läs det först.
- [x] Frågar den som kan lova en dag.
  > Rätt. Bara den som vet vad som finns i lager kan lova när det kommer.
- [ ] Ber tjänsten att skriva om det. <!-- m: ett nytt försök räcker -->
  > Då får du nya ord runt samma löfte. Tjänsten vet inte vad ni kan leverera.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

An answer from an AI service promises the customer delivery on Friday. What do you do first?

- [ ] Send it, since the customer is waiting. <!-- m: speed matters most -->
  > That is quick, but the promise is yours once it is sent. Read it first.
- [x] Ask the person who can promise a day.
  > Right. Only somebody who knows what is in stock can say when it will arrive.
- [ ] Ask the service to write it again. <!-- m: another try is enough -->
  > You get new words around the same promise. The service cannot know what you can deliver.`,
  },
}

export const multiple: TypeAuthoring<WrittenChoice, ChoiceQuestion> = {
  ...choice,
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

Ett svar från en AI-tjänst ska till en kund. Vilka **två** delar kontrollerar du?

- [x] Dagen för leveransen.
  > Rätt. Ett löfte som inte hålls kostar er mer än ett fult brev.
- [ ] Hur långa raderna är. <!-- m: formen är viktigast -->
  > Det märks, men ingen tar skada av en lång rad.
- [x] Priset i slutet.
  > Rätt. Ett fel pris blir ett fel på fakturan sedan.
- [ ] Hur hälsningen låter. <!-- m: tonen är viktigast -->
  > Tonen går att slipa sist, när uppgifterna stämmer.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

An answer from an AI service is going to a customer. Which **two** parts do you check?

- [x] The day of delivery.
  > Right. A promise that is not kept costs you more than an ugly letter.
- [ ] How long the lines are. <!-- m: form matters most -->
  > It shows, but nobody is harmed by a long line.
- [x] The price at the end.
  > Right. A wrong price turns into a wrong invoice.
- [ ] How the greeting sounds. <!-- m: tone matters most -->
  > The tone can be polished last, when the facts are right.`,
  },
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
