import { pageAssets } from 'virtual:page-assets'

import type { LogChoice } from '../../../worker/companies/audit/log-choice.ts'
import type { LogEntry } from '../../../worker/companies/audit/read-log.ts'
import { dayInWords, dayOf } from '../../../formats/day.ts'
import { CompanyNav } from '../../components/company-nav.tsx'
import { FieldError } from '../../components/field.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Layout } from '../../components/layout.tsx'
import { auditWords } from '../../messages/audit.ts'
import { urls } from '../../urls.ts'
import { entryWords } from './entry-words.ts'
import { LogFilter, type LogFilterProps } from './log-filter.tsx'

interface LogPageProps extends LogFilterProps {
  company: { id: string; name: string; isClosed: boolean }
  log: {
    entries: LogEntry[]
    /** How many match in all, and which of them is the first here. */
    all: number
    first: number
    /** Where the next page begins. */
    older: string | undefined
  }
  /** How long an entry is kept, and how many a file has at the most. */
  months: number
  perFile: number
}

/** Who has changed what in a company, for its owners. */
export function LogPage(props: LogPageProps) {
  const { frame, company, log, faults, months } = props
  const { locale } = frame
  const t = auditWords(locale)
  return (
    <Layout
      frame={{ ...frame, section: 'team' }}
      styles={pageAssets.companyStyles}
      title={`${t('audit.title')}, ${company.name}`}
      noindex
      isFault={Object.keys(faults).length > 0}
    >
      {company.isClosed ? null : <CompanyNav frame={frame} company={company} role="owner" current="settings" />}
      <main id="content" tabindex={-1}>
        <div class="section">
          <div class="wrap stack">
            <h1>{t('audit.title')}</h1>
            <p class="lead">{t('audit.lead', { company: company.name, months })}</p>
            <ErrorSummary
              title={t('audit.fault')}
              faults={(['kind', 'from', 'to', 'format'] as const).flatMap((field) => {
                const fault = faults[field]
                const label = t(field === 'format' ? 'audit.files' : `audit.${field}`)
                return fault ? [{ field, text: `${label}: ${t(`audit.fault.${fault}`)}` }] : []
              })}
            />
            <LogFilter {...props} />
            {log.entries.length > 0 ? <Entries {...props} /> : <Nothing {...props} />}
            <p class="soft measure">{t('audit.note')}</p>
          </div>
        </div>
        {log.entries.length > 0 || faults.format ? <Files {...props} /> : null}
      </main>
    </Layout>
  )
}

function Entries(props: LogPageProps) {
  const { frame, log } = props
  const { locale } = frame
  const t = auditWords(locale)
  const last = log.first + log.entries.length - 1
  return (
    <>
      <table class="table table--cases log" role="table">
        <caption>
          {t('audit.list')} · {t('audit.place', { first: log.first, last, all: log.all })}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['when', 'who', 'what'] as const).map((name) => (
              <th role="columnheader" scope="col">
                {t(`audit.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {log.entries.map((entry) => (
            <Row frame={frame} entry={entry} />
          ))}
        </tbody>
      </table>
      <Paging {...props} />
    </>
  )
}

function Row({ frame: { locale }, entry }: Pick<LogPageProps, 'frame'> & { entry: LogEntry }) {
  const t = auditWords(locale)
  const { who, what } = entryWords(entry, locale)
  const { at, isDayOnly } = entry
  return (
    <tr role="row">
      <td role="cell" data-label={t('audit.when')}>
        {isDayOnly ? dayInWords(dayOf(at), locale) : t('audit.time', { at })}
      </td>
      <td role="cell" data-label={t('audit.who')}>
        <span class="long-name">{who}</span>
      </td>
      <td role="cell" data-label={t('audit.what')}>
        <span class="long-name">{what}</span>
      </td>
    </tr>
  )
}

/** The way to what is older, and back to the newest. */
function Paging({ frame: { locale }, company, log, choice }: LogPageProps) {
  const t = auditWords(locale)
  if (log.first === 1 && !log.older) return null
  return (
    <nav class="buttons" aria-label={t('audit.pages')}>
      {log.first > 1 ? (
        <a class="button button--plain" href={urls.companyLog(locale, company.id, given(choice))}>
          {t('audit.newest')}
        </a>
      ) : null}
      {log.older ? (
        <a
          class="button button--plain"
          href={urls.companyLog(locale, company.id, { ...given(choice), before: log.older })}
        >
          {t('audit.older')}
        </a>
      ) : null}
    </nav>
  )
}

function Nothing({ frame: { locale }, company, choice }: LogPageProps) {
  const t = auditWords(locale)
  if (Object.keys(given(choice)).length === 0) return <p>{t('audit.none')}</p>
  return (
    <p>
      {t('audit.none.match')} <a href={urls.companyLog(locale, company.id)}>{t('audit.none.all')}</a>
    </p>
  )
}

function Files({ frame: { locale }, company, choice, faults, perFile }: LogPageProps) {
  const t = auditWords(locale)
  return (
    <section class="section f-birch no-print" aria-labelledby="files">
      <div class="wrap stack">
        <h2 id="files">{t('audit.files')}</h2>
        <p class="measure">{t('audit.files.text', { most: perFile })}</p>
        {faults.format ? <FieldError name="format" error={t(`audit.fault.${faults.format}`)} /> : null}
        <form class="buttons" id="format" method="post" action={urls.logFiles(locale, company.id)}>
          {Object.entries(given(choice)).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {(['csv', 'json'] as const).map((format) => (
            <button class="button button--plain" name="format" value={format}>
              {t(`audit.files.${format}`)}
            </button>
          ))}
        </form>
      </div>
    </section>
  )
}

/** What was chosen, without what was left as it is. */
function given(choice: LogChoice): Record<string, string> {
  return Object.fromEntries(Object.entries(choice).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
