import { municipalities } from '../../../region/municipalities.ts'
import { sectors } from '../../../region/sectors.ts'
import { ChoiceField } from '../../components/field.tsx'
import type { LateFrame } from '../../frame.ts'
import type { CompanyFault } from './company-fault.ts'

const sizes = ['1', '2-9', '10-49', '50-249', '250+'] as const

interface CompanyKindProps {
  frame: LateFrame
  values: Record<string, string>
  faults: Record<string, CompanyFault>
}

/** Where a company is, what it does and how many it has: for the region's figures. */
export function CompanyKind({ frame: { t, locale }, values, faults }: CompanyKindProps) {
  const error = (name: string) => faults[name] && t(`company.fault.${faults[name]}`)
  return (
    <>
      <ChoiceField
        name="size"
        label={t('company.size')}
        value={values.size}
        error={error('size')}
        options={sizes.map((size) => ({ value: size, text: t(`company.size.${size}`) }))}
      />
      <ChoiceField
        name="municipality"
        label={t('company.municipality')}
        hint={t('region.figures')}
        value={values.municipality}
        error={error('municipality')}
        options={[
          ...Object.entries(municipalities)
            .map(([value, text]) => ({ value, text }))
            .sort((a, b) => a.text.localeCompare(b.text, 'sv')),
          { value: 'other', text: t('company.municipality.other') },
        ]}
      />
      <ChoiceField
        name="sector"
        label={t('company.sector')}
        value={values.sector}
        error={error('sector')}
        options={Object.entries(sectors).map(([value, words]) => ({ value, text: words[locale] }))}
      />
    </>
  )
}
