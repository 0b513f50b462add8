import { type AnsweredView, rulesOf } from '../questions/registry.ts'
import type { Outcome } from '../questions/type-rules.ts'
import type { Asked } from './find-asked.ts'
import { asRead } from './shown-text.ts'
import { type Reader, showingOf } from './views.ts'

/** A question after the answer, with the reasons. Options stand in the order in which they were shown. */
export async function answeredView(
  question: Asked,
  outcome: Outcome,
  reader: Reader,
  order?: number[],
): Promise<AnsweredView> {
  return rulesOf(question).answered(asRead(question, reader), outcome, await showingOf(question, reader, order))
}
