import type { Locale } from '../../../formats/locales.ts'
import type { ReplayQuestion } from '../../../worker/questions/replay.ts'
import { wordsOf } from '../language/measure.ts'
import type { QuestionHead } from '../files/schemas.ts'
import type { Placed } from '../files/yaml-source.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { lexBlocks } from '../markdown/markdown.ts'
import { textOf } from '../markdown/prose.ts'
import { fitsText, renderPhrase, renderStem, renderText } from '../markdown/render-phrases.ts'
import type { Place, Problems } from '../problems/problem.ts'
import { checkOptionFeedback } from './feedback-checks.ts'
import { checkOptionIds, optionIdsOf } from './option-ids.ts'
import { finishOption, gatherOptions, type GatheredOption, isOption, type WrittenOption } from './options.ts'
import { readStem, splitAt } from './read-parts.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import {
  answersOf,
  checkEqual,
  countRight,
  exportedPicks,
  rightOf,
  withOptions,
  type WithOptions,
} from './with-options.ts'

/** A prompt, what it was answered, and where the fault of that is or why it holds. */
interface WrittenPrompt extends WrittenOption {
  reply: Markdown
  /** What the last line of the quote begins with; undefined where it says neither. */
  says: 'fault' | 'holds' | undefined
}

export interface WrittenReplay extends WithOptions {
  type: 'replay'
  options: WrittenPrompt[]
  /** null: written as examples. undefined: nothing says which. */
  recorded: string | null | undefined
}

const [fewest, most] = [2, 4]
const labels = { fault: /^\*\*(?:Felet|The fault):\*\*\s*/, holds: /^\*\*(?:Bra|Good):\*\*\s*/ }
const closing = '"> **Felet:** …" or "> **Bra:** …" ("> **The fault:** …" or "> **Good:** …" in English)'

export const replay: TypeAuthoring<WrittenReplay, ReplayQuestion> = {
  ...withOptions,
  keys: ['recorded', 'written'],
  isPracticeOnly: true,
  hasParts: false,
  isSeenIn: () => false,
  follows: 'prompts',
  parts: 'prompts',
  read({ head, lines, place }, problems) {
    const [before, list] = splitAt(lines, lines.findIndex(isOption))
    const stem = readStem(before, place, problems)
    const options = gatherOptions(place.path, list, problems).map((draft, i) =>
      readPrompt(draft, i + 1, place.path, problems),
    )
    return { type: 'replay', stem, options, recorded: readOrigin(head, place, problems) }
  },
  check({ options, place }, problems) {
    if (options.length < fewest || options.length > most)
      problems.error('S28', place, `a replay has ${fewest} to ${most} prompts, and this one has ${options.length}`)
    else if (countRight(options) !== 1) {
      const message = `${countRight(options)} prompts are marked with "- [x]"; mark the one whose answer holds`
      problems.error('S28', place, message)
    }
    checkEqual(options, problems)
    checkOptionIds(options, problems)
    for (const option of options) checkLabel(option, problems)
  },
  teach: ({ options }, locale: Locale, problems) => checkOptionFeedback(options, locale, problems),
  parity(pair, say) {
    withOptions.parity(pair, say)
    const { sv, en } = pair
    if (sv.recorded === undefined || en.recorded === undefined || sv.recorded === en.recorded) return
    say(en.head.at('recorded'), 'the answers are recorded or written otherwise than in Swedish')
  },
  isWhole: ({ options, recorded }) => recorded !== undefined && countRight(options) === 1,
  pieces: ({ options }) => options.flatMap(({ text, reply, feedback }) => [text, reply, feedback]),
  source: ({ stem, options }) => ({
    options: options.map(({ text, reply, feedback }) => ({
      feedback: feedback.text,
      reply: reply.text,
      text: text.text,
    })),
    stem: stem.text,
  }),
  compile: ({ options, recorded }) => ({
    type: 'replay',
    key: rightOf(options),
    recorded: recorded ?? null,
    ...optionIdsOf(options),
  }),
  text: ({ stem, options }, context) => ({
    stem: renderStem(stem, context),
    options: options.map(({ text, reply, feedback }) => ({
      text: renderPhrase(text, context),
      reply: renderText(reply, context),
      feedback: renderPhrase(feedback, context),
    })),
  }),
  asks: ({ options }) => answersOf(options),
  /** One answer is read, and they are about as long. */
  wordsToRead: ({ options }) => Math.max(0, ...options.map(({ reply }) => wordsOf(textOf(reply)).length)),
  faulty: () => undefined,
  /** A good prompt is longer than a poor one: what is judged is the answer. */
  cues: () => [],
  /** What a prompt was answered is told with what is wrong or right with it. */
  export({ key, text }, locale) {
    const { stem, options } = text[locale]
    const told = options.map(({ text, reply, feedback }) => ({ text, feedback: `${reply}<p>${feedback}</p>` }))
    return exportedPicks({ stem, options: told }, key, false)
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: replay, written: true } -->

Du vill ha en lapp till växeln om telefonbedrägerier. Vilken instruktion ger ett svar som går att hänga upp?

- [ ] Skriv en proffsig rutin om telefonbedrägerier.
  > Rutin för telefonsäkerhet. Enligt 4 § lagen om telefonbedrägerier ska varje samtal antecknas i tre år.
  >
  > **Felet:** Det finns ingen sådan lag. Svaret fyllde i det som instruktionen lämnade öppet.
- [x] Skriv tre rader till växeln: lägg på, ring upp på numret i listan, två godkänner.
  > 1. Lägg på.
  > 2. Ring upp på numret i listan.
  > 3. Betala först när två har godkänt.
  >
  > **Bra:** Det är era egna steg, i er ordning. Inget är påhittat, så det går fort att kontrollera.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: replay, written: true } -->

You want a note for the switchboard about phone fraud. Which prompt gives an answer you can put on the wall?

- [ ] Write a professional routine about phone fraud.
  > Routine for phone security. Under section 4 of the Phone Fraud Act every call is to be logged for three years.
  >
  > **The fault:** There is no such law. The answer filled in what the prompt left open.
- [x] Write three lines for the switchboard: hang up, call back on the listed number, two approve.
  > 1. Hang up.
  > 2. Call back on the listed number.
  > 3. Pay only when two have approved.
  >
  > **Good:** The steps are your own, in your order. Nothing is made up, so it is quick to check.`,
  },
}

/** The quote under a prompt: what it was answered, up to the line that judges it. */
function readPrompt(draft: GatheredOption, number: number, path: string, problems: Problems): WrittenPrompt {
  const { at } = draft.feedback
  const lines = draft.quoted
  const labelled = lines.findLastIndex((line) => Object.values(labels).some((label) => label.test(line)))
  const last = labelled === -1 ? lines.length - 1 : labelled
  const [label, says] = labelOf(lines[last] ?? '')
  if (at && !says)
    problems.error(
      'S39',
      { path, ...at },
      `nothing says whether the answer holds; end the quote with a line ${closing}`,
    )

  const said = {
    lines: [(lines[last] ?? '').slice(label.length), ...lines.slice(last + 1)],
    at: at && { line: at.line + last, column: at.column + label.length },
  }
  const option = finishOption({ ...draft, feedback: at ? said : draft.feedback }, number, path, problems)
  const reply = lexBlocks(
    lines.slice(0, Math.max(last, 0)).join('\n').trimEnd(),
    at ? { path, ...at } : draft.place,
    problems,
  )
  if (at) checkReply(reply, problems)
  return { ...option, says, reply }
}

function labelOf(line: string): [string, WrittenPrompt['says']] {
  for (const says of ['fault', 'holds'] as const) {
    const label = labels[says].exec(line)?.[0]
    if (label) return [label, says]
  }
  return ['', undefined]
}

function checkReply(reply: Markdown, problems: Problems): void {
  if (reply.text.trim() === '')
    problems.error('S25', reply.place, 'the prompt got no answer; quote the whole of it before the line that judges it')
  const stray = reply.tokens.find((token) => !fitsText(token))
  if (stray)
    problems.error(
      'S36',
      reply.place,
      `a ${stray.type} cannot stand in an answer; use paragraphs, lists, tables and quotes`,
    )
}

function checkLabel({ says, right, feedback }: WrittenPrompt, problems: Problems): void {
  if (!says || (says === 'holds') === right) return
  const [box, label] = right ? ['[x]', '**Bra:** or **Good:**'] : ['[ ]', '**Felet:** or **The fault:**']
  problems.error('S39', feedback.place, `a prompt with "- ${box}" ends with ${label}; one of the two is wrong`)
}

/** null for what is written as an example. */
function readOrigin(head: Placed<QuestionHead>, place: Place, problems: Problems): string | null | undefined {
  if (!head.value) return undefined
  const { recorded, written } = head.value
  if ((recorded === undefined) !== (written === undefined)) return recorded ?? null
  const message =
    recorded === undefined
      ? 'nothing says where the answers come from; add recorded: 2026-11-12, or written: true if you wrote them'
      : 'the answers are either recorded or written; keep one of the two'
  problems.error('S38', recorded === undefined ? place : head.at('recorded'), message)
  return undefined
}
