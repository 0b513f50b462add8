import { pageAssets } from 'virtual:page-assets'

import { CompanyNav } from '../../components/company-nav.tsx'
import { Door } from '../../components/door.tsx'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { urls } from '../../urls.ts'

/** The question before the link for everybody is closed. */
export function CloseLinkPage({
  frame,
  company,
}: {
  frame: LateFrame
  company: { id: string; name: string; role: string; members: number }
}) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('invite.close.title')} noindex>
      <CompanyNav frame={frame} company={company} role={company.role} current="invitations" />
      <Door field="copper" title={t('invite.close.title')} lead={t('invite.close.lead')}>
        <h2>{t('invite.close.stay', { members: company.members })}</h2>
        <p>{t('invite.close.text')}</p>
        <form class="form" method="post" action={urls.linkClosing(locale, company.id)}>
          <Tick name="renew" checked>
            {t('invite.close.renew')}
          </Tick>
          <button class="button">{t('invite.close.do')}</button>
        </form>
        <p>
          <a href={urls.invitations(locale, company.id)}>{t('invite.close.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}
