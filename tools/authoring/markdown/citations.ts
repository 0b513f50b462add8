import type { MarkdownContext } from './markdown-context.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place } from '../problems/problem.ts'
import { whyNotShown } from '../files/facts.ts'

/** Reports a citation that leads nowhere, or stands where its sentence cannot be left out. */
export function checkCitation(
  id: string,
  where: 'text' | 'question' | 'heading' | 'table cell',
  place: () => Place,
  { shared, listed, inLaw, problems }: MarkdownContext,
): void {
  if (!id.startsWith('f-')) {
    problems.error('S36', place(), 'footnotes are written in facts.yml; cite one as [^f-…]')
    return
  }
  if (where !== 'text') {
    problems.error('S42', place(), `a ${where} cannot cite a fact; only a sentence in the text can be left out`)
    return
  }
  if (!shared.facts) return

  const fact = shared.facts.get(id)
  if (!fact) {
    problems.error('S40', place(), `fact ${id} does not exist in facts.yml${didYouMean(id, shared.facts.keys())}`)
    return
  }
  if (listed && !listed.includes(id)) {
    problems.error('S42', place(), `fact ${id} is cited but not listed; add it to facts: in the front matter`)
  }
  const reason = whyNotShown(fact, inLaw)
  if (reason) problems.warning('S41', place(), `the sentence that cites ${id} is left out of the page: ${reason}`)
}
