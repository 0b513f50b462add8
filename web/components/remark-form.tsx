import { urls } from '../urls.ts'
import type { Frame } from '../frame.ts'

/** Where a remark belongs; the id is made by the server, so that pressing twice says it once. */
export interface RemarkPlace {
  id: string
  course: string
  question: string
  version: string
  /** The lesson's id, or `badge` for the badge test. */
  page: string
  /** Where to go on afterwards. */
  next: string
}

/** One field for what is wrong with a question; closed until it is asked for. */
export function RemarkForm({ frame, place }: { frame: Frame; place: RemarkPlace }) {
  const { t } = frame
  return (
    <details class="remark">
      <summary>{t('remark.open')}</summary>
      <RemarkFields frame={frame} place={place} typed="" fault={undefined} />
    </details>
  )
}

interface RemarkFieldsProps {
  frame: Frame
  place: RemarkPlace
  typed: string
  fault: 'required' | 'too-long' | undefined
}

export function RemarkFields({ frame: { t, locale }, place, typed, fault }: RemarkFieldsProps) {
  const { id, course, question, version, page, next } = place
  const field = `remark-${question}`
  return (
    <form class="remark__form" method="post" action={urls.remarks(locale, course)}>
      {Object.entries({ id, question, version, page, next }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label for={field}>{t('remark.label')}</label>
      <p class="hint" id={`${field}-hint`}>
        {t('remark.hint')}
      </p>
      {fault ? (
        <p class="notice notice--alarm" role="alert" id={`${field}-error`}>
          {t(`remark.fault.${fault}`)}
        </p>
      ) : null}
      <textarea
        id={field}
        name="text"
        rows={4}
        required
        aria-describedby={fault ? `${field}-error ${field}-hint` : `${field}-hint`}
        {...(fault ? { 'aria-invalid': 'true' } : {})}
      >
        {typed}
      </textarea>
      <button class="button button--plain">{t('remark.send')}</button>
    </form>
  )
}
