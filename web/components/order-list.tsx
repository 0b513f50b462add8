import type { Frame } from '../frame.ts'
import { raw } from '../html/html.ts'
import { Icon } from './icon.tsx'
import type { Given, OptionView, OrderView } from './question-view.ts'

interface OrderListProps {
  frame: Frame
  question: OrderView
  /** Begins the names of the selects; a token follows. */
  name: string
  given: Given
}

/**
 * The items of an order, each with a select for its place. The element around them offers buttons instead, which move
 * the items and keep the selects in step.
 */
export function OrderList({ frame: { t }, question, name, given }: OrderListProps) {
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
          <Item option={option} t={t} name={name} place={places[option.token] ?? ''} total={total} />
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
