import type { NameFault } from '../../../worker/accounts/rules.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { NameForm } from './name-form.tsx'

export function NamePage({ frame, name, fault }: { frame: Frame; name: string; fault?: NameFault | undefined }) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('account.name.title')} noindex isFault={fault !== undefined}>
      <Door field="copper" title={t('account.name.title')} lead={t('account.name.lead')}>
        {fault ? (
          <ErrorSummary
            title={t('account.name.problem')}
            faults={[{ field: 'name', text: t(`account.name.${fault}`) }]}
          />
        ) : null}
        <NameForm frame={frame} name={name} fault={fault} />
      </Door>
    </Layout>
  )
}
