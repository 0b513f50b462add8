export interface FieldFault {
  /** The id of the field, or of the group of fields. */
  field: string
  text: string
}

/**
 * What was wrong in a form that came back, each with a link to its field; nothing when nothing was. It takes the focus
 * when the page opens, so that somebody who cannot see the page hears it first. One on a page.
 */
export function ErrorSummary({ title, faults }: { title: string; faults: FieldFault[] }) {
  if (faults.length === 0) return null
  return (
    <div class="notice notice--alarm errors" role="alert" tabindex={-1} autofocus>
      <strong>{title}</strong>
      <ul>
        {faults.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
