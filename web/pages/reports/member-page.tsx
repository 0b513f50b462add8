import { pageAssets } from 'virtual:page-assets'

import { dayInWords } from '../../../formats/day.ts'
import { urls } from '../../urls.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { ProblemSummary } from '../accounts/sign-in-page.tsx'
import { Handover } from './handover-form.tsx'
import { MemberForm } from './member-form.tsx'
import type { MemberPageProps } from './member-page-props.ts'

/** One member: name, role and team, by those who may change them; and the way to the question about removal. */
export function MemberPage(props: MemberPageProps) {
  const { frame, company, member, problem, faults, isSaved } = props
  const { t, locale } = frame
  const isFault = problem !== undefined || Object.keys(faults).length > 0
  const isLastOwner = member.isViewer && member.isOnlyOwner
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={member.name} noindex isFault={isFault}>
      <CompanyNav
        frame={frame}
        company={{ id: company, name: member.company }}
        role={member.viewerRole}
        current="members"
      />
      <main id="content" tabindex={-1}>
        <div class="sum f-birch">
          <div class="wrap">
            <p>
              <a href={urls.members(locale, company)}>{t('members.title')}</a>
              {member.teamName ? ` · ${member.teamName}` : ''} ·{' '}
              {member.isViewer ? t('member.is-you') : t('member.since', { day: dayInWords(member.joinedDay, locale) })}
            </p>
            <h1 class="long-name">{member.name}</h1>
          </div>
        </div>
        <section class="section">
          <div class="wrap stack">
            {isSaved ? <Notice title={t('member.saved')} /> : null}
            {problem === 'last-owner' || problem === 'stale' ? (
              <Notice title={t(`member.${problem}`)} alarm>
                <p>{t(`member.${problem}.text`)}</p>
              </Notice>
            ) : problem ? (
              <ProblemSummary frame={frame} problem={problem} inField="" />
            ) : null}
            {member.viewerRole === 'member' ? (
              <p>{t('member.only-managers-do', { name: member.name })}</p>
            ) : (
              <MemberForm {...props} />
            )}
          </div>
        </section>
        {isLastOwner ? <Handover {...props} /> : null}
        <Removal {...props} />
      </main>
    </Layout>
  )
}

/** An owner is removed by nobody; oneself one leaves. */
function Removal({ frame: { t, locale }, company, member }: MemberPageProps) {
  if (member.isViewer || member.role === 'owner' || member.viewerRole === 'member') return null
  return (
    <section class="section f-sunk" aria-labelledby="removal">
      <div class="wrap stack">
        <h2 id="removal">{t('member.remove')}</h2>
        <p class="measure">{t('member.remove.text', { name: member.name })}</p>
        <p>
          <a class="button button--plain" href={urls.removal(locale, company, member.id)}>
            {t('member.remove.go', { name: member.name })}
          </a>
        </p>
      </div>
    </section>
  )
}
