import type { GuessFault, GuessView } from '../../worker/courses/read-guesses.ts'
import { guessAt, withEstimates } from '../../formats/catalogue/estimate-parts.ts'
import type { Frame } from '../frame.ts'
import { type Html, raw } from '../html/html.ts'
import type { Translate } from '../messages/translate.ts'
import { Bar } from './bar.tsx'

interface WithEstimatesProps {
  frame: Frame
  /** Of a lesson, rendered by the compiler. */
  text: string
  guesses: readonly GuessView[]
  /** Of the page that the text stands in. */
  address: string
}

/** A lesson's text: each estimate with its field, or with the guess beside the answer and the section after it unfolded. */
export function TextWithEstimates({ frame, text, guesses, address }: WithEstimatesProps): Html {
  const drawn = guesses.map((view) => {
    const others = guesses.filter(({ id, typed }) => id !== view.id && typed !== '')
    const html = String(
      view.state === 'open' ? (
        <GuessForm frame={frame} view={view} others={others} address={address} />
      ) : (
        <Guessed frame={frame} view={view} others={others} address={address} />
      ),
    )
    return { id: view.id, html, isFolded: view.state === 'open' }
  })
  return raw(withEstimates(text, drawn))
}

type Open = GuessView & { state: 'open' }
interface EstimateProps<View> {
  frame: Frame
  view: View
  /** Other estimates of the lesson that were guessed, which stay so. */
  others: readonly GuessView[]
  address: string
}

function GuessForm({ frame: { t }, view, others, address }: EstimateProps<Open>) {
  const { id, unit, typed, fault } = view
  const place = guessAt(id)
  const described = [`${place}-unit`, `${place}-note`, ...(fault ? [`${place}-error`] : [])].join(' ')
  return (
    <form class="estimate__form no-print" method="get" action={`${address}#${place}`}>
      {fault ? (
        <p class="notice notice--alarm" role="alert" id={`${place}-error`}>
          {wordsFor(t, fault)}
        </p>
      ) : null}
      <label for={`${place}-field`}>{t('lesson.guess')}</label>
      <div class="estimate__line">
        <input
          class="input input--number"
          id={`${place}-field`}
          name={place}
          value={typed}
          maxlength={60}
          inputmode="decimal"
          autocomplete="off"
          aria-describedby={described}
          {...(fault ? { 'aria-invalid': 'true' as const } : {})}
        />
        <span id={`${place}-unit`}>{unit}</span>
        <button class="button button--ink">{t('lesson.guess.show')}</button>
      </div>
      {others.map((other) => (
        <input type="hidden" name={guessAt(other.id)} value={other.typed} />
      ))}
      <p id={`${place}-note`}>{t('lesson.guess.note')}</p>
    </form>
  )
}

function wordsFor(t: Translate, fault: GuessFault): string {
  if (fault.reason !== 'ambiguous') return t(`lesson.guess.fault.${fault.reason}`)
  const [first, second] = fault.readings
  return t('lesson.guess.fault.ambiguous', { first, second })
}

function Guessed({ frame: { t }, view, others, address }: EstimateProps<GuessView & { state: 'guessed' }>) {
  const { id, own, answer } = view
  const kept = new URLSearchParams(others.map((other) => [guessAt(other.id), other.typed]))
  const again = `${address}${kept.size > 0 ? `?${kept}` : ''}#${guessAt(id)}`
  return (
    <>
      <dl class="estimate__bars">
        <div>
          <dt>{t('lesson.guess.yours')}</dt>
          <dd>
            {own.words}
            <Bar {...own} look="guess" />
          </dd>
        </div>
        <div>
          <dt>{t('lesson.guess.answer')}</dt>
          <dd>
            {answer.words}
            <Bar {...answer} look="answer" />
          </dd>
        </div>
      </dl>
      <p class="no-print">
        <a class="alone" href={again}>
          {t('lesson.guess.again')}
        </a>
      </p>
    </>
  )
}
