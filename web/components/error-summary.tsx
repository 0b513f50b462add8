import type { Child } from '../html/html.ts'

interface FieldFault {
  /** The id of the field, or of the group of fields. */
  field: string
  text: string
}

interface ErrorSummaryProps {
  title: string
  faults?: FieldFault[]
  /** What is wrong that no field can mend, and what to do. */
  children?: Child
}

/**
 * What was wrong in a form that came back, each with a link to its field; nothing when nothing was. It takes the focus
 * when the page opens, so that somebody who cannot see the page hears it first. One on a page.
 */
export function ErrorSummary({ title, faults = [], children }: ErrorSummaryProps) {
  if (faults.length === 0 && !children) return null
  return (
    <div class="notice notice--alarm errors" role="alert" tabindex={-1} autofocus>
      <strong>{title}</strong>
      {children}
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ field, text }) => (
            <li>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
