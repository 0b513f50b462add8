import { locales } from '../../../formats/locales.ts'
import type { MatchQuestion } from '../../../worker/questions/match.ts'
import { haveMoved } from './have-moved.ts'
import { foldedWords } from '../markdown/folded-words.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { lexPiece } from '../markdown/pieces.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'
import { renderPhrase } from '../markdown/render-phrases.ts'
import { checkOutcomeFeedback } from './feedback-checks.ts'
import { refuseOptionIds } from './option-ids.ts'
import { readStem, splitAt } from './read-parts.ts'
import type { TypeAuthoring } from './type-authoring.ts'
import { feedbackPieces, feedbackSource, feedbackText, readWithFeedback, type WithFeedback } from './with-feedback.ts'

export interface WrittenMatch extends WithFeedback {
  type: 'match'
  /** The two names of the columns; none while there is no table. */
  heads: Markdown[]
  lefts: Markdown[]
  /** Also those that belong to nothing. */
  rights: Markdown[]
  /** For each left one, the ordinal of its right one. */
  pairs: number[]
}

const [fewest, most, mostRights] = [3, 6, 8]
const example = '"| What happens | What you do |", a line "|---|---|", and a row for each pair'

export const match: TypeAuthoring<WrittenMatch, MatchQuestion> = {
  keys: [],
  isPracticeOnly: false,
  hasParts: false,
  isSeenIn: () => false,
  follows: 'table',
  parts: 'cells',
  read(source, problems) {
    const { place } = source
    const { body, feedback } = readWithFeedback(source, 'match', problems)
    const [before, table] = splitAt(body, body.findIndex(isRow))
    refuseOptionIds(place.path, table, problems)
    const stem = readStem(before, place, problems)
    return { type: 'match', stem, ...readTable(table, place, problems), feedback }
  },
  check({ lefts, rights, place }, problems) {
    if (rights.length === 0) return
    if (lefts.length < fewest || lefts.length > most)
      problems.error('S38', place, `a match needs ${fewest} to ${most} pairs, and has ${lefts.length}`)
    if (rights.length > mostRights)
      problems.error(
        'S38',
        place,
        `${rights.length} cells stand right; more than ${mostRights} are too many to compare`,
      )
    for (const column of [lefts, rights]) checkColumn(column, problems)
    for (const { tokens, place } of rights) {
      if (tokens.every(({ type }) => !['link', 'image', 'citation'].includes(type))) continue
      problems.error('S38', place, 'a cell on the right is chosen from a list: only words can stand there, no link')
    }
  },
  teach: ({ feedback }, locale, problems) => checkOutcomeFeedback(feedback, locale, problems),
  parity({ sv, en }, say) {
    if (en.pairs.length !== sv.pairs.length)
      say(en.place, `${en.pairs.length} pairs, but ${sv.pairs.length} in Swedish`)
    else if (en.rights.length !== sv.rights.length || String(en.pairs) !== String(sv.pairs))
      say(en.place, 'the rows without a left cell stand in other places than in Swedish')
  },
  isWhole: ({ pairs, feedback }) => pairs.length >= fewest && feedback !== undefined,
  pieces: (question) => [...question.heads, ...question.lefts, ...question.rights, ...feedbackPieces(question)],
  key: ({ pairs }) => pairs,
  ordinals: ({ lefts, rights }) => lefts.length + rights.length,
  source(question) {
    const { feedback, stem } = feedbackSource(question)
    const [heads, lefts, rights] = [question.heads, question.lefts, question.rights].map((cells) =>
      cells.map(({ text }) => text),
    )
    return { feedback, heads, lefts, rights, stem }
  },
  compile: ({ pairs }) => ({ type: 'match', key: pairs }),
  text(question, context) {
    const [heads, lefts, rights] = [question.heads, question.lefts, question.rights].map((cells) =>
      cells.map((cell) => renderPhrase(cell, context)),
    )
    return { ...feedbackText(question, context), heads: heads as [string, string], lefts: lefts!, rights: rights! }
  },
  asks: ({ lefts, rights }) => [lefts.map(foldedWords), rights.map(foldedWords).sort()],
  wordsToRead: () => 0,
  cues: () => [],
  faulty: () => undefined,
  swapped: (old, now) =>
    locales.some((locale) =>
      (['lefts', 'rights'] as const).some((side) => haveMoved(old.text[locale][side], now.text[locale][side])),
    )
      ? 'its cells have changed places, so other pairs are right'
      : undefined,
  give({ key }, right, { tokens }) {
    const pairs = right ? key : [...key.slice(1), key[0]!]
    return pairs.map((ordinal) => tokens[key.length + ordinal]!)
  },
  export({ key, text }, locale) {
    const { stem, lefts, rights, feedback } = text[locale]
    const leftOf = (ordinal: number) => lefts[key.indexOf(ordinal)] ?? ''
    return { form: 'pairs', stem, pairs: rights.map((right, i) => [leftOf(i), right]), feedback }
  },
  example: {
    sv: `### Fråga 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: match } -->

En bedragare kan låta som någon du känner. Vad gör du när det här händer på jobbet?

| Det här händer | Det här gör du |
|---|---|
| Ett sms har ett nytt kontonummer | Ringer numret ni redan har |
| En röst ber om engångskoden | Lägger på |
| Ett videomöte vill ha en betalning i dag | Låter två personer godkänna |

> Rätt. Den som lägger på och ringer upp själv är svår att lura.

<!-- -->

> Svara aldrig på samma väg som frågan kom. Ring upp på ett nummer som ni redan har.`,
    en: `### Question 1
<!-- { id: my-question, competence: CHK-1a, kind: scenario, type: match } -->

A fraudster can sound like somebody you know. What do you do when this happens at work?

| This happens | You do this |
|---|---|
| A text message gives a new account number | Call the number you already have |
| A voice asks for the one-time code | Hang up |
| A video meeting wants a payment today | Have two people approve it |

> Right. Somebody who hangs up and calls back is hard to fool.

<!-- -->

> Never answer the way the question came. Call back on a number that you already have.`,
  },
}

function isRow(line: QuizLine): boolean {
  return !line.inCode && /^\s{0,3}\|/.test(line.text)
}

type Table = Pick<WrittenMatch, 'heads' | 'lefts' | 'rights' | 'pairs'>

/** Reads the table; `lines` begin with its head, or are empty when there is none. */
function readTable(lines: readonly QuizLine[], heading: Place, problems: Problems): Table {
  const table: Table = { heads: [], lefts: [], rights: [], pairs: [] }
  const [head, dashes, ...rows] = lines.filter((line) => line.text.trim() !== '')
  if (!head || !dashes || !/^\s{0,3}\|(\s*:?-+:?\s*\|){2}\s*$/.test(dashes.text)) {
    problems.error('S38', heading, `a match needs a table of two columns: ${example}`)
    return table
  }
  table.heads = readRow(head, heading, problems)
  for (const line of rows) {
    const [left, right] = readRow(line, heading, problems)
    if (!left || !right) continue
    if (right.text === '') {
      const message = 'a row without a right cell; write what belongs to the left one, or take the row away'
      problems.error('S38', right.place, message)
      continue
    }
    if (left.text !== '') {
      table.lefts.push(left)
      table.pairs.push(table.rights.length)
    }
    table.rights.push(right)
  }
  return table
}

/** The two cells of a row; none where it has another number of them, or is no row. */
function readRow(line: QuizLine, { path }: Place, problems: Problems): Markdown[] {
  const cells = isRow(line) ? cellsOf(line.text) : []
  if (cells.length !== 2) {
    const place = { path, line: line.number, column: line.text.search(/\S/) + 1 }
    problems.error(
      'S26',
      place,
      'this line is no row of two cells; write "| left | right |", and "\\|" for the sign itself',
    )
    return []
  }
  return cells.map(({ text, column }) => {
    const place = { path, line: line.number, column }
    return lexPiece({ lines: [text], at: { line: line.number, column } }, path, place, problems)
  })
}

/** What stands between the signs, which the row begins and ends with. */
function cellsOf(row: string): { text: string; column: number }[] {
  const cells = []
  const cell = /((?:\\.|[^|\\])*)\|/gy
  cell.lastIndex = row.indexOf('|') + 1
  for (let found = cell.exec(row); found; found = cell.exec(row)) {
    const [, raw = ''] = found
    cells.push({ text: raw.trim().replaceAll('\\|', '|'), column: found.index + (/\S/.exec(raw)?.index ?? 0) + 1 })
  }
  return cells
}

/** Who chooses one of two that say the same has answered rightly and wrongly. */
function checkColumn(cells: readonly Markdown[], problems: Problems): void {
  const folded = cells.map(foldedWords)
  for (const [i, { place }] of cells.entries()) {
    if (folded.indexOf(folded[i]!) === i) continue
    problems.error(
      'S49',
      place,
      'two cells of a column say the same, so nobody can tell them apart; write them differently',
    )
  }
}
