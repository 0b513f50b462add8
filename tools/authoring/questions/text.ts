import type { TextQuestion } from '../../../worker/questions/text.ts'
import type { Problems } from '../problems/problem.ts'
import type { QuestionHead } from '../files/schemas.ts'
import { checkOutcomeFeedback } from './feedback-checks.ts'
import type { Placed } from '../files/yaml-source.ts'
import { readStem } from './read-parts.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import { feedbackPieces, feedbackSource, feedbackText, readWithFeedback, type WithFeedback } from './with-feedback.ts'

export interface WrittenText extends WithFeedback {
  type: 'text'
  /** Every variant that counts as right, the one to be shown first. */
  variants: string[] | undefined
}

const longest = 100

export const text: TypeAuthoring<WrittenText, TextQuestion> = {
  keys: ['answer'],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn: (head) => Array.isArray(head.raw('answer')),
  follows: 'feedback',
  parts: 'options',
  read(source, problems) {
    const { body, feedback } = readWithFeedback(source, 'text', problems)
    const stem = readStem(body, source.place, problems)
    return { type: 'text', stem, variants: readVariants(source.head, problems), feedback }
  },
  check: () => undefined,
  teach: ({ feedback }, locale, problems) => checkOutcomeFeedback(feedback, locale, problems),
  parity({ sv, en }, say) {
    if (!sv.variants || !en.variants || JSON.stringify(keyOf(sv)) === JSON.stringify(keyOf(en))) return
    const message = 'the answers differ from those in Swedish: list the variants of both languages in both files'
    say(en.head.at('answer'), message)
  },
  isWhole: ({ variants, feedback }) => variants !== undefined && feedback !== undefined,
  pieces: feedbackPieces,
  key: keyOf,
  ordinals: () => 0,
  source(question) {
    const { feedback, stem } = feedbackSource(question)
    return { answer: question.variants![0], feedback, items: [], stem }
  },
  compile: ({ variants }) => ({ type: 'text', key: variants! }),
  text: (question, context) => ({ ...feedbackText(question, context), answer: question.variants![0]! }),
  asks: ({ variants }) => variants,
  wordsToRead: () => 0,
  cues: () => [],
  faulty: () => undefined,
  swapped: () => undefined,
  give: ({ key }, right) => (right ? key[0]! : 'vet inte'),
  export({ key, text }, locale) {
    const { stem, answer, feedback } = text[locale]
    return { form: 'words', stem, answers: [...new Set([answer, ...key])], feedback }
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, answer: [källa, källan, source, the source] } -->

Vad saknas i svaret "De flesta kunder är nöjda, enligt en undersökning"?

> Rätt. Utan källa kan ingen kontrollera att påståendet stämmer.

<!-- -->

> Det som saknas är källan. Fråga vilken undersökning det är innan du använder svaret.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, answer: [källa, källan, source, the source] } -->

What is missing from the answer "Most customers are satisfied, according to a survey"?

> Right. Without a source nobody can check the claim.

<!-- -->

> It is the source that is missing. Ask which survey it was before you use the answer.`,
  },
}

function keyOf({ variants = [] }: WrittenText): string[] {
  return [...new Set(variants.map(plain))].sort()
}

function plain(variant: string): string {
  return variant.normalize('NFC').replace(/\s+/g, ' ').toLowerCase()
}

/** `answer: [ källa, källan ]` */
function readVariants(head: Placed<QuestionHead>, problems: Problems): string[] | undefined {
  const answer = head.raw('answer')
  if (!Array.isArray(answer) || answer.length === 0) {
    problems.error(
      'S38',
      head.at('answer'),
      'a short text needs its right answers as a list: answer: [ källa, källan ]',
    )
    return undefined
  }
  const variants = answer.flatMap((variant: unknown, i) => {
    const text = typeof variant === 'number' ? String(variant) : variant
    if (typeof text === 'string' && text.trim() !== '' && text.length <= longest) return [text.trim()]
    problems.error('S38', head.at('answer', i), `write each answer as a text of 1 to ${longest} characters, in quotes`)
    return []
  })
  return variants.length === answer.length ? variants : undefined
}
