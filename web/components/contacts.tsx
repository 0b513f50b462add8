import type { Frame } from '../frame.ts'

/** Whom to ask about AI in a company of the learner's. */
export interface ContactView {
  company: string
  name: string
  reach: string
  /** A call or a mail; undefined where it is neither. */
  link: string | undefined
}

/** Whom to ask, for members alone: never in what is kept of a page for everybody. */
export function Contacts({ frame: { t }, contacts }: { frame: Frame; contacts: ContactView[] }) {
  if (contacts.length === 0) return null
  return (
    <aside class="notice measure" aria-label={t('contact.title')}>
      <strong>{t('contact.title')}</strong>
      {contacts.map(({ company, name, reach, link }) => (
        <p class="long-name">
          {t('contact.at', { company, name })} {link ? <a href={link}>{reach}</a> : reach}
        </p>
      ))}
    </aside>
  )
}
