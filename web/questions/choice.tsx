import type { AnsweredChoice, ChoiceView } from '../../worker/questions/choice.ts'
import { optionMark } from './mark.tsx'
import { AnsweredPicks, Picks } from './picks.tsx'
import { rightOrNot } from './right-or-not.ts'
import type { TypePages } from './type-pages.ts'

export const choice: TypePages<ChoiceView, AnsweredChoice> = {
  ...rightOrNot,
  prompt: (t, { choose }) => t('question.choose', { count: choose }),
  Fields: ({ question: { choose, options }, names, given, required }) => (
    <Picks name={names.tokens} isOne={choose === 1} options={options} given={given} required={required} />
  ),
  Parts: ({ frame, question: { options } }) => (
    <AnsweredPicks frame={frame} options={options} mark={optionMark} own={frame.t('question.yours')} />
  ),
  isAnswered: ({ options }) => options.some((option) => option.chosen),
}
