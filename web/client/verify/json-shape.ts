const deepest = 64
const mostNodes = 2000
const mostContexts = 10

export type ShapeFault = 'said-twice' | 'too-many-nodes' | 'too-many-contexts'

/** Before a text is parsed: what reads it later goes down as deep as it is. */
export function isTooDeep(json: string): boolean {
  return depthOf(json) > deepest
}

/** How deep brackets are nested outside strings. */
export function depthOf(json: string): number {
  let depth = 0
  let most = 0
  for (const { piece } of piecesOf(json)) {
    if (piece === '{' || piece === '[') most = Math.max(most, (depth += 1))
    if (piece === '}' || piece === ']') depth -= 1
  }
  return most
}

/** What makes JSON ambiguous, or more than is worked on. `value` is what `json` says. */
export function faultOfShape(json: string, value: unknown): ShapeFault | undefined {
  if (saysTwice(json)) return 'said-twice'
  const { nodes, contexts } = countIn(value)
  if (nodes > mostNodes) return 'too-many-nodes'
  return contexts > mostContexts ? 'too-many-contexts' : undefined
}

/** Whether an object has two members of one name: which of them counts is another thing for every reader. */
function saysTwice(json: string): boolean {
  const open: Set<string>[] = []
  let text = ''
  for (const { piece, start, end } of piecesOf(json)) {
    if (piece === '{' || piece === '[') open.push(new Set())
    else if (piece === '}' || piece === ']') open.pop()
    else if (piece === '"') text = json.slice(start, end)
    else {
      const names = open.at(-1)
      if (names?.size === names?.add(String(JSON.parse(text))).size) return true
    }
  }
  return false
}

/** Objects and lists, and how many contexts are named anywhere. */
function countIn(value: unknown): { nodes: number; contexts: number } {
  if (typeof value !== 'object' || value === null) return { nodes: 0, contexts: 0 }
  const sum = { nodes: 1, contexts: 0 }
  for (const [name, each] of Object.entries(value)) {
    const { nodes, contexts } = countIn(each)
    sum.nodes += nodes
    sum.contexts += name === '@context' ? (Array.isArray(each) ? each.length : 1) : contexts
  }
  return sum
}

/** Brackets, colons and strings of a JSON text, in one pass; without a parser, since the text may be hostile. */
function* piecesOf(json: string): Generator<{ piece: string; start: number; end: number }> {
  for (let at = 0; at < json.length; at += 1) {
    const piece = json[at]!
    if (piece === '"') {
      const start = at
      for (at += 1; at < json.length && json[at] !== '"'; at += 1) if (json[at] === '\\') at += 1
      yield { piece, start, end: at + 1 }
    } else if ('{}[]:'.includes(piece)) yield { piece, start: at, end: at + 1 }
  }
}
