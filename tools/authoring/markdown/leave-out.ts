import type { Token, Tokens } from 'marked'

import { childrenOf } from './children-of.ts'
import type { Citation } from './markdown.ts'

/** Ends of sentences, with the space after them; not after an abbreviation, nor within a number such as 1.4301. */
const sentenceEnd =
  /(?<!\b(?:t\.ex|bl\.a|m\.m|d\.v\.s|dvs|osv|resp|ca|kap|nr|st|e\.g|i\.e|etc|art|no|mr|dr))[.!?…]+["”’)\]]*(?:\s+(?=["“”‘’(\p{Lu}\d])|\s*$)/giu

/**
 * Takes away every sentence that cites a fact which is not shown, and the paragraphs, items, quotes and lists that
 * are empty then. `shown` tells whether a fact is.
 */
export function leaveOutUnshown(tokens: readonly Token[], shown: (fact: string) => boolean): Token[] {
  return tokens.flatMap((token) => {
    if (!hides(token, shown)) return [token]
    if (token.type === 'list')
      return keepIfAny({ ...token, items: leaveOutUnshown((token as Tokens.List).items, shown) }, 'items')
    if (token.type === 'blockquote' || token.type === 'list_item' || !('tokens' in token)) {
      return keepIfAny({ ...token, tokens: leaveOutUnshown(childrenOf(token), shown) }, 'tokens')
    }
    return keepIfAny({ ...token, tokens: withoutSentences(childrenOf(token), shown) }, 'tokens')
  })
}

function keepIfAny(token: Token, part: 'items' | 'tokens'): Token[] {
  const left = (token as unknown as Record<string, Token[]>)[part] ?? []
  return left.some((child) => child.type !== 'space' && child.type !== 'checkbox' && child.raw.trim() !== '')
    ? [token]
    : []
}

function hides(token: Token, shown: (fact: string) => boolean): boolean {
  if (token.type === 'citation') return !shown((token as unknown as Citation).fact)
  return childrenOf(token).some((child) => hides(child, shown))
}

function withoutSentences(tokens: readonly Token[], shown: (fact: string) => boolean): Token[] {
  return sentencesOf(tokens)
    .filter((sentence) => !sentence.some((token) => hides(token, shown)))
    .flat()
}

/** Cuts text at the ends of sentences. A citation or space after the full stop belongs to the sentence before it. */
function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]]
  let ended = false
  for (const piece of tokens.flatMap(cutText)) {
    const isSpace = piece.type === 'text' && piece.raw.trim() === ''
    if (ended && piece.type !== 'citation' && !isSpace) sentences.push([])
    if (piece.type !== 'citation' && !isSpace) ended = endsSentence(piece)
    sentences.at(-1)!.push(piece)
  }
  return sentences
}

function cutText(token: Token): Token[] {
  if (token.type !== 'text' || ('tokens' in token && token.tokens)) return [token]
  const { text } = token as Tokens.Text
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length)
  const lead = text.length - text.trimStart().length
  const cuts = [...new Set([0, lead, ...ends, text.length])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const part = text.slice(cuts[i], end)
    return { ...token, raw: part, text: part } as Token
  })
}

function endsSentence(piece: Token): boolean {
  return /[.!?…]["”’)\]*_]*\s*$/.test(piece.raw) && !/\b(t\.ex|bl\.a|m\.m|dvs|osv|e\.g|i\.e|etc)\.\s*$/i.test(piece.raw)
}
