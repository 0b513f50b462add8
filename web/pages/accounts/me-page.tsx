import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { MeAccount } from './me-account.tsx'
import { MeBadges, type ShelfProps } from './me-badges.tsx'
import { type CompanyNews, MeCompanyNews } from './me-company-news.tsx'
import { MeCourse, type MyCourse } from './me-course.tsx'
import type { OwnSession } from './session-list.tsx'
import { type UnreachedAddress, UnreachedAddresses } from './unreached-addresses.tsx'

interface MePageProps {
  frame: Frame
  companyNews: CompanyNews[]
  /** Courses that were begun, the one last worked on first. */
  courses: MyCourse[]
  shelf: Omit<ShelfProps, 'frame'>
  /** Every address of the account, the first one first. */
  addresses: string[]
  unreached: UnreachedAddress[]
  /** Where the learner is signed in. */
  sessions: OwnSession[]
}

/** My learning: what to go on with, what is done, and the account. */
export function MePage({ frame, companyNews, courses, shelf, addresses, unreached, sessions }: MePageProps) {
  const { t, locale, learner } = frame
  const underWay = courses.filter((course) => course.doneDay === undefined)
  const done = courses.filter((course) => course.doneDay !== undefined)
  return (
    <Layout frame={frame} title={t('account.me.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <MeCompanyNews frame={frame} news={companyNews} />
            <UnreachedAddresses frame={frame} unreached={unreached} />
            <h1>{t('account.me.title')}</h1>
            {learner?.name ? <p class="lead">{t('account.me.hello', { name: learner.name })}</p> : null}
            {courses.length === 0 ? <Empty frame={frame} /> : null}
            <CourseList frame={frame} title={t('account.me.under-way')} courses={underWay} />
            <CourseList frame={frame} title={t('account.me.done')} courses={done} />
            {courses.length > 0 ? (
              <p>
                <a href={urls.catalogue(locale)}>{t('account.me.more')}</a>
              </p>
            ) : null}
          </div>
        </section>
        <MeBadges frame={frame} {...shelf} />
        <MeAccount frame={frame} addresses={addresses} sessions={sessions} />
      </main>
    </Layout>
  )
}

function CourseList({ frame, title, courses }: { frame: Frame; title: string; courses: MyCourse[] }) {
  if (courses.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul class="me-courses">
        {courses.map((course, place) => (
          <MeCourse frame={frame} course={course} first={place === 0} />
        ))}
      </ul>
    </>
  )
}

function Empty({ frame: { t, locale } }: { frame: Frame }) {
  return (
    <>
      <h2>{t('account.me.empty.title')}</h2>
      <p class="lead">{t('account.me.empty.text')}</p>
      <p>
        <a class="button button--wide" href={urls.catalogue(locale)}>
          {t('account.me.empty.go')} <Icon name="arrow" />
        </a>
      </p>
    </>
  )
}
