import { pageAssets } from 'virtual:page-assets'

import type { NameFault } from '../../../worker/accounts/rules.ts'
import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { CompanyFaults } from './company-faults.tsx'

interface OwnNamePageProps {
  frame: LateFrame
  company: string
  own: { company: string; name: string; ownName: string | null }
  typed: string
  fault?: NameFault | undefined
}

/** The name that colleagues know, for its bearer; and the own one back, where somebody corrected it. */
export function OwnNamePage({ frame, company, own, typed, fault }: OwnNamePageProps) {
  const { t, locale } = frame
  const action = urls.ownName(locale, company)
  const title = t('name.title', { company: own.company })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex isFault={fault !== undefined}>
      <Door field="forest" title={title} lead={t('name.lead')}>
        <CompanyFaults frame={frame} faults={fault ? { name: fault } : {}} labels={{ name: 'name.label' }} />
        {own.ownName === null ? null : (
          <PutBack frame={frame} company={company} own={{ ...own, ownName: own.ownName }} />
        )}
        <form class="form" method="post" action={action}>
          <Field
            name="name"
            label={t('name.label')}
            value={typed}
            error={fault && t(`company.fault.${fault}`)}
            autocomplete="name"
            required
          />
          <div class="buttons">
            <button class="button">
              {t('name.save')} <Icon name="arrow" />
            </button>
            <a class="button button--plain" href={urls.seen(locale, company)}>
              {t('name.not')}
            </a>
          </div>
        </form>
      </Door>
    </Layout>
  )
}

/** That a name was corrected, and the press that puts the own one back. */
function PutBack({
  frame: { t, locale },
  company,
  own,
}: {
  frame: LateFrame
  company: string
  own: { name: string; ownName: string }
}) {
  return (
    <Notice title={t('name.corrected')}>
      <p>{t('name.corrected.text', { own: own.ownName, name: own.name })}</p>
      <form method="post" action={urls.ownName(locale, company)}>
        <button class="button button--plain" name="putBack" value="1">
          {t('name.put-back', { own: own.ownName })}
        </button>
      </form>
    </Notice>
  )
}
