import type { KeptName } from '../../../worker/retention/kept.ts'
import { Kept, type KeptLines, type Operator } from '../../components/kept.tsx'
import { neverSeen, seenByCompanies } from '../../components/seen-names.ts'
import type { Frame } from '../../frame.ts'
import { informationWords } from '../../messages/information.ts'
import { urls } from '../../urls.ts'
import { TemplateMark } from './template-mark.tsx'
import { Part, TextPage } from './text-page.tsx'

interface InformationPageProps {
  frame: Frame
  operator: Operator
  kept: KeptLines
  now: Date
  /** Whose sheet it is; without one it is about any company. */
  company?: {
    id: string
    name: string
    contactName: string | null
    contactReach: string | null
    version: number
    since: Date
    /** Titles of the courses that the terms name; undefined for all there are and will be. */
    courses: string[] | undefined
  }
}

type Props = InformationPageProps

/** What a company sees and who decides, for members, unions and data protection: two sheets of A4 at the most. */
export function InformationPage(props: Props) {
  const { frame, company, operator, now } = props
  const t = informationWords(frame.locale)
  const title = company ? t('information.title', { company: company.name }) : t('information.title.any')
  return (
    <TextPage frame={frame} title={title} lead={t('information.lead')} noindex={company !== undefined}>
      <p class="no-print">
        {t('papers.print')} {company ? <a href={urls.seen(frame.locale, company.id)}>{t('information.back')}</a> : null}
      </p>
      {company ? <OfCompany frame={frame} company={company} /> : null}
      <Part title={t('information.what')}>
        <p>{t('information.what.text')}</p>
      </Part>
      <Part title={t('information.who')}>
        <ul>
          {(['you', 'owners', 'earlier', 'leave'] as const).map((name) => (
            <li>{t(`information.who.${name}`)}</li>
          ))}
        </ul>
      </Part>
      <Part title={t('information.no')}>
        <p>{t('information.no.text')}</p>
        <p>{t('information.no.duty')}</p>
      </Part>
      <WhatIsSeen frame={frame} />
      <Part title={t('information.kept')}>
        <KeptThere {...props} />
      </Part>
      <WhoIsResponsible {...props} />
      <WhatYouCanDo {...props} />
      <Part title={t('information.union')}>
        <Questions frame={frame} />
      </Part>
      <p>{t('information.not', { at: now })}</p>
      <TemplateMark frame={frame} operator={operator} />
    </TextPage>
  )
}

function OfCompany({ frame, company }: { frame: Frame; company: NonNullable<Props['company']> }) {
  const t = informationWords(frame.locale)
  const { courses, contactName, contactReach } = company
  const contact = [contactName, contactReach].filter(Boolean).join(', ')
  return (
    <Part title={t('information.company', { company: company.name })}>
      <dl class="facts facts--words">
        <div>
          <dt>{t('information.courses')}</dt>
          <dd>{courses ? courses.join(', ') || t('information.courses.none') : t('information.courses.all')}</dd>
        </div>
        <div>
          <dt>{t('information.terms')}</dt>
          <dd>{t('information.terms.which', { version: company.version, at: company.since })}</dd>
        </div>
        {contact ? (
          <div>
            <dt>{t('information.contact')}</dt>
            <dd>{contact}</dd>
          </div>
        ) : null}
      </dl>
    </Part>
  )
}

/** By the lists that everybody reads before joining. */
function WhatIsSeen({ frame }: { frame: Frame }) {
  const t = informationWords(frame.locale)
  return (
    <>
      <Part title={t('team.shows')}>
        <ul>
          {seenByCompanies.map((name) => (
            <li>{t(`team.shows.${name}`)}</li>
          ))}
        </ul>
        <p>{t('information.seen.all')}</p>
      </Part>
      <Part title={t('team.never')}>
        <ul>
          {neverSeen.map((name) => (
            <li>{t(`team.never.${name}`)}</li>
          ))}
        </ul>
        <p>{t('information.seen.none')}</p>
      </Part>
    </>
  )
}

const ofCompanies: readonly KeptName[] = ['companies', 'events', 'invitations']

/** What is kept of a company's members; the rest is in the notice. */
function KeptThere({ frame, kept }: Props) {
  const t = informationWords(frame.locale)
  return (
    <>
      <Kept frame={frame} lines={kept.filter(({ name }) => ofCompanies.includes(name))} />
      <p>
        {t('information.kept.more')} <a href={urls.notice(frame.locale)}>{t('notice.title')}</a>.
      </p>
    </>
  )
}

function WhoIsResponsible({ frame, company, operator: { controller, contact } }: Props) {
  const t = informationWords(frame.locale)
  return (
    <Part title={t('information.responsible')}>
      <p>
        {t('information.responsible.company', { company: company?.name ?? 'none' })}{' '}
        <a href={urls.agreement(frame.locale)}>{t('agreement.title')}</a>.
      </p>
      <p>{t('information.responsible.operator')}</p>
      <p>
        {controller ? t('information.operator', { name: controller }) : t('information.operator.unset')}{' '}
        {contact ? (
          <>
            {t('privacy.contact')} <a href={`mailto:${contact}`}>{contact}</a>.
          </>
        ) : (
          t('privacy.contact.unset')
        )}
      </p>
    </Part>
  )
}

function WhatYouCanDo({ frame, company }: Props) {
  const t = informationWords(frame.locale)
  const { locale } = frame
  return (
    <Part title={t('information.rights')}>
      <ul>
        <li>
          <a href={company ? urls.seen(locale, company.id) : urls.companies(locale)}>{t('information.rights.row')}</a>
        </li>
        <li>
          <a href={urls.privacy(locale)}>{t('information.rights.all')}</a>
        </li>
        <li>
          {t('information.rights.wrong')} {t('privacy.complain')}
        </li>
      </ul>
    </Part>
  )
}

function Questions({ frame }: { frame: Frame }) {
  const t = informationWords(frame.locale)
  return (
    <dl class="facts facts--words">
      {(['judge', 'watch', 'hours', 'change', 'law'] as const).map((name) => (
        <div>
          <dt>{t(`information.union.${name}`)}</dt>
          <dd>{t(`information.union.${name}.text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
