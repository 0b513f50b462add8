import { pageAssets } from 'virtual:page-assets'

import type { RemovalReason } from '../../../worker/companies/audit/rules.ts'
import type { MemberView } from '../../../worker/companies/members/store.ts'
import { urls } from '../../urls.ts'
import { Claims } from '../../components/claims.tsx'
import { Door } from '../../components/door.tsx'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

interface RemoveMemberPageProps {
  frame: LateFrame
  company: string
  member: MemberView
  /** Why somebody may be removed. */
  reasons: readonly RemovalReason[]
  /** Why nobody can be removed here. */
  fault: 'owner' | 'yourself' | undefined
}

/** The question before somebody is removed, with what follows from it. */
export function RemoveMemberPage({ frame, company, member, reasons, fault }: RemoveMemberPageProps) {
  const { t, locale } = frame
  const { name } = member
  const title = t('remove.title', { name })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex>
      <Door field="copper" title={title} lead={t('remove.lead', { company: member.company })}>
        {fault ? (
          <Notice title={t(`remove.${fault}`)} alarm>
            <p>{t(`remove.${fault}.text`, { name })}</p>
          </Notice>
        ) : (
          <>
            <Claims
              ends={[t('remove.nothing', { name })]}
              stays={[t('remove.told', { name }), t('remove.keep', { name }), t('remove.undo')]}
            />
            <form class="form" method="post" action={urls.removal(locale, company, member.id)}>
              <Reason frame={frame} reasons={reasons} />
              {member.hasLink ? (
                <Tick name="link" checked>
                  {t('remove.link', { name })}
                </Tick>
              ) : null}
              <button class="button">{t('remove.do')}</button>
            </form>
          </>
        )}
        <p>
          <a href={urls.member(locale, company, member.id)}>{t('remove.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}

/** Why, from a short list: nothing is written about anybody. */
function Reason({ frame: { t }, reasons }: Pick<RemoveMemberPageProps, 'frame' | 'reasons'>) {
  return (
    <div class="field">
      <label for="reason">{t('remove.reason')}</label>
      <p class="soft" id="reason-hint">
        {t('remove.reason.hint')}
      </p>
      <select class="input" id="reason" name="reason" aria-describedby="reason-hint">
        <option value="">{t('remove.reason.none')}</option>
        {reasons.map((reason) => (
          <option value={reason}>{t(`remove.reason.${reason}`)}</option>
        ))}
      </select>
    </div>
  )
}
