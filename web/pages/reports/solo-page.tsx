import { pageAssets } from 'virtual:page-assets'

import { dayInWords } from '../../../formats/day.ts'
import { urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { Steps } from '../../components/steps.tsx'
import type { LateFrame } from '../../frame.ts'

interface SoloPageProps {
  frame: LateFrame
  company: { id: string; name: string; municipality: string }
  courses: SoloCourse[]
  /** Where one left off, or where to begin; undefined when nothing is left. */
  next: { title: string; href: string } | undefined
  /** Another company has begun to be merged into this one just now. */
  isMerging: boolean
}

interface SoloCourse {
  title: string
  state: 'none' | 'way' | 'done'
  doneDay: string | undefined
  badgeDay: string | undefined
}

/** A company of one: nothing is shared with anybody, so it is what its only member can show of themselves. */
export function SoloPage(props: SoloPageProps) {
  const { frame, company, courses, next, isMerging } = props
  const { t, locale } = frame
  const done = courses.filter(({ state }) => state === 'done').length
  return (
    <Layout frame={{ ...frame, section: 'team' }} styles={pageAssets.companyStyles} title={company.name} noindex>
      <main id="content" tabindex={-1}>
        <div class="sum f-birch">
          <div class="wrap">
            {isMerging ? (
              <Notice title={t('merger.started')}>
                <p>{t('merger.started.text')}</p>
              </Notice>
            ) : null}
            <p>
              {t('team.place', { company: company.name, municipality: company.municipality })} · {t('solo.just-you')}
            </p>
            <h1>{t('solo.title', { done, total: courses.length })}</h1>
            <Steps done={done} total={courses.length} underWay={courses.some(({ state }) => state === 'way')} />
            <p class="measure">{t('solo.text')}</p>
            {next ? (
              <p>
                <a class="button" href={next.href}>
                  {t(done > 0 || courses.some(({ state }) => state === 'way') ? 'solo.go-on' : 'solo.begin', {
                    title: next.title,
                  })}{' '}
                  <Icon name="arrow" />
                </a>
              </p>
            ) : (
              <p>
                <a class="button button--plain" href={urls.me(locale)}>
                  {t('account.me.title')} <Icon name="arrow" />
                </a>
              </p>
            )}
          </div>
        </div>
        <OwnCourses {...props} />
        <Others {...props} />
      </main>
    </Layout>
  )
}

function OwnCourses({ frame: { t, locale }, courses }: SoloPageProps) {
  const day = (key: 'solo.done' | 'solo.badge', on: string) => t(key, { day: dayInWords(on, locale) })
  return (
    <section class="section" aria-labelledby="courses">
      <div class="wrap stack">
        <h2 id="courses">{t('solo.courses')}</h2>
        <table class="table table--cases" role="table">
          <caption class="vh">{t('solo.courses')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['course', 'state', 'badge'] as const).map((column) => (
                <th role="columnheader" scope="col">
                  {t(`solo.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {courses.map(({ title, state, doneDay, badgeDay }) => (
              <tr role="row">
                <td role="cell" data-label={t('solo.column.course')}>
                  {title}
                </td>
                <td role="cell" data-label={t('solo.column.state')}>
                  {doneDay ? day('solo.done', doneDay) : t(`team.state.${state}`)}
                </td>
                <td role="cell" data-label={t('solo.column.badge')}>
                  {badgeDay ? day('solo.badge', badgeDay) : t('solo.no-badge')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** When there will be more of them, and the company's own page. */
function Others({ frame: { t, locale }, company }: SoloPageProps) {
  return (
    <section class="section f-sunk">
      <div class="wrap pair">
        <div class="stack">
          <h2>{t('solo.more')}</h2>
          <p class="measure">{t('solo.more.text')}</p>
          <p>
            <a class="button button--plain" href={urls.invitations(locale, company.id)}>
              {t('solo.invite')}
            </a>
          </p>
        </div>
        <div class="stack">
          <h2>{t('solo.company')}</h2>
          <p class="measure">{t('solo.company.text')}</p>
          <p>
            <a href={urls.companySettings(locale, company.id)}>{t('solo.company.go')}</a>
          </p>
        </div>
      </div>
    </section>
  )
}
