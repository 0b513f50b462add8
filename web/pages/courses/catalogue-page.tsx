import type { AreaId, CellId, Level } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../urls.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Steps } from '../../components/steps.tsx'
import type { Frame } from '../../frame.ts'
import { kept } from '../../html/kept.ts'
import { AreaList, type AreaView } from './area-list.tsx'
import { CatalogueFilter } from './catalogue-filter.tsx'
import { CourseRow, type CourseView } from './course-row.tsx'
import { PathList, type PathView } from './path-list.tsx'

export interface ResumeView {
  title: string
  cell: CellId
  lessonsDone: number
  lessonsTotal: number
  minutesLeft: number
  href: string
  step: string
}

export interface CataloguePageProps {
  frame: Frame
  /** All courses there are, whatever the choice. */
  total: number
  /** Those that the choice leaves. */
  courses: CourseView[]
  choice: { level: Level | undefined; area: AreaId | undefined }
  areas: AreaView[]
  paths: PathView[]
  /** Whether there are lessons for a first half hour together. */
  starter: boolean
  resume: ResumeView | undefined
  /** The very first lesson, for who is new; undefined while there is no course. */
  begin: string | undefined
}

const mosaic: CellId[] = ['UND-2', 'USE-3', 'CHK-3', 'RES-2', 'PRO-2', 'DEV-3']

/** The way in: what there is, where you were, and the six areas. */
export function CataloguePage(props: CataloguePageProps) {
  const { frame, courses, choice, areas, paths, starter, resume } = props
  const { t } = frame
  return (
    <Layout frame={frame} title={t('catalogue.page')} description={t('region.description')}>
      <main id="content" tabindex={-1}>
        {resume ? <Resume frame={frame} resume={resume} /> : <Hero {...props} />}
        <section class="section" aria-labelledby="courses">
          <div class="wrap">
            <h2 id="courses">{t('catalogue.all')}</h2>
            <CatalogueFilter frame={frame} areas={areas} choice={choice} />
            {courses.length > 0 ? (
              <ul class="courses">
                {courses.map((course) => (
                  <CourseRow frame={frame} course={course} />
                ))}
              </ul>
            ) : (
              <>
                <p class="lead">{t('catalogue.none')}</p>
                <p>
                  <a href={urls.catalogue(frame.locale)}>{t('catalogue.show-all')}</a>
                </p>
              </>
            )}
          </div>
        </section>
        <PathList frame={frame} paths={paths} starter={starter} />
        <AreaList frame={frame} areas={areas} drawnAbove={resume ? [] : mosaic} />
      </main>
    </Layout>
  )
}

/** For who has not begun, as far as the server knows: what this is, and one way in. */
function Hero(props: CataloguePageProps) {
  return kept(props.frame.t, `hero ${props.total} ${props.begin}`, () => <DrawnHero {...props} />)
}

function DrawnHero({ frame, total, begin }: CataloguePageProps) {
  const { t } = frame
  return (
    <>
      <section class="hero f-falu">
        <div class="wrap">
          <div class="hero__text">
            <h1>{t('catalogue.title')}</h1>
            <p class="lead">{t('region.catalogue', { count: total })}</p>
            {begin ? (
              <a class="button button--birch button--wide" href={begin}>
                {t('catalogue.begin')} <Icon name="arrow" />
              </a>
            ) : null}
            <a class="alone" href="#courses">
              {t('catalogue.choose')}
            </a>
          </div>
          <div class="mosaic">
            {mosaic.map((cell) => (
              <BadgeArt cell={cell} size={256} id={`art-${cell}`} />
            ))}
          </div>
        </div>
      </section>
      <LocalResume frame={frame} />
    </>
  )
}

/** Filled and shown by the script when this browser has kept answers. */
function LocalResume({ frame: { t } }: { frame: Frame }) {
  return (
    <local-resume
      hidden
      data-lesson={t('course.resume.lesson', { lesson: '{lesson}' })}
      data-question={t('course.resume.question', { lesson: '{lesson}', question: '{question}' })}
      data-done={t('course.resume.here', { done: '{done}', total: '{total}' })}
    >
      <section class="f-birch" aria-label={t('catalogue.resume')}>
        <div class="wrap resume">
          <div>
            <p class="soft">{t('catalogue.resume')}</p>
            <h2></h2>
          </div>
          <p class="steps-text"></p>
          <a class="button button--wide" href="#courses">
            {' '}
            <Icon name="arrow" />
          </a>
        </div>
      </section>
    </local-resume>
  )
}

function Resume({ frame, resume }: { frame: Frame; resume: ResumeView }) {
  const { t } = frame
  return (
    <>
      <div class="wrap paths-head">
        <h1>{t('catalogue.page')}</h1>
      </div>
      <section class="f-birch" aria-labelledby="resume">
        <div class="wrap resume">
          <div class="resume__course">
            <BadgeArt cell={resume.cell} />
            <div>
              <p class="soft">{t('catalogue.resume')}</p>
              <h2 id="resume">{resume.title}</h2>
            </div>
          </div>
          <div>
            <Steps done={resume.lessonsDone} total={resume.lessonsTotal} />
            <p class="steps-text">
              {t('course.state.way', {
                done: resume.lessonsDone,
                total: resume.lessonsTotal,
                minutes: resume.minutesLeft,
              })}
            </p>
          </div>
          <a class="button button--wide" href={resume.href}>
            {resume.step} <Icon name="arrow" />
          </a>
        </div>
      </section>
    </>
  )
}
