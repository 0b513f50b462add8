import { pageAssets } from 'virtual:page-assets'

import type { ListResult } from '../../../worker/companies/invitations/list/kept-result.ts'
import type { JudgedRow, Outcome } from '../../../worker/companies/invitations/list/judge-rows.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { raw } from '../../html/html.ts'
import { urls } from '../../urls.ts'
import { ListForm } from './list-form.tsx'
import { outcomeWords } from './outcome-words.ts'

const shapes = {
  stopped:
    '<svg class="c-over" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 0l12 12-12 12L0 12z" fill="currentcolor"/><path d="M12 6v7M12 15.5v2.5" stroke="var(--alarm-ground)" stroke-width="3"/></svg>',
  skipped:
    '<svg class="c-waived" viewBox="0 0 24 24" aria-hidden="true"><rect x="2" y="2" width="20" height="20" fill="none" stroke="currentcolor" stroke-width="2" stroke-dasharray="4 3"/></svg>',
  invited:
    '<svg class="c-done" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11" fill="currentcolor"/><path d="M6.5 12.5l4 4 7-8" fill="none" stroke="var(--ground)" stroke-width="2.75"/></svg>',
} as const

/** What somebody has to do something about stands first. */
const order: Outcome['kind'][] = ['stopped', 'rests', 'twice', 'open', 'member', 'invited']

interface ListResultPageProps {
  frame: LateFrame
  company: { id: string; name: string; role: string }
  /** The name of the result, for its file. */
  name: string
  result: ListResult
  /** Of the form of the lines to mend. */
  formKey: string
}

/** What became of each line of a list, and only those to mend in the field. */
export function ListResultPage({ frame, company, name, result, formKey }: ListResultPageProps) {
  const { t } = frame
  const { rows } = result
  const count = (kind: Outcome['kind']) => rows.filter(({ outcome }) => outcome.kind === kind).length
  const [invited, stopped] = [count('invited'), count('stopped')]
  return (
    <Layout frame={frame} styles={pageAssets.inviteStyles} title={t('invite.result.page')} noindex>
      <CompanyNav frame={frame} company={company} role={company.role} current="invitations" />
      <main id="content" tabindex={-1}>
        <div class={stopped > 0 ? 'sum f-copper' : 'sum f-forest'}>
          <div class="wrap">
            <h1>{t('invite.result.title', { invited, stopped })}</h1>
            <p class="lead">{t('invite.result.lead', { rows: rows.length, invited })}</p>
          </div>
        </div>
        <section class="section" aria-labelledby="lines">
          <div class="wrap">
            <h2 id="lines">{t('invite.result.rows')}</h2>
            <ul class="health">
              {order
                .flatMap((kind) => rows.filter(({ outcome }) => outcome.kind === kind))
                .map((row) => (
                  <Line frame={frame} row={row} />
                ))}
            </ul>
          </div>
        </section>
        <Mend frame={frame} company={company} name={name} result={result} formKey={formKey} stopped={stopped} />
      </main>
    </Layout>
  )
}

function Line({ frame: { t, locale }, row }: { frame: LateFrame; row: JudgedRow }) {
  const { kind } = row.outcome
  const { outcome, why } = outcomeWords(t, locale, row)
  const who = row.name ?? row.email ?? (row.text.length > 60 ? `${row.text.slice(0, 60)}…` : row.text)
  return (
    <li>
      {raw(shapes[kind === 'invited' || kind === 'stopped' ? kind : 'skipped'])}
      <h3 class="long-name">{t('invite.result.row', { line: row.line, who })}</h3>
      <p class="long-name">
        <strong>{outcome}</strong> {row.name && row.email ? `${row.email}. ` : ''}
        {why}
      </p>
    </li>
  )
}

function Mend({ frame, company, name, result, formKey, stopped }: ListResultPageProps & { stopped: number }) {
  const { t, locale } = frame
  const lines = result.rows.filter(({ outcome }) => outcome.kind === 'stopped').map(({ text }) => text)
  return (
    <section class="section f-sunk">
      <div class="wrap stack">
        {stopped > 0 ? (
          <ListForm
            frame={frame}
            company={company.id}
            formKey={formKey}
            label={t('invite.result.mend')}
            hint={t('invite.result.mend.hint')}
            rows={[...(result.heading === undefined ? [] : [result.heading]), ...lines].join('\n')}
            onBehalf={result.onBehalf}
            isMending
          />
        ) : null}
        <div class="acts">
          <a class={stopped > 0 ? 'alone' : 'button'} href={urls.invitations(locale, company.id)}>
            {t('invite.result.back')}
          </a>
          <a class="alone" href={urls.invitationResultFile(locale, company.id, name)}>
            {t('invite.result.file')}
          </a>
        </div>
        <p class="soft">{t('invite.result.kept')}</p>
      </div>
    </section>
  )
}
