import gift, { type GIFTQuestion } from 'gift-pegjs'

import type { Locale } from '../../../../formats/locales.ts'
import { takeGift } from './gift-question.ts'
import { mostQuestions, tooManyQuestions } from './limits.ts'
import { type Import, leaveAt } from './taken.ts'

const longestBlock = 20_000

/** Reads GIFT question by question, so that one that cannot be read costs no other. A question ends at an empty line. */
export function readGift(text: string, language: Locale): Import {
  const result: Import = { taken: [], left: [] }
  for (const [i, { line, source }] of blocksOf(text).entries()) {
    if (i === mostQuestions) {
      result.left.push({ line, what: tooManyQuestions })
      break
    }
    const leave = leaveAt(line, result)
    for (const question of parsed(source, line, result)) {
      const taken = takeGift(question, language, leave)
      if (taken) result.taken.push({ line, ...taken })
    }
  }
  return result
}

interface Block {
  line: number
  source: string
}

/** What stands between empty lines; comments alone are no question. `line` is the first that is none. */
function blocksOf(text: string): Block[] {
  const blocks: { line: number; lines: string[] }[] = []
  let open = false
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const isEmpty = line.trim() === ''
    if (!isEmpty && !open) blocks.push({ line: i + 1, lines: [] })
    if (!isEmpty) blocks.at(-1)!.lines.push(line)
    // A category is a line of its own, whatever follows.
    open = !isEmpty && !line.startsWith('$CATEGORY:')
  }
  return blocks
    .map(({ line, lines }) => ({ line: line + firstWords(lines), source: lines.join('\n') }))
    .filter(({ source }) => /^(?!\s*\/\/)/m.test(source) && source.split('\n').some((each) => !/^\s*\/\//.test(each)))
}

function firstWords(lines: readonly string[]): number {
  return Math.max(
    0,
    lines.findIndex((line) => !/^\s*\/\//.test(line)),
  )
}

function parsed(source: string, line: number, { left }: Import): GIFTQuestion[] {
  if (source.length > longestBlock) {
    left.push({ line, what: 'a question of more than 20,000 characters' })
    return []
  }
  try {
    return gift.parse(`${source}\n\n`)
  } catch (error) {
    const at = error instanceof gift.SyntaxError ? error.location.start.line - 1 : 0
    const offset = source.split('\n').slice(0, at).length
    left.push({
      line: line + Math.max(0, offset - firstWords(source.split('\n'))),
      what: `not GIFT: ${shortened(error)}`,
    })
    return []
  }
}

function shortened(error: unknown): string {
  const message = error instanceof gift.SyntaxError ? error.message : 'it cannot be read'
  const found = / but (.*) found\.$/s.exec(message)?.[1] ?? message
  if (found === String.raw`"\n"`) return 'a sign is missing before its end'
  return `${found.slice(0, 80).replaceAll(/\s+/g, ' ')} is not expected here`
}
