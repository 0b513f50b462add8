import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

interface MeMovesProps {
  frame: LateFrame
  /** Offers to come along into another company. */
  moves: { company: string; name: string; from: string }[]
}

/** A company of somebody's is to become part of another: the question whether they come along. */
export function MeMoves({ frame: { t, locale }, moves }: MeMovesProps) {
  return (
    <div class="wrap section--tight stack">
      {moves.map(({ company, name, from }) => (
        <Notice title={t('me.move', { company: name, from })}>
          <p>{t('me.move.text')}</p>
          <p>
            <a class="button button--plain" href={urls.move(locale, company)}>
              {t('me.move.go')} <Icon name="arrow" />
            </a>
          </p>
        </Notice>
      ))}
    </div>
  )
}
