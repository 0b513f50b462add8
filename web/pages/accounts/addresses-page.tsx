import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { AddressForms, type AddressProblem } from './address-forms.tsx'

interface AddressesPageProps {
  frame: LateFrame
  addresses: string[]
  email: string
  problem?: AddressProblem | undefined
}

export function AddressesPage({ frame, ...forms }: AddressesPageProps) {
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.meStyles}
      title={t('account.address.title')}
      noindex
      isFault={forms.problem !== undefined}
    >
      <Door field="copper" title={t('account.address.title')} lead={t('account.address.lead')}>
        <AddressForms frame={frame} {...forms} />
        <p>
          <a href={urls.me(locale)}>{t('account.address.code.again')}</a>
        </p>
      </Door>
    </Layout>
  )
}
