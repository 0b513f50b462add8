import { raw } from '../html/html.ts'

import type { AnsweredSpot, SpotView } from '../../worker/questions/spot.ts'
import type { Frame } from '../frame.ts'
import { Mark, type MarkWords } from './mark.tsx'
import { AnsweredPicks, Picks } from './picks.tsx'
import { rightOrNot } from './right-or-not.ts'
import type { TypePages } from './type-pages.ts'

/** A passage, and its sentences to mark. */
export const spot: TypePages<SpotView, AnsweredSpot> = {
  ...rightOrNot,
  prompt: (t) => t('question.do.spot'),
  Fields: ({ frame: { t }, question: { passage, options, none }, names, given, required }) => (
    <>
      <blockquote class="passage">{raw(passage)}</blockquote>
      <Picks
        name={names.tokens}
        isOne={false}
        options={[...options, { token: none, text: t('question.sentence.none') }]}
        given={given}
        required={required}
      />
    </>
  ),
  Parts: ({ frame, question: { passage, options, none } }) => (
    <>
      <blockquote class="passage">{raw(passage)}</blockquote>
      <AnsweredPicks frame={frame} options={options} mark={sentenceMark} own={frame.t('question.marked')}>
        {none.chosen || none.right ? <None frame={frame} none={none} /> : null}
      </AnsweredPicks>
    </>
  ),
  isAnswered: ({ options, none }) => none.chosen || options.some((option) => option.chosen),
}

/** Whether there was nothing to mark, where that was so, or was the answer. */
function None({ frame, none: { chosen, right } }: { frame: Frame; none: AnsweredSpot['none'] }) {
  const mark: MarkWords = right
    ? { look: chosen ? 'right' : 'plain', icon: 'right', words: 'question.option.right' }
    : { look: 'chosen', icon: 'wrong', words: 'question.option.not-right' }
  return (
    <Mark frame={frame} {...mark} own={chosen ? frame.t('question.yours') : undefined}>
      <p class="option__text">{frame.t('question.sentence.none')}</p>
    </Mark>
  )
}

/** It is the learner's eye that is right or not: a fault found, a fault missed, a sentence rightly left. */
function sentenceMark({ right, chosen }: { right: boolean; chosen: boolean }): MarkWords {
  if (right && chosen) return { look: 'right', icon: 'right', words: 'question.sentence.found' }
  if (right) return { look: 'chosen', icon: 'wrong', words: 'question.sentence.missed' }
  return chosen
    ? { look: 'chosen', icon: 'wrong', words: 'question.sentence.right' }
    : { look: 'plain', icon: 'right', words: 'question.sentence.right' }
}
