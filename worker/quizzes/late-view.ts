import type { LateChoice } from '../../web/components/late-choices.tsx'
import type { Given } from '../../web/components/question-view.ts'
import type { Question } from '../courses/catalogue.ts'
import type { Chosen } from '../db/schema/quizzes.ts'
import type { Visit } from '../visit.ts'
import { givenOf } from './drafts.ts'
import { asText } from './form-fields.ts'
import { isBlank } from './read-given.ts'
import type { TooLate } from './submit-attempt.ts'
import { questionView } from './views.ts'

/** The choices that came too late, in words; those that were handed in just so are left out. */
export async function lateView(visit: Visit, { read, sent }: TooLate): Promise<LateChoice[]> {
  const { questions, submission } = read
  const late = await Promise.all(
    questions.map(async (question): Promise<LateChoice[]> => {
      const given = sent[question.id]
      const counted = await countedOf(question, submission?.answers[question.id], visit)
      if (!given || isBlank(given) || (counted && asText(counted) === asText(given))) return []
      const view = await questionView(question, visit)
      const options = 'options' in view ? view.options : []
      return [{ stem: view.stem, typed: typeof given === 'string' ? given : '', options: optionWords(given, options) }]
    }),
  )
  return late.flat()
}

/** What was handed in, as a form gives it. */
function countedOf(question: Question, chosen: Chosen | undefined, { settings }: Visit): Promise<Given | undefined> {
  const isSequence = question.type === 'order' && Array.isArray(chosen)
  const draft = isSequence ? { places: chosen.map((_, ordinal) => chosen.indexOf(ordinal) + 1) } : chosen
  return givenOf(question, draft, settings.SECRET)
}

function optionWords(given: Given, options: readonly { token: string; text: string }[]): string[] {
  if (typeof given === 'string') return []
  const word = (token: string) => options.find((option) => option.token === token)?.text ?? ''
  if (Array.isArray(given)) return given.map(word)
  return Object.entries(given.places).flatMap(([token, place]) => (place ? [`${place}. ${word(token)}`] : []))
}
