import type { Token, Tokens } from 'marked'

/** A heading of level 1 or 2 and what follows it. */
export interface TokenSection {
  /** undefined: what stands before the first. */
  heading: Tokens.Heading | undefined
  tokens: Token[]
}

export function splitSections(tokens: readonly Token[]): TokenSection[] {
  const sections: TokenSection[] = [{ heading: undefined, tokens: [] }]
  for (const token of tokens) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth <= 2) {
      sections.push({ heading: token as Tokens.Heading, tokens: [] })
    } else sections.at(-1)!.tokens.push(token)
  }
  return sections
}
