import type { AreaId, CellId, Level } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../urls.ts'
import { BadgeArt, BadgeArtAgain } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'

export interface AreaView {
  id: AreaId
  name: string
  question: string
  levels: { level: Level; name: string; state: 'yours' | 'not-yet' | 'coming' }[]
}

interface AreaListProps {
  frame: Frame
  areas: AreaView[]
  /** Flowers that the page has drawn already, each with the id `art-{cell}`. */
  drawnAbove: CellId[]
}

/** The six areas with their flowers, and which levels have a badge. */
export function AreaList(props: AreaListProps) {
  return kept(props.areas, `list ${props.drawnAbove.join(' ')}`, () => <DrawnList {...props} />)
}

function DrawnList({ frame, areas, drawnAbove }: AreaListProps) {
  const { t, locale } = frame
  return (
    <section class="section f-sunk" aria-labelledby="areas">
      <div class="wrap">
        <h2 id="areas">{t('catalogue.areas', { count: areas.length })}</h2>
        <p class="lead">{t('catalogue.areas.lead')}</p>
        <ul class="areas">
          {areas.map((area) => (
            <li class="area">
              <AreaArt cell={`${area.id}-3`} drawnAbove={drawnAbove} />
              <div class="area__text">
                <h3>
                  <a href={urls.competences(locale, area.id)}>{area.name}</a>
                </h3>
                <p>{area.question}</p>
              </div>
              <ul>
                {area.levels.map((level) => (
                  <li class={level.state === 'yours' ? 'has' : ''}>
                    <b>
                      {level.state === 'yours' ? <Icon name="check" /> : null}
                      {level.name}
                    </b>
                    {t(`catalogue.badge.${level.state}`)}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <p class="area-more">
          <a href={urls.competences(locale)}>{t('competence.see')}</a>
        </p>
      </div>
    </section>
  )
}

function AreaArt({ cell, drawnAbove }: { cell: CellId; drawnAbove: CellId[] }) {
  return drawnAbove.includes(cell) ? <BadgeArtAgain of={`art-${cell}`} size={88} /> : <BadgeArt cell={cell} size={88} />
}
