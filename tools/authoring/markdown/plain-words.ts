import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'

/** What a reader sees of some tokens, without marks and line breaks. */
export function plainWords(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join(' ').normalize('NFC').replace(/\s+/g, ' ').trim()
}

function wordsOf(token: Token): string {
  if (token.type === 'br') return ' '
  const children = childrenOf(token)
  if (children.length === 0) return 'text' in token ? (token as Tokens.Text).text : ''
  const isBlock = ['blockquote', 'list', 'list_item'].includes(token.type)
  return children.map(wordsOf).join(isBlock ? ' ' : '')
}
