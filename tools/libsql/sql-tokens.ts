export interface Token {
  kind: 'name' | 'quoted' | 'string' | 'blob' | 'number' | 'parameter' | 'symbol'
  /** What it names: in small letters and without its quotes; a symbol, a parameter or a number as it stands. */
  value: string
  start: number
  end: number
}

const id = String.raw`[A-Za-z0-9_$\u0080-\uffff]`
const token = new RegExp(
  [
    String.raw`(?<gap>[ \t\n\f\r\ufeff]+|--[^\n]*|/\*[\s\S]*?(?:\*/|$))`,
    String.raw`(?<string>'(?:[^']|'')*')`,
    String.raw`(?<quoted>"(?:[^"]|"")*"|` + '`(?:[^`]|``)*`' + String.raw`|\[[^\]]*\])`,
    String.raw`(?<blob>[xX]'(?:[0-9a-fA-F]{2})*')`,
    String.raw`(?<number>(?:0[xX][0-9a-fA-F]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?!${id}))`,
    String.raw`(?<parameter>\?\d*|[$@#:](?:::)*${id}(?:${id}|::)*(?:\([^\s)]*\))?)`,
    String.raw`(?<name>(?![xX]')[A-Za-z_\u0080-\uffff]${id}*)`,
    String.raw`(?<symbol>[^'"\`[\dA-Za-z_\u0080-\uffff])`,
  ].join('|'),
  'y',
)

/**
 * SQL as SQLite's own tokenizer cuts it (src/tokenize.c of SQLite 3.45), without spaces and comments.
 * Undefined where SQLite would see an unrecognised token. The text holds no NUL, at which SQLite would stop reading.
 */
export function tokensOf(sql: string): Token[] | undefined {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < sql.length) {
    const start = token.lastIndex
    const groups = token.exec(sql)?.groups
    if (!groups) return undefined

    const [kind, text] = Object.entries(groups).find(([, found]) => found !== undefined)!
    if (kind !== 'gap') {
      tokens.push({ kind: kind as Token['kind'], value: valueOf(kind, text!), start, end: token.lastIndex })
    }
  }
  return tokens
}

function valueOf(kind: string, text: string): string {
  if (kind === 'name') return text.toLowerCase()
  if (kind === 'string' || kind === 'quoted') {
    const quote = text[0]!
    return text
      .slice(1, -1)
      .replaceAll(quote + quote, quote)
      .toLowerCase()
  }
  return text
}
