/** One line of a list, or several where a cell in quotes runs over them; `line` counts from 1, `text` is as it stood. */
export interface ListLine {
  line: number
  text: string
  cells: string[]
}

/** A cell in quotes ends within so many signs, or its quote is a sign like any other. */
const longestQuoted = 1000
const delimiters = ['\t', ';', ','] as const

/**
 * The cells of each line that has any. A line is cut at tabs where it has some, else at semicolons, else at commas, so
 * that lines copied from different places may stand in one list. Linear, whatever stands in the text.
 */
export function splitCells(text: string): ListLine[] {
  const lines: ListLine[] = []
  let line = 1
  for (const raw of rawLines(text)) {
    const cells = cellsOf(raw).map(tidy)
    if (cells.some(Boolean)) lines.push({ line, text: raw.trim(), cells })
    line += 1 + (raw.match(/\r\n|\r|\n/g)?.length ?? 0)
  }
  return lines
}

/** Lines as they stand, those joined that are inside quotes. */
function* rawLines(text: string): Generator<string> {
  let start = 0
  let at = 0
  while (at < text.length) {
    const sign = text[at]!
    if (sign === '"' && isCellStart(text, start, at)) {
      at = endOfQuoted(text, at)
    } else if (sign === '\n' || sign === '\r') {
      yield text.slice(start, at)
      at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
      start = at
    } else at += 1
  }
  yield text.slice(start)
}

function isCellStart(text: string, lineStart: number, at: number): boolean {
  let before = at - 1
  while (before >= lineStart && at - before < 20 && text[before] === ' ') before -= 1
  return before < lineStart || delimiters.some((sign) => sign === text[before])
}

/** Where the text goes on after a quoted cell that begins at `at`; right after the quote where none ends. */
function endOfQuoted(text: string, at: number): number {
  const end = closing(text, at)
  return end === undefined ? at + 1 : end + 1
}

/** The quote that ends a cell; a doubled one stands for itself. */
function closing(text: string, at: number): number | undefined {
  const last = Math.min(text.length, at + longestQuoted)
  for (let i = at + 1; i < last; i += 1) {
    if (text[i] !== '"') continue
    if (text[i + 1] !== '"') return i
    i += 1
  }
  return undefined
}

function cellsOf(raw: string): string[] {
  const bare = pieces(raw)
  const delimiter = delimiters.find((sign) => bare.some((piece) => !piece.isQuoted && piece.text.includes(sign)))
  const cells = ['']
  for (const { text, isQuoted } of bare) {
    const parts = isQuoted || !delimiter ? [text] : text.split(delimiter)
    cells[cells.length - 1] += parts[0]!
    for (const part of parts.slice(1)) cells.push(part)
  }
  return cells
}

/** What stands in quotes, without them, and what does not. */
function pieces(raw: string): { text: string; isQuoted: boolean }[] {
  const found: { text: string; isQuoted: boolean }[] = []
  let from = 0
  for (let at = raw.indexOf('"'); at !== -1; at = raw.indexOf('"', at)) {
    const end = isCellStart(raw, 0, at) ? closing(raw, at) : undefined
    if (end !== undefined) {
      found.push({ text: raw.slice(from, at), isQuoted: false })
      found.push({ text: raw.slice(at + 1, end).replaceAll('""', '"'), isQuoted: true })
      from = end + 1
    }
    at = (end ?? at) + 1
  }
  found.push({ text: raw.slice(from), isQuoted: false })
  return found
}

/** One space where there are several or line breaks, nothing that nobody sees at the ends. */
function tidy(cell: string): string {
  return cell
    .replace(/[\s\u200B\uFEFF]+/gu, ' ')
    .trim()
    .normalize('NFC')
}
