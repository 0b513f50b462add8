import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Field, FieldError, Tick } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Seen } from '../../components/seen.tsx'
import type { LateFrame } from '../../frame.ts'
import type { CompanyFault } from './company-fault.ts'
import { CompanyFaults } from './company-faults.tsx'
import { CompanyKind } from './company-kind.tsx'
import { CourseChoice } from './course-choice.tsx'

interface StartCompanyPageProps {
  frame: LateFrame
  courses: { id: string; title: string }[]
  /** What was typed, kept when the form comes back. */
  typed: Record<string, string>
  chosen: string[]
  faults: Record<string, CompanyFault>
  /** The account owns as many companies as it may. */
  ownsMost?: boolean
}

const labels = {
  name: 'company.name',
  municipality: 'company.municipality',
  sector: 'company.sector',
  size: 'company.size',
  displayName: 'company.display-name',
  courses: 'company.courses',
  accept: 'company.terms',
} as const

/** Starting a company: what it is, what will be shared, and the founder's yes to it. */
export function StartCompanyPage(props: StartCompanyPageProps) {
  const { frame, typed, faults, ownsMost = false } = props
  const { t, locale } = frame
  const error = faultWords(props)
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('company.start')}
      noindex
      isFault={ownsMost || Object.keys(faults).length > 0}
    >
      <Door long field="forest" title={t('company.new.title')} lead={t('company.new.lead')}>
        <form class="form" method="post" action={urls.newCompany(locale)}>
          <input type="hidden" name="key" value={typed.key} />
          {ownsMost ? (
            <ErrorSummary title={t('company.too-many')}>
              <p>{t('company.too-many.text')}</p>
            </ErrorSummary>
          ) : null}
          <CompanyFaults frame={frame} faults={faults} labels={labels} />
          <Field
            name="name"
            label={t('company.name')}
            value={typed.name}
            error={error('name')}
            required
            autocomplete="organization"
          />
          <CompanyKind frame={frame} values={typed} faults={faults} />
          <Field
            name="displayName"
            label={t('company.display-name')}
            hint={t('company.display-name.hint')}
            value={typed.displayName}
            error={error('displayName')}
            required
            autocomplete="name"
          />
          <CourseChoice
            legend={t('company.courses')}
            all={t('company.courses.all')}
            some={t('company.courses.some')}
            courses={props.courses}
            share={typed.share}
            chosen={props.chosen}
            error={error('courses')}
          />
          <Terms frame={frame} error={error('accept')} />
          <button class="button button--wide">
            {t('company.new.do')} <Icon name="arrow" />
          </button>
          <p class="soft">{t('company.new.next')}</p>
        </form>
      </Door>
    </Layout>
  )
}

function faultWords({ frame: { t }, faults }: StartCompanyPageProps) {
  return (name: string) => faults[name] && t(`company.fault.${faults[name]}`)
}

/** What is shared, and the yes to it, in one place: nobody agrees to what was not on the screen. */
export function Terms({ frame, error }: { frame: LateFrame; error: string | undefined }) {
  const { t } = frame
  return (
    <fieldset class="field" id="accept" {...(error ? { 'aria-describedby': 'accept-error' } : {})}>
      <legend class="field__legend">{t('company.terms')}</legend>
      <p>{t('company.terms.text')}</p>
      <Seen frame={frame} />
      {error ? <FieldError name="accept" error={error} /> : null}
      <Tick name="accept" required>
        {t('company.accept')}
      </Tick>
    </fieldset>
  )
}
