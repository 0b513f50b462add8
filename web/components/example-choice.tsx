import type { Frame } from '../frame.ts'

/** Whose worked cases are shown, and whose there are besides. */
export interface ExampleChoice {
  chosen: string
  trades: { id: string; name: string }[]
  /** What stands in the address for nobody's in particular. */
  everybody: string
}

/** Links that show the page with the worked cases of a trade. The questions are the same for all. */
export function ExampleChoiceLinks({ frame: { t }, choice }: { frame: Frame; choice: ExampleChoice | undefined }) {
  if (!choice) return null
  const links = [{ id: choice.everybody, name: t('lesson.examples.all') }, ...choice.trades]
  return (
    <nav class="example-choice no-print" aria-label={t('lesson.examples')}>
      <p aria-hidden="true">{t('lesson.examples')}</p>
      <ul class="competence-chips">
        {links.map(({ id, name }) => (
          <li>
            <a href={`?for=${id}`} {...(id === choice.chosen ? { 'aria-current': 'true' as const } : {})}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
