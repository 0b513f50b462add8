import { pageAssets } from 'virtual:page-assets'

import { dayInWords, dayOf } from '../../../formats/day.ts'
import type { CompanyTerms } from '../../../worker/companies/terms/read-terms.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import type { CompanyFault } from './company-fault.ts'
import { CompanyFaults } from './company-faults.tsx'
import { CourseChoice } from './course-choice.tsx'

export interface TermsPageProps {
  frame: LateFrame
  company: string
  terms: CompanyTerms
  courses: { id: string; title: string }[]
  /** What is chosen in the form, and why it came back. */
  chosen: {
    share: string
    ticked: readonly string[]
    fault?: CompanyFault | undefined
    problem?: 'newer' | 'too-many'
  }
  /** What became of the form that was sent. */
  done: 'made' | 'same' | undefined
}

/** What a company may see: its newest version, how many it holds for, and the form for another. */
export function TermsPage(props: TermsPageProps) {
  const { frame, company, terms, chosen } = props
  const { t, locale } = frame
  const { newest, members } = terms
  const yes = newest.members === members ? t('terms.yes.all') : t('terms.yes', { yes: newest.members, members })
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('terms.title')}
      noindex
      isFault={chosen.fault !== undefined || chosen.problem !== undefined}
    >
      <CompanyNav frame={frame} company={{ id: company, name: terms.name }} role="owner" current="settings" />
      <main id="content" tabindex={-1}>
        <div class="sum f-birch">
          <div class="wrap">
            <p>
              <a href={urls.companySettings(locale, company)}>{t('company.nav.settings')}</a>
            </p>
            <h1>{t('terms.title')}</h1>
            <p class="lead">
              {t('terms.lead', { version: String(newest.version), at: newest.at })}
              {members > 1 ? ` ${yes}` : ''}
            </p>
          </div>
        </div>
        <section class="section">
          <div class="wrap stack">
            <News {...props} />
            <NewVersion {...props} />
          </div>
        </section>
        <Versions {...props} />
      </main>
    </Layout>
  )
}

function News({ frame: { t }, terms, chosen: { problem }, done }: TermsPageProps) {
  const news = problem ?? done
  if (!news) return null
  return (
    <Notice title={t(`terms.${news}`, { version: String(terms.newest.version) })} alarm={problem !== undefined}>
      <p>{t(`terms.${news}.text`)}</p>
    </Notice>
  )
}

function NewVersion({ frame, company, terms, courses, chosen }: TermsPageProps) {
  const { t, locale } = frame
  const { share, ticked, fault } = chosen
  const { version } = terms.newest
  return (
    <form class="form measure" method="post" action={urls.terms(locale, company)}>
      <input type="hidden" name="version" value={String(version)} />
      <CompanyFaults frame={frame} faults={fault ? { courses: fault } : {}} labels={{ courses: 'terms.choice' }} />
      <CourseChoice
        legend={t('terms.choice')}
        all={t('terms.all')}
        allHint={t('terms.all.hint')}
        some={t('terms.some')}
        courses={courses}
        share={share}
        chosen={ticked}
        error={fault && t(`company.fault.${fault}`)}
      />
      {terms.members > 1 ? (
        <Notice title={t('terms.more')}>
          <p>{t('terms.more.text')}</p>
          <p>
            <b>{t('terms.less')}</b> {t('terms.less.text')}
          </p>
        </Notice>
      ) : null}
      <button class="button">
        {t('terms.make', { version: String(version + 1) })} <Icon name="arrow" />
      </button>
    </form>
  )
}

function Versions({ frame: { t, locale }, terms }: TermsPageProps) {
  const columns = [t('terms.version'), t('terms.from'), t('terms.shows'), t('terms.holds')]
  return (
    <section class="section f-sunk" aria-labelledby="versions">
      <div class="wrap stack">
        <h2 id="versions">{t('terms.versions')}</h2>
        <table class="table table--cases table--rows" role="table">
          <caption class="vh">{t('terms.versions')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th role="columnheader" scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {terms.versions.toReversed().map(({ version, at, courses, members }) => (
              <tr role="row">
                <th role="rowheader" scope="row">
                  {String(version)}
                </th>
                <td role="cell" data-label={columns[1]}>
                  {dayInWords(dayOf(at), locale)}
                </td>
                <td role="cell" data-label={columns[2]}>
                  {courses === 'all' ? t('terms.shows.all') : t('terms.shows.some', { count: courses.length })}
                </td>
                <td role="cell" data-label={columns[3]}>
                  {t('terms.holds.of', { count: members, members: terms.members })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="soft">{t('terms.note')}</p>
      </div>
    </section>
  )
}
