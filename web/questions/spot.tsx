import { raw } from '../html/html.ts'

import type { AnsweredSpot, SpotView } from '../../worker/questions/spot.ts'
import type { MarkWords } from './mark.tsx'
import { AnsweredPicks, Picks } from './picks.tsx'
import type { TypePages } from './type-pages.ts'

/** A passage, and its sentences to mark. */
export const spot: TypePages<SpotView, AnsweredSpot> = {
  prompt: (t) => t('question.do.spot'),
  Fields: ({ question: { passage, options }, names, given, required }) => (
    <>
      <blockquote class="passage">{raw(passage)}</blockquote>
      <Picks name={names.tokens} isOne={false} options={options} given={given} required={required} />
    </>
  ),
  Parts: ({ frame, question: { passage, options } }) => (
    <>
      <blockquote class="passage">{raw(passage)}</blockquote>
      <AnsweredPicks frame={frame} options={options} mark={sentenceMark} own={frame.t('question.marked')} />
    </>
  ),
  isAnswered: ({ options }) => options.some((option) => option.chosen),
}

/** It is the learner's eye that is right or not: a fault found, a fault missed, a sentence rightly left. */
function sentenceMark({ right, chosen }: { right: boolean; chosen: boolean }): MarkWords {
  if (right && chosen) return { look: 'right', icon: 'right', words: 'question.sentence.found' }
  if (right) return { look: 'chosen', icon: 'wrong', words: 'question.sentence.missed' }
  return chosen
    ? { look: 'chosen', icon: 'wrong', words: 'question.sentence.right' }
    : { look: 'plain', icon: 'right', words: 'question.sentence.right' }
}
