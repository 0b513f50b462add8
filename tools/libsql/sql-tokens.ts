export interface Token {
  kind: 'name' | 'quoted' | 'string' | 'blob' | 'number' | 'parameter' | 'symbol'
  /** What it names: in small letters and without its quotes; a symbol, a parameter or a number as it stands. */
  value: string
  start: number
  end: number
}

/** More than any statement of ours by far; a few million would hold the server up. */
const mostTokens = 200_000
const id = String.raw`[A-Za-z0-9_$\u0080-\uffff]`
const token = new RegExp(
  [
    String.raw`(?<gap>[ \t\n\f\r\ufeff]+|--[^\n]*|/\*[\s\S]*?(?:\*/|$))`,
    String.raw`(?<blob>[xX]'[0-9a-fA-F]*')`,
    String.raw`(?<number>(?:0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?!${id}))`,
    // The parentheses belong to the parameter (as in Tcl): up to the first `)`, without SQLite's six spaces.
    String.raw`(?<parameter>\?\d*|[$@#:](?:::)*${id}+(?:::${id}*)*(?:\([^ \t\n\v\f\r)]*\))?)`,
    String.raw`(?<name>(?![xX]')[A-Za-z_\u0080-\uffff]${id}*)`,
    String.raw`(?<symbol>[^\dA-Za-z_\u0080-\uffff])`,
  ].join('|'),
  'y',
)
const closing: Record<string, string> = { "'": "'", '"': '"', '`': '`', '[': ']' }

/**
 * SQL as SQLite's own tokenizer cuts it (src/tokenize.c of SQLite 3.45), without spaces and comments.
 * Undefined where SQLite would see an unrecognised token, and for texts of extraordinary length.
 * The text holds no NUL, at which SQLite would stop reading.
 */
export function tokensOf(sql: string): Token[] | undefined {
  const tokens: Token[] = []
  for (let start = 0; start < sql.length;) {
    const found = closing[sql[start]!] ? quotedAt(sql, start) : unquotedAt(sql, start)
    if (!found || tokens.length >= mostTokens) return undefined
    if (found.kind !== 'gap') tokens.push({ kind: found.kind, value: found.value, start, end: found.end })
    start = found.end
  }
  return tokens
}

interface Found {
  kind: Token['kind'] | 'gap'
  value: string
  end: number
}

/** Up to the quote that ends it: not one that is doubled, except in brackets. */
function quotedAt(sql: string, start: number): Found | undefined {
  const quote = closing[sql[start]!]!
  let end = sql.indexOf(quote, start + 1)
  while (quote !== ']' && end !== -1 && sql[end + 1] === quote) end = sql.indexOf(quote, end + 2)
  if (end === -1) return undefined
  const inside = sql.slice(start + 1, end).replaceAll(quote + quote, quote)
  return { kind: quote === "'" ? 'string' : 'quoted', value: inside.toLowerCase(), end: end + 1 }
}

function unquotedAt(sql: string, start: number): Found | undefined {
  token.lastIndex = start
  const groups = token.exec(sql)?.groups
  if (!groups) return undefined
  const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined) as [Found['kind'], string]
  // x'…' of an odd number of digits.
  if (kind === 'blob' && text.length % 2 === 0) return undefined
  return { kind, value: kind === 'name' ? text.toLowerCase() : text, end: token.lastIndex }
}
