import { pageAssets } from 'virtual:page-assets'

import type { MergerFault } from '../../../../worker/companies/merger/accept-merger.ts'
import { urls } from '../../../urls.ts'
import { Claims } from '../../../components/claims.tsx'
import { CompanyNav } from '../../../components/company-nav.tsx'
import { Door } from '../../../components/door.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { Choice } from '../../../components/field.tsx'
import { Layout } from '../../../components/layout.tsx'
import { Notice } from '../../../components/notice.tsx'
import type { LateFrame } from '../../../frame.ts'

interface MergerPageProps {
  frame: LateFrame
  merger: {
    id: string
    name: string
    /** The company that it is being merged into. */
    into: string | null
    /** The open question to another's owner. */
    code: string | null
    expiresAt: Date | null
    /** Other companies of the viewer. */
    owned: { id: string; name: string }[]
  }
  /** Where links lead: never taken from the request's Host. */
  baseUrl: string
  fault: MergerFault | undefined
}

/** Merging a company into another, for its owners: the question, and what comes of it. */
export function MergerPage(props: MergerPageProps) {
  const { frame, merger, fault } = props
  const { t, locale } = frame
  const title = t('merger.title', { company: merger.name })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex isFault={fault !== undefined}>
      <CompanyNav frame={frame} company={merger} role="owner" current="settings" />
      <Door long field="forest" title={title} lead={t('merger.lead')}>
        {fault ? (
          <ErrorSummary title={t('merger.fault')}>
            <p>{t(`merger.fault.${fault}`)}</p>
          </ErrorSummary>
        ) : null}
        {merger.into ? <UnderWay {...props} into={merger.into} /> : <Asking {...props} />}
        <p>
          <a href={urls.companySettings(locale, merger.id)}>{t('merger.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}

/** Both have said yes: everybody is asked, and the owner closes when it suits. */
function UnderWay({ frame, merger, into }: MergerPageProps & { into: string }) {
  const { t, locale } = frame
  return (
    <>
      <Notice title={t('merger.under-way', { other: into })}>
        <p>{t('merger.under-way.text', { other: into })}</p>
      </Notice>
      <p>
        <a class="button" href={urls.closing(locale, merger.id)}>
          {t('settings.close.go')}
        </a>
      </p>
      <Withdrawal frame={frame} company={merger.id} text={t('merger.withdraw')} />
    </>
  )
}

function Asking(props: MergerPageProps) {
  const { frame, merger } = props
  const { t, locale } = frame
  return (
    <>
      <Claims ends={[]} stays={[t('merger.asked'), t('merger.nothing'), t('merger.close'), t('merger.log')]} />
      <OwnCompanies {...props} />
      {merger.code ? <OpenAsk {...props} /> : null}
      <form class="form" method="post" action={urls.merger(locale, merger.id)}>
        <p>{t('merger.ask.text')}</p>
        <button class="button button--plain">{t(merger.code ? 'merger.ask.again' : 'merger.ask')}</button>
      </form>
      {merger.code ? <Withdrawal frame={frame} company={merger.id} text={t('merger.ask.withdraw')} /> : null}
    </>
  )
}

/** For who owns several: they need to ask nobody. */
function OwnCompanies({ frame: { t, locale }, merger }: MergerPageProps) {
  if (merger.owned.length === 0) return null
  return (
    <form class="form" method="post" action={urls.merger(locale, merger.id)}>
      <fieldset class="field">
        <legend class="field__legend">{t('merger.own')}</legend>
        <div class="options">
          {merger.owned.map(({ id, name }) => (
            <Choice name="into" value={id}>
              {name}
            </Choice>
          ))}
        </div>
      </fieldset>
      <button class="button">{t('merger.own.do')}</button>
    </form>
  )
}

function OpenAsk({ frame: { t, locale }, merger: { code, expiresAt }, baseUrl }: MergerPageProps) {
  if (!code || !expiresAt) return null
  return (
    <Notice title={t('merger.link', { until: expiresAt })}>
      <p class="long-name">
        <code>{`${baseUrl}${urls.mergerOffer(locale, code)}`}</code>
      </p>
    </Notice>
  )
}

function Withdrawal({ frame: { locale }, company, text }: { frame: LateFrame; company: string; text: string }) {
  return (
    <form method="post" action={urls.mergerWithdrawal(locale, company)}>
      <button class="button button--plain">{text}</button>
    </form>
  )
}
