import { Lexer, Marked, type MarkedOptions, type Token, type Tokens } from 'marked'

import type { Place, Problems } from './problem.ts'

/** A piece of markdown, lexed once, and where it stands. */
export interface Markdown {
  text: string
  place: Place
  tokens: Token[]
}

/** A comment; one that holds another has lost its own end. */
export const comments = /<!--(?:(?!<!--)[\s\S])*?-->/g

/** Most options and feedback are plain words, which need no lexer. */
const mayHaveMarks = /[\\`*_[\]<>~@\n]|https?:|ftp:|www\.|mailto:|xmpp:/i

/** `[^f-id]` after a sentence. */
export interface Citation {
  type: 'citation'
  raw: string
  fact: string
}

const marked = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'citation',
      level: 'inline',
      start: (text) => text.indexOf('[^'),
      tokenizer(text) {
        const [raw, fact] = /^\[\^([^\]\s]+)\]/.exec(text) ?? []
        return raw && fact ? { type: 'citation', raw, fact } : undefined
      },
    },
  ],
})

/** Lexes whole paragraphs, lists, tables; `place` is the text's first character. */
export function lexBlocks(text: string, place: Place, problems: Problems): Markdown {
  return lexWith((lexer) => lexer.lex(text), text, place, problems)
}

/** Lexes what stands within one paragraph: an option, a line of feedback. */
export function lexInline(text: string, place: Place, problems: Problems): Markdown {
  if (!mayHaveMarks.test(text)) return { text, place, tokens: text ? [{ type: 'text', raw: text, text }] : [] }
  return lexWith((lexer) => lexer.inlineTokens(text), text, place, problems)
}

/** The tokens within a token, in order. */
export function childrenOf(token: Token): Token[] {
  if (token.type === 'list') return (token as Tokens.List).items
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [...header, ...rows.flat()].flatMap((cell) => cell.tokens)
  }
  return 'tokens' in token && token.tokens ? token.tokens : []
}

/** marked's lexer calls itself for what is nested, so a thousand ">" in a row would exhaust the stack. */
function lexWith(lex: (lexer: Lexer) => Token[], text: string, place: Place, problems: Problems): Markdown {
  try {
    return { text, place, tokens: lex(new Lexer(marked.defaults as MarkedOptions)) }
  } catch {
    problems.error('S36', place, 'the markdown cannot be read; is something nested far too deeply?')
    return { text, place, tokens: [] }
  }
}
