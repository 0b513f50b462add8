import type { Markdown } from './markdown.ts'
import { plainWords } from './plain-words.ts'

/** A text's words without case, marks, needless spaces and the signs that end or quote them: equal ones say the same. */
export function foldedWords({ tokens }: Markdown): string {
  return plainWords(tokens)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\u2060]/gu, '')
    .replace(/["'“”‘’.!?,;:…\s]+/gu, ' ')
    .trim()
}
