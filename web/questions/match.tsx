import { raw } from '../html/html.ts'

import type { AnsweredMatch, AnsweredPair, MatchView } from '../../worker/questions/match.ts'
import type { OptionView } from '../../worker/questions/versioned.ts'
import type { Given } from '../../worker/questions/given.ts'
import type { Frame } from '../frame.ts'
import { Mark, type MarkWords } from './mark.tsx'
import { rightOrNot } from './right-or-not.ts'
import type { FieldsProps, PartsProps, TypePages } from './type-pages.ts'

export const match: TypePages<MatchView, AnsweredMatch> = {
  ...rightOrNot,
  prompt: (t) => t('question.do.match'),
  Fields: MatchRows,
  Parts: Pairs,
  isAnswered: ({ pairs }) => pairs.some(({ own }) => own !== null),
}

/**
 * The left ones, each with a select for what belongs to it. The element around them offers cards instead, which are put
 * on the rows and keep the selects in step.
 */
function MatchRows({ frame: { t }, question, names, given }: FieldsProps<MatchView>) {
  const { heads, rows, options } = question
  const chosen = chosenIn(rows, given)
  const empty = heads[1] ? `${wordsOf(heads[1])} …` : t('question.pair.choose')
  return (
    <match-cards
      data-put={t('question.pair.put', { row: '{row}' })}
      data-back={t('question.pair.back')}
      data-empty={t('question.pair.slot')}
    >
      <p class="soft" data-without-script>
        {t('question.pair.selects')}
      </p>
      <p class="soft" data-with-script>
        {t('question.pair.cards')}
      </p>
      <div class="match">
        {heads[0] || heads[1] ? (
          <p class="match__heads soft">
            <span>{raw(heads[0])}</span> <span>{raw(heads[1])}</span>
          </p>
        ) : null}
        {rows.map((row) => (
          <Row row={row} options={options} name={names.places} chosen={chosen[row.token] ?? ''} empty={empty} />
        ))}
      </div>
      <div class="match__cards" role="group" aria-label={t('question.pair.left-over')} hidden>
        {options.map(({ token, text }) => (
          <button type="button" class="card" value={token} aria-pressed="false" draggable>
            {raw(text)}
          </button>
        ))}
      </div>
      <p class="vh" role="status"></p>
    </match-cards>
  )
}

/** By the token of the left one. */
function chosenIn(rows: readonly OptionView[], given: Given): Record<string, string> {
  if (typeof given === 'string') return {}
  return Array.isArray(given) ? Object.fromEntries(rows.map(({ token }, i) => [token, given[i] ?? ''])) : given.places
}

/** A list to choose from holds words only. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, '')
}

interface RowProps {
  row: OptionView
  options: readonly OptionView[]
  name: string
  chosen: string
  /** Says that nothing is chosen. */
  empty: string
}

function Row({ row: { token, text }, options, name, chosen, empty }: RowProps) {
  return (
    <div class="match__row">
      <label id={`left-${token}`} for={`place-${token}`}>
        {raw(text)}
      </label>
      <select class="match__select" id={`place-${token}`} name={name + token} data-place autocomplete="off">
        <option value="">{raw(empty)}</option>
        {options.map((option) => (
          <option value={option.token} selected={option.token === chosen}>
            {raw(wordsOf(option.text))}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="match__slot"
        id={`slot-${token}`}
        aria-labelledby={`left-${token} slot-${token}`}
        hidden
      ></button>
    </div>
  )
}

/** Each left one with what was chosen for it, and with what belongs to it where that was something else. */
function Pairs({ frame, question: { pairs, feedback } }: PartsProps<AnsweredMatch>) {
  return (
    <>
      <ul class="options">
        {pairs.map((pair) => (
          <Mark frame={frame} {...pairMark(pair)} own={pair.own === null ? undefined : frame.t('question.yours')}>
            <p class="option__text">
              {raw(pair.left)} → {pair.own === null ? '…' : raw(pair.own)}
            </p>
            {pair.correct ? null : <RightPair frame={frame} pair={pair} />}
          </Mark>
        ))}
      </ul>
      <p class="reason">{raw(feedback)}</p>
    </>
  )
}

function RightPair({ frame: { t }, pair: { right } }: { frame: Frame; pair: AnsweredPair }) {
  return (
    <p>
      <b>{t('question.pair.belongs')}</b> {raw(right)}
    </p>
  )
}

function pairMark({ correct, own }: AnsweredPair): MarkWords {
  if (correct) return { look: 'right', icon: 'right', words: 'question.pair.right' }
  return { look: own === null ? 'plain' : 'chosen', icon: 'wrong', words: 'question.pair.not-right' }
}
