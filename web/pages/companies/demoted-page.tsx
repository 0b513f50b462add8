import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'

export interface DemotedPageProps {
  frame: LateFrame
  company: { company: string; name: string; role: 'owner' | 'manager' | 'member'; runsTeams: boolean }
}

/** Whoever is in the company sent a form that their role does not, or no longer, allow. */
export function DemotedPage({ frame, company: { company, name, role, runsTeams } }: DemotedPageProps) {
  const { t, locale } = frame
  const isMember = role === 'member' && !runsTeams
  const now = role === 'member' && runsTeams ? t('member.team-manager') : t(`team.role.${role}`)
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('demoted.title')} noindex>
      <Door field="copper" title={t('demoted.title')} lead={t('demoted.lead', { company: name })}>
        <p>
          <b>{t('demoted.text')}</b> {t('demoted.role', { role: now })}
        </p>
        <p>
          <a class="button" href={isMember ? urls.seen(locale, company) : urls.company(locale, company)}>
            {t(isMember ? 'demoted.seen' : 'demoted.team')}
          </a>
        </p>
      </Door>
    </Layout>
  )
}
