import { pageAssets } from 'virtual:page-assets'

import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { MatrixLegend, MemberMatrix } from '../../components/member-matrix.tsx'
import { Notice } from '../../components/notice.tsx'
import { Seen } from '../../components/seen.tsx'
import type { LateFrame } from '../../frame.ts'
import { listOf } from '../companies/list-of.ts'

export interface TeamPageProps {
  frame: LateFrame
  company: {
    id: string
    name: string
    municipality: string
    members: number
    role: string
    runsAll: boolean
    teams: string[]
  }
  courses: { id: string; title: string }[]
  members: Member[]
  next: string | undefined
  /** Another company has begun to be merged into this one just now. */
  isMerging?: boolean
}

/** People and courses, for whoever runs the company. */
export function TeamPage(props: TeamPageProps) {
  const { frame, company, courses, members, next } = props
  const { t, locale } = frame
  const { teams, runsAll } = company
  return (
    <Layout frame={{ ...frame, section: 'team' }} styles={pageAssets.companyStyles} title={company.name} noindex>
      <CompanyNav frame={frame} company={company} role={company.role} current="team" />
      <main id="content" tabindex={-1}>
        <div class="section">
          <div class="wrap">
            <p class="soft">
              {t('team.place', { company: company.name, municipality: company.municipality })} ·{' '}
              {t('team.people', { count: company.members })}
            </p>
            <h1>{t(company.members === 1 && runsAll ? 'team.alone' : 'team.title')}</h1>
            {props.isMerging ? (
              <Notice title={t('merger.started')}>
                <p>{t('merger.started.text')}</p>
              </Notice>
            ) : null}
            {teams.length > 0 ? <p class="lead">{t('members.your-teams', { teams: listOf(teams, locale) })}</p> : null}
            {company.members === 1 && runsAll ? <p class="lead">{t('team.empty')}</p> : null}
          </div>
        </div>
        <section class="section" aria-labelledby="matrix">
          <div class="wrap">
            <h2 id="matrix">{t('team.matrix')}</h2>
            <MatrixLegend frame={frame} />
            <MemberMatrix frame={frame} courses={courses} members={members} />
            {next ? (
              <p class="section--tight">
                <a
                  class="button button--plain"
                  href={`${urls.company(locale, company.id)}?after=${encodeURIComponent(next)}`}
                >
                  {t('team.next')} <Icon name="arrow" />
                </a>
              </p>
            ) : null}
          </div>
        </section>
        {runsAll ? <Invite {...props} /> : null}
        <section class="section">
          <p class="wrap">
            <a href={urls.members(locale, company.id)}>{t(runsAll ? 'members.manage' : 'members.see')}</a>
          </p>
        </section>
        <Seen frame={frame}>
          <p class="seen__note">
            {t('team.seen.note')} <a href={urls.seen(locale, company.id)}>{t('team.seen.open')}</a>
          </p>
        </Seen>
      </main>
    </Layout>
  )
}

function Invite({ frame: { t, locale }, company }: TeamPageProps) {
  return (
    <section class="section f-birch no-print" aria-labelledby="invite">
      <div class="wrap stack">
        <h2 id="invite">{t('team.invite')}</h2>
        <p class="measure">{t('team.invite.text')}</p>
        <p>
          <a class="button" href={urls.invitations(locale, company.id)}>
            {t('invite.title')} <Icon name="arrow" />
          </a>
        </p>
      </div>
    </section>
  )
}
