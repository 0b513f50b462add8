import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { Steps } from '../../components/steps.tsx'
import type { Frame } from '../../frame.ts'

/** One thing that can be done now: a sentence with a button where it comes first, one row where it does not. */
export interface Waiting {
  title: string
  text: string
  href: string
  /** What the button says. */
  go: string
  steps?: { done: number; total: number }
  /** Whose flower stands beside the row. */
  cell?: CellId
  /** It presses nobody. */
  calm?: boolean
}

export interface NowView {
  first: Waiting
  others: Waiting[]
  /** The others are for later, or for who would rather do something else. */
  mood: 'later' | 'rather'
}

/** One thing to do, said in one sentence; what else waits is a row each. */
export function MeNow({ frame, first, others, mood }: NowView & { frame: Frame }) {
  const { t } = frame
  return (
    <div class="now f-birch">
      <section class={`now__first ${first.calm ? 'f-forest' : 'f-falu'}`} aria-labelledby="now">
        <h1>{t('account.me.title')}</h1>
        <h2 id="now">{first.title}</h2>
        <p class="lead">{first.text}</p>
        {first.steps ? <Steps {...first.steps} /> : null}
        <a class="button button--birch button--wide" href={first.href}>
          {first.go} <Icon name="arrow" />
        </a>
      </section>
      {others.length > 0 ? (
        <section class="now__others" aria-labelledby="others">
          <h2 id="others">{t(`account.me.${mood}`)}</h2>
          <ul class="files">
            {others.map((each) => (
              <Row waiting={each} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function Row({ waiting: { title, text, href, cell } }: { waiting: Waiting }) {
  return (
    <li>
      <a href={href}>
        {cell ? <BadgeArt cell={cell} size={64} /> : null}
        <span>
          <b>{title}</b>
          <small>{text}</small>
        </span>
        <Icon name="arrow" />
      </a>
    </li>
  )
}
