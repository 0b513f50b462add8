
import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { urls } from '../../urls.ts'
import { BadgeArt } from '../../components/badge-art/badge-art.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { NewThings, type NewsView } from '../../components/new-things.tsx'
import { OpenTest, type OpenTestView } from '../../components/open-test.tsx'
import { Notice } from '../../components/notice.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'
import { type Child, raw } from '../../html/html.ts'

export interface CoursePageProps {
  frame: Frame
  course: {
    id: string
    title: string
    summary: string
    audience: string
    about: string
    minutes: number
    badge: { name: string; cell: CellId }
    artefact: string
    competences: { cell: CellId; area: string }[]
  }
  lessons: { id: string; title: string; minutes: number; done: boolean; answered: number; questions: string[]; hasEasy: boolean }[]
  /** Where the red button leads. */
  next: { href: string; text: string }
  award: { href: string; day: string } | undefined
  openTest: OpenTestView | undefined
  /** What came after the learner had finished. */
  news: NewsView | undefined
  progressUnavailable: boolean
}

export function CoursePage(props: CoursePageProps) {
  const { frame, course, lessons, next, news, openTest, progressUnavailable } = props
  const { t, locale } = frame
  return (
    <Layout frame={{ ...frame, section: 'courses' }} title={course.title} description={course.summary}>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-falu">
          <div class="wrap">
            <a class="lesson-head__back" href={urls.catalogue(locale)}>
              <Icon name="back" />
              {t('course.back')}
            </a>
            <h1>
              <WholeWords text={course.title} />
            </h1>
            <p class="lead">{course.summary}</p>
            <p class="lesson-head__place">
              {t('course.for', { audience: course.audience })}
              <br />
              {t('course.meta', { lessons: lessons.length, minutes: course.minutes })}
            </p>
            <p>
              <a class="button button--birch button--wide" href={next.href} data-next>
                {next.text} <Icon name="arrow" />
              </a>
            </p>
          </div>
        </div>
        {progressUnavailable ? (
          <Band>
            <Notice title={t('course.unavailable')} />
          </Band>
        ) : null}
        {openTest ? (
          <Band>
            <OpenTest frame={frame} test={openTest} />
          </Band>
        ) : null}
        {news ? (
          <Band>
            <NewThings frame={frame} news={news} />
          </Band>
        ) : null}
        <article class="lesson-text">{raw(course.about)}</article>
        <Competences {...props} />
        <Lessons {...props} />
        <BadgeCall {...props} />
      </main>
    </Layout>
  )
}

function Band({ children }: { children: Child }) {
  return (
    <div class="section section--tight">
      <div class="wrap wrap--lead-in">
        {children}
      </div>
    </div>
  )
}

function Competences({ frame: { t, locale }, course }: CoursePageProps) {
  return (
    <div class="section section--tight">
      <div class="wrap wrap--lead-in">
        <h2 class="competence-head">{t('competence.course')}</h2>
        <ul class="competence-chips">
          {course.competences.map(({ cell, area }) => (
            <li>
              <a href={urls.competences(locale, cell)}>{t('competence.chip', { area, level: cell.slice(4) })}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Lessons({ frame, course, lessons }: CoursePageProps) {
  const { t, locale } = frame
  return (
    <section class="section" aria-labelledby="lessons">
      <div class="wrap wrap--lead-in">
        <h2 id="lessons">{t('course.lessons')}</h2>
        <local-lessons
          data-course={course.id}
          data-done={t('course.lesson.done')}
          data-lesson={t('course.resume.lesson', { lesson: '{lesson}' })}
          data-question={t('course.resume.question', { lesson: '{lesson}', question: '{question}' })}
          data-badge={t('course.resume.badge')}
          data-badge-href={urls.badgeTest(locale, course.id)}
        >
          <p hidden data-here={t('course.resume.here', { done: '{done}', total: '{total}' })}></p>
          <ol class="lessons">
            {lessons.map((lesson, i) => (
              <li class={lesson.done ? 'is-done' : ''} data-lesson={lesson.id} data-questions={lesson.questions.join(' ')}>
                <span class="lessons__number" aria-hidden="true">
                  {lesson.done ? <Icon name="check" /> : i + 1}
                </span>
                <div>
                  <a href={urls.lesson(locale, course.id, lesson.id)}>{lesson.title}</a>
                  <p class="soft" data-state>
                    {t('course.lesson.meta', { minutes: lesson.minutes })}
                    {lesson.done ? ` · ${t('course.lesson.done')}` : ''}
                    {!lesson.done && lesson.answered > 0
                      ? ` · ${t('course.lesson.way', { answered: lesson.answered, total: lesson.questions.length })}`
                      : ''}
                  </p>
                  {lesson.hasEasy ? <p class="soft">{t('reading.easy.there')}</p> : null}
                </div>
              </li>
            ))}
          </ol>
        </local-lessons>
        <h3>{t('course.rule.title')}</h3>
        <p class="measure">{t('course.rule')}</p>
      </div>
    </section>
  )
}

function BadgeCall({ frame, course, award }: CoursePageProps) {
  const { t, locale } = frame
  return (
    <section class="section f-birch" aria-labelledby="badge">
      <div class="wrap wrap--lead-in badge-call">
        <BadgeArt cell={course.badge.cell} size={256} />
        <div class="stack">
          <h2 id="badge">
            <WholeWords text={t('course.badge.title', { badge: course.badge.name })} />
          </h2>
          <p class="lead">{award ? t('course.badge.yours', { day: award.day }) : t('course.badge.text')}</p>
          {course.artefact ? (
            <p>
              <a href={urls.artefact(locale, course.id)}>{t('course.artefact', { artefact: course.artefact })}</a>
            </p>
          ) : null}
          <p>
            {award ? (
              <a class="button button--ink" href={award.href}>
                {t('course.badge.see')} <Icon name="arrow" />
              </a>
            ) : (
              <a class="button button--ink" href={urls.badgeTest(locale, course.id)}>
                {t('course.badge.go')} <Icon name="arrow" />
              </a>
            )}
          </p>
        </div>
      </div>
    </section>
  )
}
