import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Choice, Field, FieldError, Tick } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import { Seen } from '../../components/seen.tsx'
import type { Frame } from '../../frame.ts'
import type { CompanyFault } from './company-fault.ts'
import { CompanyFaults } from './company-faults.tsx'
import { CompanyKind } from './company-kind.tsx'

interface StartCompanyPageProps {
  frame: Frame
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
          <Courses {...props} />
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

/** All courses or some: a choice of one, so that a tick never means more than itself. */
function Courses(props: StartCompanyPageProps) {
  const { frame, courses, typed, chosen } = props
  const { t } = frame
  const error = faultWords(props)('courses')
  return (
    <fieldset class="field" id="courses" {...(error ? { 'aria-describedby': 'courses-error' } : {})}>
      <legend class="field__legend">{t('company.courses')}</legend>
      {error ? <FieldError name="courses" error={error} /> : null}
      <div class="options">
        <Choice name="share" value="all" checked={typed.share === 'all'}>
          {t('company.courses.all')}
        </Choice>
        <Choice name="share" value="some" checked={typed.share === 'some'}>
          {t('company.courses.some')}
        </Choice>
        <div class="options options--nested" role="group" aria-label={t('company.courses.some')}>
          {courses.map((course) => (
            <Tick name="courses" value={course.id} checked={chosen.includes(course.id)}>
              {course.title}
            </Tick>
          ))}
        </div>
      </div>
    </fieldset>
  )
}

/** What is shared, and the yes to it, in one place: nobody agrees to what was not on the screen. */
export function Terms({ frame, error }: { frame: Frame; error: string | undefined }) {
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
