import { raw } from '../html/html.ts'

import type { Given } from '../../worker/questions/given.ts'
import type { AnsweredOrder, OrderView } from '../../worker/questions/order.ts'
import type { OptionView } from '../../worker/questions/versioned.ts'
import { Icon } from '../components/icon.tsx'
import type { Frame } from '../frame.ts'
import { Mark, type MarkWords } from './mark.tsx'
import { rightOrNot } from './right-or-not.ts'
import type { FieldsProps, PartsProps, TypePages } from './type-pages.ts'

export const order: TypePages<OrderView, AnsweredOrder> = {
  ...rightOrNot,
  prompt: (t) => t('question.do.order'),
  Fields: OrderList,
  Parts: OrderedItems,
  isAnswered: ({ items }) => items.some((item) => item.place !== null),
}

/**
 * The items, each with a select for its place. The element around them offers buttons instead, which move the items and
 * keep the selects in step.
 */
function OrderList({ frame: { t }, question, names, given }: FieldsProps<OrderView>) {
  const places = placesIn(given)
  const total = question.options.length
  return (
    <order-list data-moved={t('question.moved', { place: '{place}', total })}>
      <p class="soft" data-without-script>
        {t('question.order.places')}
      </p>
      <p class="soft" data-with-script>
        {t('question.order.moves')}
      </p>
      <ul class="order">
        {question.options.map((option) => (
          <Item option={option} t={t} name={names.places} place={places[option.token] ?? ''} total={total} />
        ))}
      </ul>
      <p class="vh" role="status"></p>
    </order-list>
  )
}

function placesIn(given: Given): Record<string, string> {
  if (typeof given === 'string') return {}
  return Array.isArray(given) ? Object.fromEntries(given.map((token, i) => [token, String(i + 1)])) : given.places
}

interface ItemProps {
  t: Frame['t']
  option: OptionView
  name: string
  place: string
  total: number
}

function Item({ t, option: { token, text }, name, place, total }: ItemProps) {
  return (
    <li class="order__item">
      <label id={`item-${token}`} for={`place-${token}`}>
        {raw(text)}
      </label>
      <select class="order__place" id={`place-${token}`} name={name + token} autocomplete="off">
        <option value="">{t('question.place')}</option>
        {Array.from({ length: total }, (_, i) => (
          <option value={String(i + 1)} selected={place === String(i + 1)}>
            {i + 1}
          </option>
        ))}
      </select>
      <span class="order__moves" hidden>
        <Move direction="up" words={t('question.up')} token={token} />
        <Move direction="down" words={t('question.down')} token={token} />
      </span>
    </li>
  )
}

function Move({ direction, words, token }: { direction: 'up' | 'down'; words: string; token: string }) {
  const id = `${direction}-${token}`
  return (
    <button type="button" class="order__move" value={direction} id={id} aria-labelledby={`${id} item-${token}`}>
      <Icon name={direction} />
      <span class="vh">{words}</span>
    </button>
  )
}

/** The items in the right order, each with the place it was given; then the reason. */
function OrderedItems({ frame, question }: PartsProps<AnsweredOrder>) {
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
