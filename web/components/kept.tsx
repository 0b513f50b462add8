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

const kept = ['account', 'learning', 'answers', 'badges', 'codes', 'sessions', 'invitations', 'log', 'browser'] as const

/** What is kept and for how long. */
export function Kept({ frame: { t } }: { frame: Frame }) {
  return (
    <dl class="facts facts--words">
      {kept.map((name) => (
        <div>
          <dt>{t(`privacy.kept.${name}`)}</dt>
          <dd>{t(`privacy.kept.${name}.text`)}</dd>
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
