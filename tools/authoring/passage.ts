import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'
import type { Markdown } from './markdown.ts'
import type { WrittenOption } from './options.ts'
import type { Place, Problems } from './problem.ts'

/** Takes the quoted passage out of the stem of a question of type spot. */
export function splitPassage(
  stem: Markdown,
  heading: Place,
  problems: Problems,
): { stem: Markdown; passage: Markdown | undefined } {
  const quotes = stem.tokens.filter((token) => token.type === 'blockquote')
  if (quotes.length !== 1) {
    const found = quotes.length === 0 ? 'no quoted passage' : `${quotes.length} quoted passages`
    problems.error('S38', heading, `the question has ${found}; write one before its sentences, each line with "> "`)
    return { stem, passage: undefined }
  }
  const rest = stem.tokens.filter((token) => token.type !== 'blockquote')
  return { stem: { ...stem, tokens: rest }, passage: { ...stem, tokens: quotes } }
}

/** Reports sentences that the passage does not hold, or holds in another order. */
export function checkSentences(passage: Markdown, options: readonly WrittenOption[], problems: Problems): void {
  const whole = plainWords(passage.tokens)
  let from = 0
  for (const { text } of options) {
    const sentence = plainWords(text.tokens)
    const found = whole.indexOf(sentence, from)
    if (found !== -1) from = found + sentence.length
    else if (whole.includes(sentence)) {
      problems.error('S38', text.place, 'this sentence comes earlier in the passage; list the sentences in its order')
    } else {
      problems.error('S38', text.place, 'this sentence is not in the passage; copy it from there, word for word')
    }
  }
}

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
