import { Lexer, Marked, type MarkedOptions, type Token } from 'marked'

import { reportUnreadable, tooDeep } from './nesting.ts'
import type { Place, Problems } from '../problems/problem.ts'

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
  return lexWith((lexer, part) => lexer.lex(part), text, place, problems)
}

/** Lexes what stands within one paragraph: an option, a line of feedback. */
export function lexInline(text: string, place: Place, problems: Problems): Markdown {
  if (!mayHaveMarks.test(text)) return { text, place, tokens: text ? [{ type: 'text', raw: text, text }] : [] }
  return lexWith((lexer, part) => lexer.inlineTokens(part), text, place, problems)
}

/** marked's lexer calls itself for what is nested, and so does whoever walks through what it found. */
function lexWith(
  lex: (lexer: Lexer, text: string) => Token[],
  text: string,
  place: Place,
  problems: Problems,
): Markdown {
  if (reportUnreadable(text, place, problems)) return { text, place, tokens: [] }
  const tokens = attempt(lex, text)
  const deep = tokens && tooDeep(tokens)
  if (tokens && !deep) return { text, place, tokens }

  const start = deep ? offsetOf(deep, tokens) : firstUnreadable(lex, text)
  const line = place.line + text.slice(0, start).split('\n').length - 1
  problems.error('S36', { ...place, line }, 'the markdown cannot be read; is something nested far too deeply?')
  return { text, place, tokens: [] }
}

function attempt(lex: (lexer: Lexer, text: string) => Token[], text: string): Token[] | undefined {
  try {
    return lex(new Lexer(marked.defaults as MarkedOptions), text)
  } catch {
    return undefined
  }
}

function offsetOf(token: Token, tokens: readonly Token[]): number {
  const before = tokens.slice(0, tokens.indexOf(token)).reduce((sum, { raw }) => sum + raw.length, 0)
  return before + /^\s*/.exec(token.raw)![0].length
}

/** Offset of the first paragraph that cannot be read by itself. */
function firstUnreadable(lex: (lexer: Lexer, text: string) => Token[], text: string): number {
  let start = 0
  for (const part of text.split(/(?<=\n[ \t]*\n)/)) {
    if (!attempt(lex, part)) return start
    start += part.length
  }
  return 0
}
