import type { Question, VoidedQuestion } from '../../../../formats/catalogue/catalogue.ts'
import { voidingOf } from '../../../../formats/catalogue/voiding-of.ts'
import { drawnFor } from '../../find-asked.ts'
import { countVoided, type Remarked } from '../count-voided.ts'
import { asAnswered } from '../rules.ts'
import type { HandedIn } from './store.ts'

/**
 * The voided questions of a test as it lies in the database, and what it comes to with them. `versions`: what the versions
 * drawn say. Throws for a test that cannot be read.
 */
export function remarkedIn(
  { isSpoilt, drawn, answers, counted, score }: HandedIn,
  voided: readonly VoidedQuestion[],
  versions: readonly Question[],
): Remarked[] {
  if (isSpoilt) throw new Error('a test that was handed in cannot be read')
  if (!drawn || !answers) return []

  const stood = asAnswered(drawn, (id) => Object.hasOwn(answers, id), { isLast: true })
  const counting = stood.filter((each) => voidingOf(voided, each) || counted.includes(each.question))
  return countVoided({ answers, score, questions: drawnFor(counting, versions) }, voided, counted)
}
