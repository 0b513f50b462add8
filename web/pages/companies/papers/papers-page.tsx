import { pageAssets } from 'virtual:page-assets'

import type { PapersFault } from '../../../../worker/companies/papers/rules.ts'
import { urls } from '../../../urls.ts'
import { ErrorSummary } from '../../../components/error-summary.tsx'
import { FieldError, Tick } from '../../../components/field.tsx'
import { Icon } from '../../../components/icon.tsx'
import { Layout } from '../../../components/layout.tsx'
import type { LateFrame } from '../../../frame.ts'

interface OpenPaper {
  code: string
  name: string | null
  expiresAt: Date
}

interface PapersPageProps {
  frame: LateFrame
  company: { id: string; name: string }
  teams: { id: string; name: string }[]
  open: OpenPaper[]
  typed: { names: string; team: string; behalf?: string | undefined }
  problem?: PapersFault | undefined
}

/** Names in, paper out; and the papers that nobody has used yet. */
export function PapersPage(props: PapersPageProps) {
  const { frame, company, problem } = props
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      styles={pageAssets.companyStyles}
      title={t('papers.title')}
      noindex
      isFault={problem !== undefined}
    >
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <p>
              <a href={urls.company(locale, company.id)}>{t('demoted.team')}</a>
            </p>
            <h1>{t('papers.title')}</h1>
            <p class="lead">{t('papers.lead')}</p>
            <PapersForm {...props} />
          </div>
        </section>
        <OpenPapers {...props} />
      </main>
    </Layout>
  )
}

function PapersForm({ frame: { t, locale }, company, teams, typed, problem }: PapersPageProps) {
  const fault = problem && wordsOf(t, problem)
  // Where the last team of all has ended there is no such field.
  const field = problem?.fault === 'team' && teams.length > 0 ? 'team' : 'names'
  const error = (name: 'names' | 'team') => (name === field ? fault : undefined)
  return (
    <form class="form" method="post" action={urls.papers(locale, company.id)}>
      {fault ? <ErrorSummary title={t('papers.fault.title')} faults={[{ field, text: fault }]} /> : null}
      <div class="field">
        <label for="names">{t('papers.names')}</label>
        <p class="soft" id="names-hint">
          {t('papers.names.hint')}
        </p>
        {error('names') ? <FieldError name="names" error={error('names')!} /> : null}
        <textarea
          class="input"
          id="names"
          name="names"
          rows={6}
          required
          aria-describedby={error('names') ? 'names-hint names-error' : 'names-hint'}
          {...(error('names') ? { 'aria-invalid': 'true' as const } : {})}
        >
          {typed.names}
        </textarea>
      </div>
      {teams.length > 0 ? (
        <div class="field">
          <label for="team">{t('papers.team')}</label>
          {error('team') ? <FieldError name="team" error={error('team')!} /> : null}
          <select
            class="input"
            id="team"
            name="team"
            {...(error('team') ? { 'aria-describedby': 'team-error', 'aria-invalid': 'true' as const } : {})}
          >
            <option value="">{t('papers.team.none')}</option>
            {teams.map(({ id, name }) => (
              <option value={id} selected={id === typed.team}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <Tick name="behalf" checked={typed.behalf === 'yes'}>
        {t('papers.behalf')}
      </Tick>
      <button class="button">
        {t('papers.make')} <Icon name="arrow" />
      </button>
      <p class="soft">{t('papers.how')}</p>
    </form>
  )
}

function wordsOf(t: LateFrame['t'], problem: PapersFault): string {
  if (!('line' in problem)) return t(`papers.fault.${problem.fault}`)
  const { fault, line } = problem
  return fault === 'twice'
    ? t('papers.fault.twice', { line })
    : t('papers.fault.line', { line, why: t(`company.fault.${fault}`) })
}

function OpenPapers({ frame: { t, locale }, company, open }: PapersPageProps) {
  if (open.length === 0) return null
  return (
    <section class="section f-sunk" aria-labelledby="open">
      <div class="wrap stack">
        <h2 id="open">{t('papers.open')}</h2>
        <p>
          <a class="button button--plain" href={urls.paperSheet(locale, company.id)}>
            {t('papers.print-all')}
          </a>
        </p>
        <ul class="stack papers-open">
          {open.map(({ code, name, expiresAt }) => (
            <li>
              <span>
                <strong>{name ?? ''}</strong> {t('papers.until', { until: expiresAt })}
              </span>
              <form method="post" action={urls.paperWithdrawal(locale, company.id)}>
                <button
                  class="button button--plain"
                  name="code"
                  value={code}
                  aria-label={t('papers.withdraw.one', { name: name ?? '' })}
                >
                  {t('papers.withdraw')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
