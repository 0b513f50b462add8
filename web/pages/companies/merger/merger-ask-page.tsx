import { pageAssets } from 'virtual:page-assets'

import type { MergerFault } from '../../../../worker/companies/merger/accept-merger.ts'
import { urls } from '../../../urls.ts'
import { Claims } from '../../../components/claims.tsx'
import { Door } from '../../../components/door.tsx'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { Choice } from '../../../components/field.tsx'
import { Layout } from '../../../components/layout.tsx'
import type { LateFrame } from '../../../frame.ts'

interface MergerAskPageProps {
  frame: LateFrame
  /** Who asks, and the companies of the viewer that it could go into. */
  ask: { code: string; name: string; expiresAt: Date; owned: { id: string; name: string }[] }
  fault: MergerFault | undefined
}

/** The question to the owner of a company: may another go into it? */
export function MergerAskPage({ frame, ask, fault }: MergerAskPageProps) {
  const { t, locale } = frame
  const title = t('merger.offer.title', { company: ask.name })
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={title} noindex isFault={fault !== undefined}>
      <Door long field="forest" title={title} lead={t('merger.offer.lead', { until: ask.expiresAt })}>
        {fault ? (
          <ErrorSummary title={t('merger.fault')}>
            <p>{t(`merger.fault.${fault}`)}</p>
          </ErrorSummary>
        ) : null}
        <Claims
          ends={[]}
          stays={[t('merger.offer.asked', { company: ask.name }), t('merger.offer.terms'), t('merger.offer.data')]}
        />
        {ask.owned.length === 0 ? (
          <p>{t('merger.offer.none')}</p>
        ) : (
          <form class="form" method="post" action={urls.mergerOffer(locale, ask.code)}>
            <fieldset class="field">
              <legend class="field__legend">{t('merger.offer.into', { company: ask.name })}</legend>
              <div class="options">
                {ask.owned.map(({ id, name }) => (
                  <Choice name="into" value={id} checked={ask.owned.length === 1}>
                    {name}
                  </Choice>
                ))}
              </div>
            </fieldset>
            <button class="button">{t('merger.offer.do')}</button>
          </form>
        )}
        <p>
          <a href={urls.companies(locale)}>{t('remove.not')}</a>
        </p>
      </Door>
    </Layout>
  )
}

/** A code that asks nothing any more: the same words for one that was answered, withdrawn, is too old or never was. */
export function DeadMergerPage({ frame }: { frame: LateFrame }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.companyStyles} title={t('merger.dead.title')} noindex>
      <Door field="copper" title={t('merger.dead.title')} lead={t('merger.dead.lead')}>
        <p>{t('merger.dead.do')}</p>
        <p>
          <a href={urls.companies(locale)}>{t('reopening.companies')}</a>
        </p>
      </Door>
    </Layout>
  )
}
