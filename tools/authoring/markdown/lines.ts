import type { Token, Tokens } from 'marked'

/** A token of a draft, which knows where it was written. */
type InFile = Token & { line?: number }

/**
 * Puts on every block, and on every item of a list, the line of the file where it begins: an author's page shows a
 * problem beside its block. What marked calls `raw` follows one another without a gap.
 */
export function withLines(tokens: readonly Token[], first: number): Token[] {
  let line = first
  return tokens.map((token) => {
    const start = line + leadingLines(token.raw)
    line += linesIn(token.raw)
    const own = { ...token, line: start }
    return token.type === 'list' ? ({ ...own, items: withLines((token as Tokens.List).items, start) } as Token) : own
  })
}

/** The attribute of a draft's block; nothing in a build. */
export function lineAttribute(token: InFile | Tokens.ListItem): string {
  return 'line' in token && token.line !== undefined ? ` data-line="${Number(token.line)}"` : ''
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

function leadingLines(text: string): number {
  return linesIn(/^\s*/.exec(text)![0])
}
