import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../../urls.ts'
import { Claims } from '../../../components/claims.tsx'
import { CompanyNav } from '../../../components/company-nav.tsx'
import { Door } from '../../../components/door.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { Field } from '../../../components/field.tsx'
import { Layout } from '../../../components/layout.tsx'
import type { LateFrame } from '../../../frame.ts'
import { ProblemSummary, type SignInProblem } from '../../accounts/sign-in-page.tsx'

/** `name`: what was written is not the company's name. */
export type ClosingProblem = 'name' | Exclude<SignInProblem, 'invalid'>

interface ClosingPageProps {
  frame: LateFrame
  company: { id: string; name: string; members: number }
  /** When it can be opened again no more. */
  until: Date
  again: { typed: string; problem: ClosingProblem } | undefined
}

/** The question before a company is closed, with what follows from it. */
export function ClosingPage(props: ClosingPageProps) {
  const { frame, company, until, again } = props
  const { t } = frame
  const title = t('closing.title', { company: company.name })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex isFault={again !== undefined}>
      <CompanyNav frame={frame} company={company} role="owner" current="settings" />
      <Door field="falu" title={title} lead={t('closing.lead', { count: company.members })}>
        <Claims
          ends={[t('closing.ends'), t('closing.deleted', { until })]}
          stays={[t('closing.keep'), t('closing.log')]}
        />
        <NameForm {...props} />
      </Door>
    </Layout>
  )
}

/** The company's name, written out: nobody closes it by mistake. Then a code. */
function NameForm({ frame, company, again }: ClosingPageProps) {
  const { t, locale } = frame
  const error = again?.problem === 'name' ? t('closing.name.wrong') : undefined
  return (
    <form class="form" method="post" action={urls.closing(locale, company.id)}>
      {again && again.problem !== 'name' ? <ProblemSummary frame={frame} problem={again.problem} inField="" /> : null}
      {error ? <ErrorSummary title={t('company.fault.summary')} faults={[{ field: 'company', text: error }]} /> : null}
      <Field
        name="company"
        label={t('closing.name')}
        hint={company.name}
        value={again?.typed}
        error={error}
        required
        autocomplete="off"
      />
      <p>{t('closing.code')}</p>
      <button class="button">{t('closing.go')}</button>
      <p>
        <a href={urls.companySettings(locale, company.id)}>{t('remove.not')}</a>
      </p>
    </form>
  )
}
