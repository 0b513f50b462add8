import { pageAssets } from 'virtual:page-assets'

import type { AreaId, CellId, Level } from '../../../formats/catalogue/catalogue.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

export interface CellView {
  id: CellId
  level: Level
  name: string
  autonomy: string | undefined
  /** Each continues "You can …". */
  outcomes: string[]
  courses: { title: string; href: string; lessons: { title: string; href: string }[] }[]
  questions: number
}

export interface AreaWithCells {
  id: AreaId
  name: string
  question: string
  cells: CellView[]
}

/** The framework for learners: what each cell means, and where to learn it. */
export function CompetencesPage({ frame, areas }: { frame: Frame; areas: AreaWithCells[] }) {
  const { t } = frame
  const levels = areas[0]?.cells ?? []
  return (
    <Layout frame={frame} styles={pageAssets.competencesStyles} title={t('competence.page')} description={t('competence.description')}>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('competence.title')}</h1>
            <p class="lead">{t('competence.lead', { areas: areas.length, levels: levels.length })}</p>
            <dl class="levels">
              {levels.map((level) => (
                <div>
                  <dt>{t('competence.level', { level: level.level, name: level.name })}</dt>
                  {level.autonomy ? <dd>{level.autonomy}</dd> : null}
                </div>
              ))}
            </dl>
            <nav aria-label={t('competence.areas')}>
              <ul class="area-links">
                {areas.map((area) => (
                  <li>
                    <a href={`#${area.id}`}>{area.name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </section>
        {areas.map((area, i) => (
          <Area frame={frame} area={area} sunk={i % 2 === 0} />
        ))}
      </main>
    </Layout>
  )
}

function Area({ frame, area, sunk }: { frame: Frame; area: AreaWithCells; sunk: boolean }) {
  return (
    <section class={sunk ? 'section f-sunk' : 'section'} aria-labelledby={area.id}>
      <div class="wrap">
        <div class="competence-area">
          <BadgeArt cell={`${area.id}-3`} size={120} />
          <div>
            <h2 id={area.id}>{area.name}</h2>
            <p class="lead">{area.question}</p>
          </div>
        </div>
        <ul class="competence-cells">
          {area.cells.map((cell) => (
            <Cell frame={frame} cell={cell} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function Cell({ frame, cell }: { frame: Frame; cell: CellView }) {
  const { t } = frame
  return (
    <li class="competence-cell" id={cell.id}>
      <h3>{t('competence.level', { level: cell.level, name: cell.name })}</h3>
      <div class="competence-cell__body">
        {cell.outcomes.length > 0 ? (
          <div>
            <p class="competence-cell__label">{t('competence.can')}</p>
            <ul class="competence-cell__outcomes">
              {cell.outcomes.map((outcome) => (
                <li>{outcome}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <Taught frame={frame} cell={cell} />
      </div>
    </li>
  )
}

function Taught({ frame: { t }, cell }: { frame: Frame; cell: CellView }) {
  if (cell.courses.length === 0) return <p class="soft">{t('competence.coming')}</p>
  return (
    <div>
      <p class="competence-cell__label">{t('competence.taught')}</p>
      <ul class="competence-cell__courses">
        {cell.courses.map((course) => (
          <li>
            <a href={course.href}>{course.title}</a>
            <ul>
              {course.lessons.map((lesson) => (
                <li>
                  <a href={lesson.href}>{lesson.title}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p class="competence-cell__questions">{t('competence.questions', { count: cell.questions })}</p>
    </div>
  )
}
