import { Kept, type KeptLines, type Operator, Responsible } from '../../components/kept.tsx'
import type { Frame } from '../../frame.ts'
import { paperWords } from '../../messages/papers.ts'
import { urls } from '../../urls.ts'
import { TemplateMark } from './template-mark.tsx'
import { Part, TextPage } from './text-page.tsx'

const purposes = ['account', 'company', 'safety', 'mail', 'remarks'] as const

/** What whoever comes here is to be told of their data: Articles 13 and 14 of the GDPR. */
export function NoticePage({ frame, operator, kept }: { frame: Frame; operator: Operator; kept: KeptLines }) {
  const { locale } = frame
  const t = paperWords(locale)
  return (
    <TextPage frame={frame} title={t('notice.title')} lead={t('notice.lead')}>
      <TemplateMark frame={frame} operator={operator} />
      <Part title={t('privacy.who')}>
        <p>{t('notice.who.learner')}</p>
        <Responsible frame={frame} operator={operator} />
        <p>
          {t('notice.who.company')} <a href={urls.agreement(locale)}>{t('agreement.title')}</a>.
        </p>
      </Part>
      <Part title={t('notice.why')}>
        <dl class="facts facts--words">
          {purposes.map((purpose) => (
            <div>
              <dt>{t(`notice.why.${purpose}`)}</dt>
              <dd>{t(`notice.why.${purpose}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={t('notice.receivers')}>
        <Receivers frame={frame} operator={operator} />
      </Part>
      <Part title={t('privacy.kept')}>
        <Kept frame={frame} lines={kept} />
      </Part>
      <Part title={t('notice.rights')}>
        <Rights frame={frame} />
      </Part>
      <Part title={t('notice.automatic')}>
        <p>{t('notice.automatic.text')}</p>
      </Part>
    </TextPage>
  )
}

function Receivers({ frame, operator: { suppliers } }: { frame: Frame; operator: Operator }) {
  const t = paperWords(frame.locale)
  return (
    <ul>
      <li>{t('notice.receivers.company', { page: t('site.privacy') })}</li>
      <li>{t('notice.receivers.badge')}</li>
      <li>
        {suppliers ? t('notice.receivers.suppliers', { names: suppliers }) : t('notice.receivers.suppliers.unset')}
      </li>
      <li>{t('notice.receivers.nobody')}</li>
    </ul>
  )
}

function Rights({ frame: { locale } }: { frame: Frame }) {
  const t = paperWords(locale)
  return (
    <>
      <ul>
        <li>
          <a href={urls.privacy(locale)}>{t('notice.rights.see')}</a>
        </li>
        <li>
          <a href={urls.me(locale)}>{t('notice.rights.mend')}</a>
        </li>
        <li>
          <a href={urls.erasure(locale)}>{t('notice.rights.erase')}</a>
        </li>
      </ul>
      <p>{t('notice.rights.write')}</p>
    </>
  )
}
