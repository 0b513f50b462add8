import type { Token } from 'marked'

import { locate } from '../markdown/locator.ts'
import { lexInline, type Markdown } from '../markdown/markdown.ts'
import type { Problems } from '../problems/problem.ts'

const most = 2
const label = /^\*\*(?:Ledtråd|Hint):\*\*\s*/

/** Takes the hints out of a stem: its last paragraphs, which begin with **Ledtråd:** or **Hint:**. Its text keeps them, for the hash. */
export function takeHints(stem: Markdown, problems: Problems): { stem: Markdown; hints: Markdown[] } {
  const found = stem.tokens.filter(isHint)
  if (found.length === 0) return { stem, hints: [] }

  const placeOf = locate(stem)
  const hints = found.map((token) => lexInline(token.raw.trim().replace(label, ''), placeOf(token), problems))
  for (const { text, place } of hints)
    if (text === '') problems.error('S56', place, 'a hint without words; write what helps somebody who is stuck')
  if (hints.length > most)
    problems.error(
      'S56',
      hints[most]!.place,
      `${hints.length} hints; one or two, the second saying more than the first`,
    )
  const last = stem.tokens.findLastIndex((token) => !isHint(token) && token.type !== 'space')
  if (last > stem.tokens.indexOf(found[0]!))
    problems.error('S56', hints[0]!.place, 'text after a hint; hints are the last before what is answered')
  return { stem: { ...stem, tokens: stem.tokens.filter((token) => !isHint(token)) }, hints }
}

function isHint(token: Token): boolean {
  return token.type === 'paragraph' && label.test(token.raw)
}
