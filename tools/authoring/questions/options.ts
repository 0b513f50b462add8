import { saidInComments } from '../markdown/hidden-words.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { addTo, lexPiece, type Piece } from '../markdown/pieces.ts'
import type { Place, Problems } from '../problems/problem.ts'
import type { QuizLine } from '../markdown/quiz-lines.ts'

export interface WrittenOption {
  place: Place
  right: boolean
  text: Markdown
  feedback: Markdown
  /** The line with its comments, which name the misconception. */
  raw: string
  /** What its author calls it, once, `<!-- o: nuts -->`: it is the same option wherever it stands. */
  ids: readonly string[]
}

/** `- [x] text`, and what somebody may write instead. A link in a list of the stem, `- [text](…)`, is no option. */
const option = /^(\s{0,3})([-*+–•]|\d{1,3}[.)])(\s*)\[([^\]]{0,3})\](?![([:])(\s*)(.*)$/

export function isOption(line: QuizLine): boolean {
  return !line.inCode && option.test(line.text)
}

/** Reads the task list of a question: options, each with an indented quote of feedback. */
export function readOptions(path: string, lines: readonly QuizLine[], problems: Problems): WrittenOption[] {
  return gatherOptions(path, lines, problems).map((draft, i) => finishOption(draft, i + 1, path, problems))
}

/** The lines of each option, and of the quote under it. */
export function gatherOptions(path: string, lines: readonly QuizLine[], problems: Problems): GatheredOption[] {
  const drafts: GatheredOption[] = []
  for (const line of lines) {
    if (isOption(line)) drafts.push(startOption(path, line, problems))
    else if (line.text.trim() !== '') addLine(drafts.at(-1), line, path, problems)
  }
  return drafts
}

export interface GatheredOption {
  place: Place
  right: boolean
  raw: string
  text: Piece
  feedback: Piece
  /** The lines of the feedback as they stand behind their sign. */
  quoted: string[]
}

function startOption(path: string, line: QuizLine, problems: Problems): GatheredOption {
  const [, indent = '', bullet = '', gap = '', mark = '', space = '', text = ''] = option.exec(line.text) ?? []
  const place = { path, line: line.number, column: indent.length + 1 }
  const box = { ...place, column: indent.length + bullet.length + gap.length + 1 }
  const sign = mark.trim()
  if (!/^[-*+]$/.test(bullet))
    problems.error('S24', place, `options are written with "-": "- [${sign || ' '}] …", not "${bullet}"`)
  else if (!['x', 'X', ''].includes(sign)) {
    problems.error('S24', box, `"[${mark}]" is no box; write "[x]" for a right option and "[ ]" for a wrong one`)
  } else if (gap === '' || (space === '' && text !== '')) {
    problems.error('S24', box, `a space is missing; write "- [${sign || ' '}] ${text.slice(0, 20)}…"`)
  } else if (mark.length !== 1) {
    const [from, to] = [`[${mark}]`, `[${sign || ' '}]`]
    problems.warning('S24', box, `"${from}" shows as text on GitHub; write "${to}"`, { from, to })
  }
  const column = box.column + mark.length + 2 + space.length
  return {
    place,
    right: sign.toLowerCase() === 'x',
    raw: line.raw,
    text: { lines: text ? [text] : [], at: { line: line.number, column } },
    feedback: { lines: [], at: undefined },
    quoted: [],
  }
}

function addLine(draft: GatheredOption | undefined, line: QuizLine, path: string, problems: Problems): void {
  if (!draft) return
  const [, indent = '', quote, text = ''] = /^(\s*)(>?)\s*(.*)$/.exec(line.text) ?? []
  const place = { path, line: line.number, column: indent.length + 1 }
  if (quote) {
    if (indent.length < 2) {
      problems.error('S26', place, 'feedback must be indented by two spaces under its option: "  > …"')
    } else if (indent.length > 5 || indent.includes('\t')) {
      problems.error('S26', place, 'feedback is indented too far; two spaces under its option: "  > …"')
    }
    addTo(draft.feedback, text, line)
    draft.quoted.push(line.text.replace(/^\s*>\s?/, ''))
  } else if (indent.length >= 2 && draft.feedback.lines.length === 0) addTo(draft.text, text, line)
  else problems.error('S26', place, strayMessage(line.text.trim()))
}

function strayMessage(text: string): string {
  if (/^[-*+]\s*\(?\s*[xX ]?\s*\)/.test(text)) return 'an option has square brackets: "- [ ] …" or "- [x] …"'
  if (/^[-*+]\s/.test(text)) return 'an option without its box; write "- [ ] …" or "- [x] …"'
  return 'this line belongs to no option; begin options with "- [ ] " and feedback with "  > "'
}

/** `number` is its place, from 1. */
export function finishOption(draft: GatheredOption, number: number, path: string, problems: Problems): WrittenOption {
  const { place, right, raw } = draft
  const text = lexPiece(draft.text, path, place, problems)
  const feedback = lexPiece(draft.feedback, path, place, problems)
  if (!text.text) problems.error('S25', place, `option ${number} has no text; write it after the box`)
  if (!feedback.text) problems.error('S25', place, `option ${number} has no feedback; add a line under it: "  > …"`)
  return { place, right, text, feedback, raw, ids: saidInComments(raw, 'o') }
}
