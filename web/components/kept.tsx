import type { KeptName } from '../../worker/retention/kept.ts'
import type { Frame } from '../frame.ts'

/** Who runs this installation, as far as the settings say. */
export interface Operator {
  controller: string | undefined
  contact: string | undefined
  /** Whose machines and mails they use, in words. */
  suppliers?: string | undefined
  /** The day a lawyer of theirs had read the papers: `2026-12-15`. */
  papersRead?: string | undefined
}

/** What is kept and for how long, as the clocks go (worker/retention/kept.ts). */
export type KeptLines = readonly { name: KeptName; numbers: Record<string, number> }[]

export function Kept({ frame: { t }, lines }: { frame: Frame; lines: KeptLines }) {
  return (
    <dl class="facts facts--words">
      {lines.map(({ name, numbers }) => (
        <div>
          <dt>{t(`privacy.kept.${name}`)}</dt>
          <dd>{t(`privacy.kept.${name}.text`, numbers)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Who answers for it, and how to reach them; where nobody is named the page says so. */
export function Responsible({ frame: { t }, operator }: { frame: Frame; operator: Operator }) {
  const { controller, contact } = operator
  return (
    <>
      <p>{controller ? t('privacy.who.is', { name: controller }) : t('privacy.who.unset')}</p>
      <p>
        {contact ? (
          <>
            {t('privacy.contact')} <a href={`mailto:${contact}`}>{contact}</a>.
          </>
        ) : (
          t('privacy.contact.unset')
        )}
      </p>
      <p>{t('privacy.complain')}</p>
    </>
  )
}
