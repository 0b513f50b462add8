import type { Operator } from '../../components/kept.tsx'
import type { Frame } from '../../frame.ts'
import { paperWords } from '../../messages/papers.ts'
import { Part, TextPage } from './text-page.tsx'

/** What is tried, what is known to be lacking, and where to tell of a barrier. */
export function AccessibilityPage({ frame, operator: { contact } }: { frame: Frame; operator: Operator }) {
  const t = paperWords(frame.locale)
  return (
    <TextPage frame={frame} title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <Part title={t('accessibility.how.title')}>
        <p>{t('accessibility.how')}</p>
      </Part>
      <Part title={t('accessibility.lacks.title')}>
        <p>{t('accessibility.lacks')}</p>
      </Part>
      <Part title={t('accessibility.report.title')}>
        {contact ? (
          <p>
            {t('accessibility.report')} <a href={`mailto:${contact}`}>{contact}</a>
          </p>
        ) : (
          <p>{t('accessibility.report.unset')}</p>
        )}
      </Part>
    </TextPage>
  )
}
