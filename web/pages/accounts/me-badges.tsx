import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../urls.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'

export interface ShelfBadge {
  name: string
  svg: string
  /** `2026-11-24`. */
  day: string
  isWithdrawn: boolean
  href: string
}

export interface PictureCell {
  cell: CellId
  state: 'earned' | 'near' | 'open' | 'coming'
  /** What leads to its badge, while it is not earned. */
  course?: { title: string; href: string }
}

export interface ShelfProps {
  frame: Frame
  badges: ShelfBadge[]
  levels: { id: number; name: string }[]
  areas: { name: string; cells: PictureCell[] }[]
}

/** What is earned, and what of the six areas it covers. The flowers stand only where a badge is held. */
export function MeBadges(props: ShelfProps) {
  const { frame, badges } = props
  const { t, locale } = frame
  return (
    <section class="section" aria-labelledby="badges">
      <div class="wrap stack">
        <h2 id="badges">{t('account.badges')}</h2>
        {badges.length === 0 ? <p>{t('account.badges.none')}</p> : <Shelf frame={frame} badges={badges} />}
        {badges.some(({ isWithdrawn }) => !isWithdrawn) ? (
          <p>
            <a href={urls.ownBadges(locale)}>{t('account.badges.zip')}</a>
          </p>
        ) : null}
        <CompetencePicture {...props} />
      </div>
    </section>
  )
}

function Shelf({ frame: { t }, badges }: Pick<ShelfProps, 'frame' | 'badges'>) {
  return (
    <ul class="shelf">
      {badges.map(({ name, svg, day, isWithdrawn, href }) => (
        <li>
          {raw(svg)}
          <p>
            <a href={href}>{name}</a>
            <br />
            {isWithdrawn ? t('account.badges.withdrawn') : t('account.badges.day', { day: day })}
          </p>
        </li>
      ))}
    </ul>
  )
}

function CompetencePicture({ frame, levels, areas }: ShelfProps) {
  const { t } = frame
  return (
    <table class="table table--cases competence-picture" role="table">
      <caption>{t('account.picture')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('account.picture.area')}
          </th>
          {levels.map(({ name }) => (
            <th role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {areas.map(({ name, cells }) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {name}
            </th>
            {cells.map((cell, place) => (
              <td role="cell" data-label={levels[place]?.name} data-state={cell.state}>
                <CellState frame={frame} cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellState({ frame: { t }, cell: { cell, state, course } }: { frame: Frame; cell: PictureCell }) {
  return (
    <div class="competence-picture__cell">
      {state === 'earned' ? <BadgeArt cell={cell} /> : null}
      <span>
        {t(`account.picture.${state}`)}
        {course ? (
          <>
            <br />
            <a href={course.href}>{course.title}</a>
          </>
        ) : null}
      </span>
    </div>
  )
}
