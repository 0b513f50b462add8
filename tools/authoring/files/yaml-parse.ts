import { type Document, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml'

/** A fault of the YAML itself: where it is, and what to mend. */
interface YamlFault {
  offset: number
  message: string
}

export interface ParsedYaml {
  document: Document.Parsed
  lines: LineCounter
  faults: YamlFault[]
}

const deepest = 40
const mostFaults = 10

/** Short texts as they were parsed: a question's comment is the same in both languages. */
const known = new Map<string, ParsedYaml>()
const mostKept = 1000
const longestKept = 300

/**
 * Parses YAML in time linear to its length. What is nested beyond reason is not parsed at all, and no value may stand
 * for another (`&`, `*`): both have been used to make a small file fill a computer.
 */
export function parseYaml(text: string): ParsedYaml {
  const kept = known.get(text)
  if (kept) return kept

  const parsed = parse(text)
  if (text.length > longestKept) return parsed
  if (known.size >= mostKept) known.clear()
  known.set(text, parsed)
  return parsed
}

function parse(text: string): ParsedYaml {
  const deep = tooDeep(text)
  const lines = new LineCounter()
  // The library's own search for equal keys compares each with every other.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'error' } as const
  const document = parseDocument(deep === undefined ? text : '', options)
  if (deep !== undefined) {
    for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1)
    return { document, lines, faults: [{ offset: deep, message: 'YAML cannot be read: nested far too deeply' }] }
  }
  const errors = document.errors.map(({ pos, code, message }) => ({
    offset: pos[0],
    message: yamlMessage(code, message),
  }))
  const faults = errors.length > 0 ? errors : [...faultsIn(document), ...lostText(document, text)]
  return { document, lines, faults: faults.slice(0, mostFaults) }
}

/** Offset of the sign that opens one bracket, dash or step of indentation too many. */
function tooDeep(text: string): number | undefined {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1))
    if (depth > deepest) return index
  }
  const dashes = new RegExp(`^[ ]*(?:[-?:][ ]+){${deepest}}|^[ ]{200,}\\S`, 'm').exec(text)
  return dashes?.index
}

const isStandIn =
  'YAML cannot be read: write the values out instead of using & and *; a text that begins with * or & needs quotation marks'

function faultsIn(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = []
  const at = (node: { range?: readonly number[] | null | undefined }) => node.range?.[0] ?? 0
  visit(document, {
    Alias: (_key, node) => void faults.push({ offset: at(node), message: isStandIn }),
    Map: (_key, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) faults.push({ offset: at(key), message: yamlMessage('DUPLICATE_KEY', '') })
        seen.add(key.value)
      }
    },
  })
  return faults
}

/** `Pris #1` is "Pris" and a comment. A remark after a value stands apart: two spaces or more, and one after the #. */
function lostText(document: Document.Parsed, text: string): YamlFault[] {
  const faults: YamlFault[] = []
  visit(document, {
    Scalar(_key, node) {
      const { range, type } = node as Scalar.Parsed
      if (type !== 'PLAIN' || !range) return
      const comment = /^([ \t]+)#(?! )|^[ \t]#/.exec(text.slice(range[1], range[1] + 80))
      if (!comment) return
      const lost = text.slice(range[1]).split('\n', 1)[0]!.trim()
      const message = `"${lost.slice(0, 30)}" is read as a comment and lost; put the whole text in quotation marks, or two spaces before a remark`
      faults.push({ offset: range[1] + comment[0].indexOf('#'), message })
    },
  })
  return faults
}

const plainer: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it needs quotation marks: title: "Tre frågor: innan du skickar"',
  TAB_AS_INDENT: 'a tab in YAML; indent with spaces',
  DUPLICATE_KEY: 'the key is written twice; keep one of them',
  BAD_INDENT: 'the line is not indented like its neighbours; line them up with spaces',
  MULTILINE_IMPLICIT_KEY: 'a key without ":" after it; write key: value',
  MISSING_CHAR: 'a sign is missing, often a quotation mark, a comma, ] or }',
  BAD_ALIAS: 'a text that begins with * or & needs quotation marks',
  MULTIPLE_DOCS: 'two parts divided by ---; keep one',
}

/** What to mend, in the words of an author who need not know YAML. */
function yamlMessage(code: string, message: string): string {
  const [first = ''] = message.split('\n')
  return `YAML cannot be read: ${Object.hasOwn(plainer, code) ? plainer[code] : first}`
}
