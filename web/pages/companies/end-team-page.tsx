import { pageAssets } from 'virtual:page-assets'

import type { ListedTeam } from '../../../worker/companies/teams/read-teams.ts'
import { urls } from '../../urls.ts'
import { Claims } from '../../components/claims.tsx'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'

/** The question before a team ends, with what follows from it. */
export function EndTeamPage({ frame, company, team }: { frame: LateFrame; company: string; team: ListedTeam }) {
  const { t, locale } = frame
  const title = t('teams.end.title', { name: team.name })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="copper" title={title} lead={t('teams.end.lead', { count: team.members })}>
        <Claims
          ends={team.managers.length > 0 ? [t('teams.end.managers')] : []}
          stays={[t('teams.end.members'), t('teams.end.keep')]}
        />
        <form class="buttons" method="post" action={urls.teamEnding(locale, company, team.id)}>
          <button class="button">{t('teams.end.do')}</button>
          <a class="button button--plain" href={urls.teams(locale, company)}>
            {t('member.not')}
          </a>
        </form>
      </Door>
    </Layout>
  )
}
