import { Kept, type KeptLines, type Operator, Responsible } from '../../components/kept.tsx'
import type { Frame } from '../../frame.ts'
import { paperWords } from '../../messages/papers.ts'
import { urls } from '../../urls.ts'
import { Part, TextPage } from './text-page.tsx'

/** What Navet is, how it works, and what it does not do. */
export function AboutPage({ frame, operator, kept }: { frame: Frame; operator: Operator; kept: KeptLines }) {
  const { locale } = frame
  const t = paperWords(locale)
  return (
    <TextPage frame={frame} title={t('about.title')} lead={t('region.lead')}>
      <Part title={t('about.why.title')}>
        <p>{t('region.why')}</p>
      </Part>
      <Part title={t('about.how.title')}>
        <p>{t('about.how')}</p>
      </Part>
      <Part title={t('about.privacy.title')}>
        <p>{t('about.privacy')}</p>
        <p>
          <a href={urls.notice(locale)}>{t('notice.title')}</a>
        </p>
        <p>
          <a href={urls.information(locale)}>{t('about.information')}</a>
        </p>
      </Part>
      <h2 id="kept">{t('privacy.kept')}</h2>
      <Kept frame={frame} lines={kept} />
      <Part title={t('privacy.who')}>
        <Responsible frame={frame} operator={operator} />
      </Part>
    </TextPage>
  )
}
