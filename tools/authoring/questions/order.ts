import { locales } from '../../../formats/locales.ts'
import type { OrderQuestion } from '../../../worker/questions/order.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { isOption } from './options.ts'
import { addTo, lexPiece, type Piece } from '../markdown/pieces.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { renderPhrase } from '../markdown/render-phrases.ts'
import { haveMoved } from './have-moved.ts'
import { checkOutcomeFeedback } from './feedback-checks.ts'
import { refuseOptionIds } from './option-ids.ts'
import { readStem, splitAt } from './read-parts.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import { feedbackPieces, feedbackSource, feedbackText, readWithFeedback, type WithFeedback } from './with-feedback.ts'

export interface WrittenOrder extends WithFeedback {
  type: 'order'
  /** As they are written they stand right. */
  items: Markdown[]
}

const item = /^(\s{0,3}\d{1,9}[.)]\s+)(\S.*)$/
const fewest = 3
const most = 8

export const order: TypeAuthoring<WrittenOrder, OrderQuestion> = {
  keys: [],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn: (head, lines) => head.raw('answer') === undefined && !lines.some(isOption) && lines.some(isItem),
  follows: 'feedback',
  parts: 'items',
  read(source, problems) {
    const { place } = source
    const { body, feedback } = readWithFeedback(source, 'order', problems)
    const [before, list] = splitAt(body, body.findIndex(isItem))
    refuseOptionIds(place.path, list, problems)
    const stem = readStem(before, place, problems)
    return { type: 'order', stem, items: readItems(list, place, problems), feedback }
  },
  check: () => undefined,
  teach: ({ feedback }, locale, problems) => checkOutcomeFeedback(feedback, locale, problems),
  parity({ sv, en }, say) {
    const [items, theirs] = [en.items.length, sv.items.length]
    if (items !== theirs && items > 0 && theirs > 0) say(en.place, `${items} items, but ${theirs} in Swedish`)
  },
  isWhole: ({ items, feedback }) => items.length > 0 && feedback !== undefined,
  pieces: (question) => [...question.items, ...feedbackPieces(question)],
  key: ({ items }) => [...items.keys()],
  ordinals: ({ items }) => items.length,
  source(question) {
    const { feedback, stem } = feedbackSource(question)
    return { feedback, items: question.items.map((item) => item.text), stem }
  },
  compile: () => ({ type: 'order' }),
  text: (question, context) => ({
    ...feedbackText(question, context),
    items: question.items.map((item) => renderPhrase(item, context)),
  }),
  asks: ({ items }) => items.map(foldedWords).sort(),
  wordsToRead: () => 0,
  cues: () => [],
  faulty: () => undefined,
  swapped: (old, now) =>
    locales.some((locale) => haveMoved(old.text[locale].items, now.text[locale].items))
      ? 'its items have changed places, so another order is right'
      : undefined,
  give: (_, right, { tokens }) => (right ? [...tokens] : tokens.toReversed()),
  export({ text }, locale) {
    const { stem, items, feedback } = text[locale]
    return { form: 'reading', stem, parts: items.toSorted(), answer: items, feedback: feedback.wrong }
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

Ett svar från en AI-tjänst ska till en kund. I vilken ordning gör du?

1. Läser hela svaret en gång.
2. Kontrollerar siffrorna mot källan.
3. Skickar svaret till kunden.

> Rätt. När du har läst vet du vad som måste kontrolleras innan det skickas.

<!-- -->

> Läs först, kontrollera sedan, skicka sist. Det som är skickat går inte att ta tillbaka.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario } -->

An answer from an AI service is going to a customer. In what order do you work?

1. Read the whole answer once.
2. Check the figures against the source.
3. Send the answer to the customer.

> Right. Once you have read it, you know what has to be checked before it is sent.

<!-- -->

> Read first, then check, and send last. What has been sent cannot be taken back.`,
  },
}

function isItem(line: QuizLine): boolean {
  return !line.inCode && item.test(line.text)
}

/** Reads the numbered list of an order; `lines` begin with its first item, or are empty when it has none. */
function readItems(lines: readonly QuizLine[], heading: Place, problems: Problems): Markdown[] {
  const pieces: Piece[] = []
  for (const line of lines) {
    if (isItem(line)) pieces.push({ lines: [], at: undefined })
    const last = pieces.at(-1)
    if (last && line.text.trim() !== '') addLine(last, line, heading.path, problems)
  }
  const items = pieces.map((piece) => lexPiece(piece, heading.path, heading, problems))
  checkItems(items, heading, problems)
  return items
}

function addLine(piece: Piece, line: QuizLine, path: string, problems: Problems): void {
  const text = item.exec(line.text)?.[2] ?? /^\s{2,}(\S.*)$/.exec(line.text)?.[1]
  if (text !== undefined && !/^([-*+]|>)\s/.test(text)) return addTo(piece, text, line)

  const column = line.text.search(/\S/) + 1
  const message = 'this line belongs to no item; write the items as a numbered list: "1. …"'
  problems.error('S26', { path, line: line.number, column }, message)
}

function checkItems(items: readonly Markdown[], heading: Place, problems: Problems): void {
  if (items.length < fewest || items.length > most) {
    const message = `an order needs ${fewest} to ${most} items, and has ${items.length}; write them as a numbered list, in the right order: "1. …"`
    problems.error('S38', heading, message)
  }
  const folded = items.map(foldedWords)
  for (const [i, { place }] of items.entries()) {
    if (folded.indexOf(folded[i]!) === i) continue
    problems.error('S38', place, 'two items say the same, so their order cannot be told; write them differently')
  }
}
