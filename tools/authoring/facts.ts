import type { z } from 'zod'

import type { Place, Problems } from './problem.ts'
import { didYouMean } from './near-miss.ts'
import type { FactsFile } from './schemas.ts'

export type Fact = z.infer<typeof FactsFile>['facts'][number]
export type FactsById = ReadonlyMap<string, Fact>

const citation = /\[\^(f-[^\]\s]+)\]/g

/** A fact may be shown when somebody who is named has opened its source. */
function isPublished(fact: Fact): boolean {
  return fact.published && fact.checker !== 'none' && fact.checked !== null && fact.certainty === 'A'
}

/** Leaves out every sentence that cites an unpublished fact, and says so; a published citation loses its mark. */
export function leaveOutUnpublished(text: string, facts: FactsById, place: Place, problems: Problems): string {
  if (!text.includes('[^f-')) return text

  return text
    .split('\n')
    .map((line, i) =>
      line.includes('[^f-') ? withoutUnpublished(line, facts, { ...place, line: place.line + i }, problems) : line,
    )
    .join('\n')
}

function withoutUnpublished(line: string, facts: FactsById, place: Place, problems: Problems): string {
  return sentencesOf(line)
    .filter((sentence) => {
      const cited = [...sentence.matchAll(citation)].map((match) => match[1]!)
      const missing = cited.filter((id) => !facts.has(id))
      for (const id of missing)
        problems.error('S40', place, `fact ${id} does not exist in facts.yml${didYouMean(id, facts.keys())}`)
      const unpublished = cited.filter((id) => facts.has(id) && !isPublished(facts.get(id)!))
      for (const id of unpublished)
        problems.warning(
          'S41',
          place,
          `the sentence that cites ${id} is left out of the page: the fact is not published`,
        )
      return missing.length + unpublished.length === 0
    })
    .map((sentence) => sentence.replace(citation, ''))
    .join('')
}

/** Sentences with their trailing space; a citation after the full stop belongs to the sentence before it. */
function sentencesOf(line: string): string[] {
  return (
    line
      .match(/[^.!?]*(?:[.!?]+(?=\d)[^.!?]*)*(?:[.!?]+["”’)]*|$)(?:\[\^[^\]]+\])*\s*/g)
      ?.filter((part) => part !== '') ?? [line]
  )
}
