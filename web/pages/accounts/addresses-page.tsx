import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { AddressForms, type AddressProblem } from './address-forms.tsx'

interface AddressesPageProps {
  frame: Frame
  addresses: string[]
  email: string
  problem?: AddressProblem | undefined
}

export function AddressesPage({ frame, ...forms }: AddressesPageProps) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('account.address.title')} noindex>
      <Door field="copper" title={t('account.address.title')} lead={t('account.address.lead')}>
        <AddressForms frame={frame} {...forms} />
      </Door>
    </Layout>
  )
}
