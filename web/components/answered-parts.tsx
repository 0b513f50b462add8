import type { Frame } from '../frame.ts'
import { type Child, raw } from '../html/html.ts'
import type { MessageKey } from '../messages/translate.ts'
import { Icon } from './icon.tsx'
import type {
  AnsweredOptions as OptionsView,
  AnsweredOrder as OrderView,
  AnsweredTyped as TypedView,
} from './question-view.ts'

interface PartProps<View> {
  frame: Frame
  question: View
}

/** Every option with its reason; of a spot, every sentence, under the passage it was taken from. */
export function AnsweredOptions({ frame, question }: PartProps<OptionsView>) {
  const isSpot = question.type === 'spot'
  return (
    <>
      {isSpot ? <blockquote class="passage">{raw(question.passage)}</blockquote> : null}
      <ul class="options">
        {question.options.map((option) => (
          <Mark
            frame={frame}
            {...(isSpot ? sentenceMark(option) : optionMark(option))}
            own={option.chosen ? frame.t(isSpot ? 'question.marked' : 'question.yours') : undefined}
          >
            <p class="option__text">{raw(option.text)}</p>
            <p>{raw(option.feedback)}</p>
          </Mark>
        ))}
      </ul>
    </>
  )
}

interface Choice {
  right: boolean
  chosen: boolean
}

function optionMark({ right, chosen }: Choice): MarkWords {
  if (right) return { look: 'right', icon: 'right', words: 'question.option.right' }
  return { look: chosen ? 'chosen' : 'plain', icon: 'wrong', words: 'question.option.not-right' }
}

/** In a spot it is the learner's eye that is right or not: a fault found, a fault missed, a sentence rightly left. */
function sentenceMark({ right, chosen }: Choice): MarkWords {
  if (right && chosen) return { look: 'right', icon: 'right', words: 'question.sentence.found' }
  if (right) return { look: 'chosen', icon: 'wrong', words: 'question.sentence.missed' }
  return chosen
    ? { look: 'chosen', icon: 'wrong', words: 'question.sentence.right' }
    : { look: 'plain', icon: 'right', words: 'question.sentence.right' }
}

/** The items in the right order, each with the place it was given; then the reason. */
export function AnsweredOrder({ frame, question }: PartProps<OrderView>) {
  const { t } = frame
  return (
    <>
      <ol class="options ordered">
        {question.items.map(({ text, place }, i) => {
          const isRight = place === i + 1
          const mark: MarkWords = isRight
            ? { look: 'right', icon: 'right', words: 'question.place.right' }
            : { look: place ? 'chosen' : 'plain', icon: 'wrong', words: 'question.place.not-right' }
          return (
            <Mark frame={frame} {...mark} own={place ? t('question.your-place', { place }) : undefined}>
              <p class="option__text">
                {i + 1}. {raw(text)}
              </p>
            </Mark>
          )
        })}
      </ol>
      <p class="reason">{raw(question.feedback)}</p>
    </>
  )
}

/** What was typed, and what is right when that was not; then the reason. */
export function AnsweredTyped({ frame, question }: PartProps<TypedView>) {
  const { t } = frame
  const { own, right, correct, feedback } = question
  return (
    <>
      <ul class="options">
        {own ? (
          <Mark frame={frame} {...optionMark({ right: correct, chosen: true })} own={t('question.yours')}>
            <p class="option__text">{own}</p>
          </Mark>
        ) : null}
        {correct && own === right ? null : (
          <Mark frame={frame} look="plain" icon="right" words={correct ? 'question.key' : 'question.option.right'}>
            <p class="option__text">{right}</p>
          </Mark>
        )}
      </ul>
      <p class="reason">{raw(feedback)}</p>
    </>
  )
}

interface MarkWords {
  look: 'right' | 'chosen' | 'plain'
  icon: 'right' | 'wrong'
  words: MessageKey
}

function Mark({
  frame: { t },
  look,
  icon,
  words,
  own,
  children,
}: MarkWords & { frame: Frame; own?: string | undefined; children: Child }) {
  return (
    <li class={look === 'plain' ? 'option' : `option option--${look}`}>
      <p class="option__mark">
        <Icon name={icon} />
        {t(words)} {own ? <span class="yours">{own}</span> : null}
      </p>
      {children}
    </li>
  )
}
