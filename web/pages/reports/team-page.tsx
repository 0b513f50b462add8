import { codeInGroups } from '../../../worker/companies/rules.ts'
import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../../worker/urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { MatrixLegend, MemberMatrix } from '../../components/member-matrix.tsx'
import { Seen } from '../../components/seen.tsx'
import type { Frame } from '../../frame.ts'
import { ManageMembers } from './manage-members.tsx'

export interface TeamPageProps {
  frame: Frame
  company: { id: string; name: string; municipality: string; members: number; role: 'owner' | 'manager' | 'member' }
  courses: { id: string; title: string }[]
  members: Member[]
  next: string | undefined
  code: string | undefined
  /** A code for one person that was made just now. */
  singleCode: string | undefined
  /** Roles and removal are shown: only when asked for, they are three forms a person. */
  managing: boolean
  /** Where join links lead: never taken from the request's Host. */
  baseUrl: string
}

/** People and courses, for whoever runs the company. */
export function TeamPage(props: TeamPageProps) {
  const { frame, company, courses, members, next } = props
  const { t, locale } = frame
  return (
    <Layout frame={{ ...frame, section: 'team' }} title={company.name} noindex>
      <main id="content" tabindex={-1}>
        <div class="section">
          <div class="wrap">
            <p class="soft">
              {t('team.place', { company: company.name, municipality: company.municipality })} ·{' '}
              {t('team.people', { count: company.members })}
            </p>
            <h1>{t('team.title')}</h1>
            {company.members === 1 ? <p class="lead">{t('team.empty')}</p> : null}
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
        <Invite {...props} />
        <ManageMembers frame={frame} company={company} members={members} open={props.managing} />
        <Seen frame={frame}>
          <p class="seen__note">
            {t('team.seen.note')} <a href={urls.seen(locale, company.id)}>{t('team.seen.open')}</a>
          </p>
        </Seen>
      </main>
    </Layout>
  )
}

function Invite({ frame, company, code, singleCode, baseUrl }: TeamPageProps) {
  const { t, locale } = frame
  const shown = singleCode ?? code
  return (
    <section class="section f-birch" aria-labelledby="invite">
      <div class="wrap stack">
        <h2 id="invite">{t('team.invite')}</h2>
        <p class="measure">{t('team.invite.text')}</p>
        {shown ? (
          <dl class="facts measure">
            <div>
              <dt>{t('team.invite.link')}</dt>
              <dd>
                <code>{`${baseUrl}${urls.join(locale, shown)}`}</code>
              </dd>
            </div>
            <div>
              <dt>{t('team.invite.code')}</dt>
              <dd>{codeInGroups(shown)}</dd>
            </div>
          </dl>
        ) : null}
        {singleCode ? <p>{t('team.invite.single.made')}</p> : null}
        <form class="buttons" method="post" action={urls.invitations(locale, company.id)}>
          <button class="button" name="for" value="team">
            {t(code ? 'team.invite.replace' : 'team.invite.new')}
          </button>
          <button class="button button--plain" name="for" value="one">
            {t('team.invite.single')}
          </button>
        </form>
      </div>
    </section>
  )
}
