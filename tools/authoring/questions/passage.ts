import { withoutCaptions } from '../markdown/figures.ts'
import type { Markdown } from '../markdown/markdown.ts'
import { plainWords } from '../markdown/plain-words.ts'
import type { WrittenOption } from './options.ts'
import type { Place, Problems } from '../problems/problem.ts'

/** Takes the quoted passage out of the stem of a question of type spot. */
export function splitPassage(
  stem: Markdown,
  heading: Place,
  problems: Problems,
): { stem: Markdown; passage: Markdown | undefined } {
  const quotes = withoutCaptions(stem.tokens).filter((token) => token.type === 'blockquote')
  if (quotes.length !== 1) {
    const found = quotes.length === 0 ? 'no quoted passage' : `${quotes.length} quoted passages`
    problems.error('S38', heading, `the question has ${found}; write one before its sentences, each line with "> "`)
    return { stem, passage: undefined }
  }
  const rest = stem.tokens.filter((token) => token !== quotes[0])
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
