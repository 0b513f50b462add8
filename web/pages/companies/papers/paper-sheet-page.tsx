import { pageAssets } from 'virtual:page-assets'

import { urls } from '../../../urls.ts'
import { Layout } from '../../../components/layout.tsx'
import type { LateFrame } from '../../../frame.ts'
import { raw } from '../../../html/html.ts'
import { qrPath } from '../../badges/qr-path.ts'
import { codeInGroups } from '../code-in-groups.ts'

interface PaperSheetPageProps {
  frame: LateFrame
  company: { id: string; name: string }
  papers: { code: string; name: string | null; expiresAt: Date }[]
  /** Where join links lead: never taken from the request's Host. */
  baseUrl: string
  /** Of one list, and not all that are open. */
  isSome: boolean
}

/** A paper for each, on A4 to be cut apart. */
export function PaperSheetPage({ frame, company, papers, baseUrl, isSome }: PaperSheetPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} styles={pageAssets.waysStyles} title={t('papers.sheet.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <div class="no-print stack">
              <h1>{t('papers.sheet.title')}</h1>
              <p class="lead">{t('papers.sheet.lead', { count: papers.length })}</p>
              <p>{t('recovery.card.print')}</p>
              <p>
                <a href={urls.papers(locale, company.id)}>{t('papers.sheet.back')}</a>
              </p>
              {isSome ? (
                <p>
                  <a href={urls.paperSheet(locale, company.id)}>{t('papers.print-all')}</a>
                </p>
              ) : null}
            </div>
            <ul class="way-cards">
              {papers.map((paper) => (
                <Paper frame={frame} company={company.name} paper={paper} baseUrl={baseUrl} />
              ))}
            </ul>
          </div>
        </section>
      </main>
    </Layout>
  )
}

interface PaperProps {
  frame: LateFrame
  company: string
  paper: PaperSheetPageProps['papers'][number]
  baseUrl: string
}

function Paper({ frame: { t, locale }, company, paper: { code, name, expiresAt }, baseUrl }: PaperProps) {
  const host = baseUrl.replace(/^https?:\/\//, '')
  const { d, size } = qrPath(baseUrl + urls.join(locale, code))
  return (
    <li class="way-card way-card--paper">
      <div>
        <p class="way-card__for">
          <strong>{name ?? ''}</strong>
        </p>
        <p>{t('papers.sheet.company', { company })}</p>
      </div>
      <svg
        class="way-card__qr"
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        role="img"
        aria-label={t('papers.sheet.qr', { name: name ?? '' })}
      >
        {raw(`<path d="${d}"/>`)}
      </svg>
      <ol class="way-card__wide">
        <li>{t('papers.sheet.point', { address: `${host}${urls.joinForm(locale)}` })}</li>
        <li>{t('papers.sheet.read')}</li>
        <li>{t('papers.sheet.keep')}</li>
      </ol>
      <p class="way-card__code way-card__wide" translate="no">
        <strong>{codeInGroups(code)}</strong>
      </p>
      <p class="soft way-card__wide">{t('papers.sheet.until', { until: expiresAt })}</p>
    </li>
  )
}
