import { pageAssets } from 'virtual:page-assets'

import type { CompanyDetails } from '../../../../worker/companies/details/store.ts'
import { urls } from '../../../urls.ts'
import { CompanyNav } from '../../../components/company-nav.tsx'
import { Field } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Layout } from '../../../components/layout.tsx'
import { Notice } from '../../../components/notice.tsx'
import type { LateFrame } from '../../../frame.ts'
import type { CompanyFault } from '../company-fault.ts'
import { CompanyFaults } from '../company-faults.tsx'
import { CompanyKind } from '../company-kind.tsx'
import { ContactForm } from './contact-form.tsx'

interface SettingsPageProps {
  frame: LateFrame
  company: Pick<CompanyDetails, 'id' | 'name' | 'role'>
  /** What stands in the fields: as stored, or as typed. */
  values: Record<string, string>
  faults: Record<string, CompanyFault>
  /** What was saved just now. */
  saved: 'details' | 'contact' | undefined
}

/** The company itself: its details and the ways on for owners, its contact for managers too. */
export function SettingsPage(props: SettingsPageProps) {
  const { frame, company, faults, saved } = props
  const { t } = frame
  const isOwner = company.role === 'owner'
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('settings.title', { company: company.name })}
      noindex
      isFault={Object.keys(faults).length > 0}
    >
      <CompanyNav frame={frame} company={company} role={company.role} current="settings" />
      <main id="content" tabindex={-1}>
        <div class="sum f-birch">
          <div class="wrap">
            <h1 class="long-name">{company.name}</h1>
            <p class="lead">{t(isOwner ? 'settings.lead' : 'settings.lead.manager')}</p>
            {saved ? <Notice title={t(`settings.saved.${saved}`)} /> : null}
          </div>
        </div>
        <section class="section">
          <div class="wrap pair">
            <div class="pair__parts">
              {isOwner ? <DetailsForm {...props} /> : null}
              <ContactForm {...props} />
            </div>
            <More {...props} isOwner={isOwner} />
          </div>
        </section>
        {isOwner ? <Closing {...props} /> : null}
      </main>
    </Layout>
  )
}

const labels = {
  name: 'company.name',
  size: 'company.size',
  municipality: 'company.municipality',
  sector: 'company.sector',
} as const

function DetailsForm({ frame, company, values, faults }: SettingsPageProps) {
  const { t, locale } = frame
  return (
    <div class="stack">
      <h2>{t('settings.details')}</h2>
      <form class="form" method="post" action={urls.companySettings(locale, company.id)}>
        <CompanyFaults frame={frame} faults={faults} labels={labels} />
        <Field
          name="name"
          label={t('company.name')}
          value={values.name}
          error={faults.name && t(`company.fault.${faults.name}`)}
          required
          autocomplete="organization"
        />
        <CompanyKind frame={frame} values={values} faults={faults} />
        <button class="button">{t('settings.save')}</button>
      </form>
    </div>
  )
}

/** The company's other pages. */
function More({ frame: { t, locale }, company, isOwner }: SettingsPageProps & { isOwner: boolean }) {
  const rows = [
    ...(isOwner ? [{ name: 'terms', href: urls.terms(locale, company.id) } as const] : []),
    { name: 'information', href: urls.companyInformation(locale, company.id) } as const,
    ...(isOwner
      ? ([
          { name: 'log', href: urls.companyLog(locale, company.id) },
          { name: 'merger', href: urls.merger(locale, company.id) },
        ] as const)
      : []),
  ]
  return (
    <div class="stack">
      <h2>{t('settings.more')}</h2>
      <ul class="files files--plain">
        {rows.map(({ name, href }) => (
          <li>
            <a href={href}>
              <span>
                <b>{t(`settings.${name}`)}</b>
                <br />
                {t(`settings.${name}.text`)}
              </span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Closing({ frame: { t, locale }, company }: SettingsPageProps) {
  return (
    <section class="section f-sunk" aria-labelledby="close">
      <div class="wrap stack">
        <h2 id="close">{t('settings.close')}</h2>
        <p class="measure">{t('settings.close.text')}</p>
        <p>
          <a class="button button--plain" href={urls.closing(locale, company.id)}>
            {t('settings.close.go')}
          </a>
        </p>
      </div>
    </section>
  )
}
