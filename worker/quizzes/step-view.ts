import type { PracticeView } from '../../web/pages/courses/lesson-view.ts'
import type { Frame } from '../../web/frame.ts'
import type { Question } from '../../formats/catalogue/catalogue.ts'
import { type Given, isBlank } from '../questions/given.ts'
import { rulesOf } from '../questions/registry.ts'
import { Refusal } from '../refusal.ts'
import type { Visit } from '../visit.ts'
import { isFault, readGiven } from './read-given.ts'
import { renewed } from './renew-given.ts'
import { asRead } from './shown-text.ts'
import { questionView } from './views.ts'

/** A question that is answered in steps, and the steps so far, of the version that they were made in. */
export interface Far {
  question: string
  version: string | undefined
  given: Given
}

type OpenView = PracticeView & { state: 'open' }

/** A practice question to be answered, with what was given to it already. */
export async function openView(
  visit: Visit,
  question: Question,
  given: Given = [],
  error?: string,
  steps?: Given,
): Promise<OpenView> {
  return {
    state: 'open',
    question: await questionView(question, visit, undefined, steps),
    answerId: crypto.randomUUID(),
    hints: asRead(question, visit).hints?.[visit.locale] ?? [],
    asksConfidence: rulesOf(question).asksConfidence,
    confidence: undefined,
    given,
    error,
  }
}

/** After some steps of one that is answered in steps. Those of another version, or that it does not have, lead to its beginning. */
export async function stepView(visit: Visit, { t }: Frame, question: Question, far: Far): Promise<OpenView> {
  const given = far.version === question.version ? await stepsIn(visit, question, far.given) : undefined
  const error = given || isBlank(far.given) ? undefined : t('question.steps-changed')
  return openView(visit, question, given, error, given)
}

/** The steps, without the last where that ends it: how it ends is told after the answer. */
async function stepsIn(visit: Visit, question: Question, sent: Given): Promise<Given | undefined> {
  const given = await renewed(question, sent, visit)
  const reading = { locale: visit.locale, secret: visit.settings.SECRET }
  try {
    const read = await readGiven(question, given, reading)
    if (isFault(read)) return read.reason === 'goes-on' ? given : undefined
    return Array.isArray(given) ? given.slice(0, -1) : undefined
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
