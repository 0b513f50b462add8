import type { Tokens } from 'marked'

import { plainWords } from './plain-words.ts'

/** How a table is shown on a phone, and which of its columns hold numbers. */
export interface TableShape {
  /** A grid stays one: where something stands is what it says. Cases are too wide, and each row becomes a card. */
  kind: 'grid' | 'cases'
  numeric: readonly boolean[]
}

const mostColumns = 4
/** Characters side by side on a screen of 360 pixels, with the room between columns taken off. */
const charactersAcross = 33
const longestCell = 48
const number = /^[-–−+]?\d[\d\s.,:]*(?:\s?(?:%|[a-zåäö²³°]{1,8}))?\.?$/iu

/** Reads a table's shape from its words. The first column names the rows, whatever it holds. */
export function shapeOf({ header, rows, align }: Tokens.Table): TableShape {
  const columns = header.map((cell, i) => [cell, ...rows.map((row) => row[i]!)].map(({ tokens }) => plainWords(tokens)))
  const longestWords = columns.map((texts) => longestOf(texts.flatMap((text) => text.split(/[\s-]+/))))
  const isNarrow =
    columns.length <= mostColumns &&
    longestWords.reduce((sum, length) => sum + length, 0) <= charactersAcross &&
    longestOf(columns.flat()) <= longestCell
  const numeric = columns.map(([, ...cells], i) => align[i] === 'right' || (i > 0 && areNumbers(cells)))
  return { kind: isNarrow ? 'grid' : 'cases', numeric }
}

function areNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '')
  return filled.length > 1 && filled.every((text) => number.test(text))
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, [...text].length), 0)
}
