import type { LateChoice } from '../../web/components/late-choices.tsx'
import { isBlank } from '../questions/given.ts'
import { rulesOf } from '../questions/registry.ts'
import type { Visit } from '../visit.ts'
import { givenAsHandedIn } from './drafts.ts'
import { asText } from './form-fields.ts'
import type { TooLate } from './submit-attempt.ts'
import { questionView } from './views.ts'

/** The choices that came too late, in words; those that were handed in just so are left out. */
export async function lateView(visit: Visit, { read, sent }: TooLate): Promise<LateChoice[]> {
  const { questions, submission } = read
  const late = await Promise.all(
    questions.map(async (question): Promise<LateChoice[]> => {
      const given = sent[question.id]
      const counted = await givenAsHandedIn(question, submission?.answers[question.id], visit.settings.SECRET)
      if (!given || isBlank(given) || (counted && asText(counted) === asText(given))) return []
      const view = await questionView(question, visit)
      return [{ stem: view.stem, ...rulesOf(question).inWords(view, given) }]
    }),
  )
  return late.flat()
}
