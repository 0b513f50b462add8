import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { JoinLink } from './join-link.tsx'

interface InvitationPageProps {
  frame: LateFrame
  company: string
  invitation: { code: string; expiresAt: Date }
  baseUrl: string
}

/** A link for one person, on a page of its own: it can be opened again, and made no second time by a reload. */
export function InvitationPage({ frame, company, invitation, baseUrl }: InvitationPageProps) {
  const { t, locale } = frame
  const title = t('team.single.title')
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="forest" title={title} lead={t('team.single.lead', { until: invitation.expiresAt })}>
        <JoinLink frame={frame} code={invitation.code} baseUrl={baseUrl} />
        <p>
          <a href={urls.company(locale, company)}>{t('demoted.team')}</a>
        </p>
      </Door>
    </Layout>
  )
}
