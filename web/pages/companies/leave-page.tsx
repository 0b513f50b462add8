import { pageAssets } from 'virtual:page-assets'

import type { OwnPlace } from '../../../worker/companies/members/store.ts'
import { urls } from '../../urls.ts'
import { Claims } from '../../components/claims.tsx'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

interface LeavePageProps {
  frame: LateFrame
  company: string
  place: OwnPlace
  /** An owner of a company with others in it. */
  isStuck: boolean
  /** How long the company's log tells that somebody was there. */
  logMonths: number
}

/** The question before somebody leaves, with what follows from it. */
export function LeavePage({ frame, company, place, isStuck, logMonths }: LeavePageProps) {
  const { t, locale } = frame
  const title = t('leave.title', { company: place.company })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="copper" title={title} lead={t('leave.lead')}>
        {isStuck ? (
          place.isOnlyOwner ? (
            <Notice title={t('leave.owner')} alarm>
              <p>{t('leave.owner.text')}</p>
              <p>
                <a href={`${urls.company(locale, company)}?manage=1#manage`}>{t('leave.owner.do')}</a>
              </p>
            </Notice>
          ) : (
            <Notice title={t('leave.co-owner')} alarm>
              <p>{t('leave.co-owner.text')}</p>
              <p>
                <a href={urls.member(locale, company, place.id)}>{t('leave.co-owner.do')}</a>
              </p>
            </Notice>
          )
        ) : (
          <>
            <Claims
              ends={[t('leave.nothing'), ...(place.isAlone ? [t('leave.alone')] : [])]}
              stays={[t('leave.keep'), t('leave.log', { months: logMonths })]}
            />
            <form class="form" method="post" action={urls.departure(locale, company)}>
              <button class="button">{t('leave.do')}</button>
            </form>
          </>
        )}
        <p>
          <a href={urls.seen(locale, company)}>{t('remove.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}
