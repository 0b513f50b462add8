import type { Token } from 'marked'

import type { TokenSection } from './split-sections.ts'

/** A comment that holds a map in braces: what is in the braces, and where that begins in the token. */
export interface EstimateComment {
  token: Token
  yaml: string
  offset: number
}

const inBraces = /<!--(?=\s*\{)([\s\S]*?)-->/

/** The comment that makes a section an estimate: among those right under its heading of level 2. */
export function estimateComment({ heading, tokens }: TokenSection): EstimateComment | undefined {
  if (heading?.depth !== 2) return undefined
  const end = tokens.findIndex(({ type }) => type !== 'html' && type !== 'space')
  for (const token of end === -1 ? tokens : tokens.slice(0, end)) {
    const found = token.type === 'html' ? inBraces.exec(token.raw) : null
    if (found) return { token, yaml: found[1]!, offset: found.index + '<!--'.length }
  }
  return undefined
}

/** Whether a comment was meant as that of an estimate, wherever it stands and whatever its braces. */
export function isMeantAsEstimate({ raw }: Token): boolean {
  return inBraces.test(raw) || /<!--[^>]*\btype:\s*estimate\b/.test(raw)
}
