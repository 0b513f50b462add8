import { ErrorSummary } from '../../components/error-summary.tsx'
import type { LateFrame } from '../../frame.ts'
import type { LateKey } from '../../messages/late.ts'
import type { CompanyFault } from './company-fault.ts'

interface CompanyFaultsProps {
  frame: LateFrame
  faults: Record<string, CompanyFault>
  /** What each field is called on this page. */
  labels: Record<string, LateKey>
}

/** Everything that was wrong in a form that came back, by the names of its fields. */
export function CompanyFaults({ frame: { t }, faults, labels }: CompanyFaultsProps) {
  return (
    <ErrorSummary
      title={t('company.fault.summary')}
      faults={Object.entries(labels).flatMap(([field, label]) => {
        const fault = faults[field]
        return fault ? [{ field, text: `${nameOf(t(label))} ${t(`company.fault.${fault}`)}` }] : []
      })}
    />
  )
}

/** A label that asks stays a question. */
function nameOf(label: string): string {
  return label.endsWith('?') ? label : `${label}:`
}
