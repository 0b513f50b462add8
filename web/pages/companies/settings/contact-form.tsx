import { urls } from '../../../urls.ts'
import { Field } from '../../../components/field.tsx'
import type { LateFrame } from '../../../frame.ts'
import type { CompanyFault } from '../company-fault.ts'
import { CompanyFaults } from '../company-faults.tsx'

interface ContactFormProps {
  frame: LateFrame
  company: { id: string }
  values: Record<string, string>
  faults: Record<string, CompanyFault>
}

const labels = { contactName: 'settings.contact.name', contactReach: 'settings.contact.reach' } as const

/** Whom the company's people ask about AI. */
export function ContactForm({ frame, company, values, faults }: ContactFormProps) {
  const { t, locale } = frame
  const error = (name: string) => faults[name] && t(`company.fault.${faults[name]}`)
  return (
    <div class="stack">
      <h2 id="contact">{t('settings.contact')}</h2>
      <p class="measure">{t('settings.contact.text')}</p>
      <form class="form" method="post" action={urls.companyContact(locale, company.id)}>
        <CompanyFaults frame={frame} faults={faults} labels={labels} />
        <Field
          name="contactName"
          label={t('settings.contact.name')}
          value={values.contactName}
          error={error('contactName')}
          autocomplete="off"
        />
        <Field
          name="contactReach"
          label={t('settings.contact.reach')}
          hint={t('settings.contact.hint')}
          value={values.contactReach}
          error={error('contactReach')}
          autocomplete="off"
        />
        <button class="button button--plain">{t('settings.contact.save')}</button>
      </form>
    </div>
  )
}
