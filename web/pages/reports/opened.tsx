import { Claims } from '../../components/claims.tsx'
import { type OpenedDay, Openings } from '../../components/openings.tsx'
import type { LateFrame } from '../../frame.ts'

/** Who opened it, beside what nobody has seen. */
export function Opened({ frame, days, kept }: { frame: LateFrame; days: readonly OpenedDay[]; kept: number }) {
  const { t } = frame
  return (
    <section class="section f-sunk" aria-labelledby="opened">
      <div class="wrap side">
        <div class="stack">
          <h2 id="opened">{t('opening.title')}</h2>
          <p class="measure">{t('opening.text', { days: kept })}</p>
          <Openings frame={frame} days={days} kept={kept} />
        </div>
        <div class="stack">
          <h2>{t('seen.never')}</h2>
          <Claims ends={neverSeen.map((name) => t(`seen.never.${name}`))} stays={[]} />
        </div>
      </div>
    </section>
  )
}

const neverSeen = ['answers', 'scores', 'times', 'address'] as const
