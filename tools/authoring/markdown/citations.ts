import type { MarkdownContext } from './markdown-context.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place } from '../problems/problem.ts'
import type { Fact } from '../files/schemas.ts'

/** A fact may be shown when somebody who is named has opened its source. */
export function isPublished(fact: Fact): boolean {
  return fact.published && fact.checker !== 'none' && fact.checked !== null && fact.certainty === 'A'
}

/** Reports a citation that leads nowhere, or stands where its sentence cannot be left out. */
export function checkCitation(
  id: string,
  where: 'text' | 'question' | 'heading' | 'table cell',
  place: () => Place,
  { shared, listed, problems }: MarkdownContext,
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
  if (!isPublished(fact)) {
    problems.warning('S41', place(), `the sentence that cites ${id} is left out of the page: the fact is not published`)
  }
}
