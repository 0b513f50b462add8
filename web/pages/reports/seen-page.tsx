import { pageAssets } from 'virtual:page-assets'

import { dayInWords } from '../../../formats/day.ts'
import type { Member } from '../../../worker/reports/rules.ts'
import { urls } from '../../urls.ts'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { MatrixLegend, MemberMatrix } from '../../components/member-matrix.tsx'
import { Notice } from '../../components/notice.tsx'
import type { OpenedDay } from '../../components/openings.tsx'
import type { LateFrame } from '../../frame.ts'
import { Opened } from './opened.tsx'
import { TermsOffer, type TermsOfferProps } from '../companies/terms-offer.tsx'

export interface SeenPageProps {
  frame: LateFrame
  company: { id: string; name: string; runs: boolean; closes: Date | undefined }
  courses: { id: string; title: string }[]
  member: Member
  /** Courses begun before joining, and whether they are shown. */
  earlier: { id: string; title: string; shown: boolean }[]
  /** The learner joined just now. */
  joined: boolean
  /** The learner belonged to the company before. */
  isBack: boolean
  /** The day before which only what had been seen by then is seen without a tick; none: there is only joining. */
  seenFrom: Date | undefined
  /** What was said yes to, and on which day. */
  accepted: { version: number; day: string }
  /** Who opened a page on which the learner stands, and for how many days that is kept. */
  opened: OpenedDay[]
  openedKept: number
  /** The name was spelt anew by somebody who runs the company; `by` is missing where that account is no more. */
  corrected: { by: string | undefined; before: string; after: string; day: string } | undefined
  /** The terms that hold, those that are asked for, and what became of the answer. */
  terms: Omit<TermsOfferProps, 'frame' | 'company'>
}

/** What the company sees of oneself, by the very component its manager looks at; who looked; and the ways to change it. */
export function SeenPage(props: SeenPageProps) {
  const { frame, company, courses, member, accepted } = props
  const { t, locale } = frame
  const title = t('seen.title', { company: company.name })
  return (
    <Layout frame={{ ...frame, section: 'team' }} styles={pageAssets.companyStyles} title={title} noindex>
      <main id="content" tabindex={-1}>
        <div class="section f-forest">
          <div class="wrap stack">
            <h1>{title}</h1>
            <p class="lead">{t('seen.lead')}</p>
          </div>
        </div>
        <div class="section">
          <div class="wrap stack">
            <News {...props} />
            <MatrixLegend frame={frame} />
            <MemberMatrix frame={frame} courses={courses} members={[member]} />
            <p class="soft measure">
              {t('seen.terms', { version: accepted.version, day: dayInWords(accepted.day, locale) })}
            </p>
            <p>
              <a href={urls.ownName(locale, company.id)}>{t('name.change', { company: company.name })}</a>
            </p>
            {company.runs ? (
              <p>
                <a href={urls.company(locale, company.id)}>{t('seen.team')}</a>
              </p>
            ) : null}
          </div>
        </div>
        <TermsOffer frame={frame} company={company.id} {...props.terms} />
        <Opened frame={frame} days={props.opened} kept={props.openedKept} />
        <SharingSection {...props} />
        <Leaving {...props} />
      </main>
    </Layout>
  )
}

/** What has just happened, or will. */
function News({ frame: { t }, company, joined }: SeenPageProps) {
  return (
    <>
      {joined ? (
        <Notice title={t('seen.joined', { company: company.name })}>
          <p>{t('seen.joined.text')}</p>
        </Notice>
      ) : null}
      {company.closes ? (
        <Notice title={t('seen.closing', { day: company.closes })} alarm>
          <p>{t('seen.closing.text')}</p>
        </Notice>
      ) : null}
    </>
  )
}

/** Choosing which earlier courses the company may see. */
function SharingSection({ frame, company, earlier, isBack, seenFrom }: SeenPageProps) {
  const { t, locale } = frame
  return (
    <section class="section" aria-label={t('seen.earlier')}>
      <div class="wrap stack">
        <h2>{t('seen.earlier')}</h2>
        {isBack && earlier.length > 0 ? <p>{t('seen.again')}</p> : null}
        <p>{earlierInWords(frame, earlier.length > 0, seenFrom)}</p>
        {earlier.length > 0 ? (
          <form class="form measure" method="post" action={urls.shares(locale, company.id)}>
            <div class="options">
              {earlier.map((course) => (
                <Tick name="earlier" value={course.id} checked={course.shown}>
                  {course.title}
                </Tick>
              ))}
            </div>
            <button class="button button--plain">{t('seen.earlier.save')}</button>
          </form>
        ) : null}
      </div>
    </section>
  )
}

function earlierInWords({ t }: LateFrame, isAny: boolean, seenFrom: Date | undefined): string {
  if (seenFrom) return t(isAny ? 'seen.earlier.since' : 'seen.earlier.since.none', { day: seenFrom })
  return t(isAny ? 'seen.earlier.text' : 'seen.earlier.none')
}

function Leaving({ frame, company, corrected }: SeenPageProps) {
  const { t, locale } = frame
  return (
    <section class="section f-sunk" aria-labelledby="leave">
      <div class="wrap side">
        {corrected ? <CorrectedName frame={frame} company={company.id} corrected={corrected} /> : null}
        <div class="stack">
          <h2 id="leave">{t('seen.leave')}</h2>
          <p class="measure">
            {t('seen.leave.text')} <a href={urls.addresses(locale)}>{t('seen.leave.address')}</a>
          </p>
          <p>
            <a class="button button--plain" href={urls.departure(locale, company.id)}>
              {t('seen.leave.do', { company: company.name })}
            </a>
          </p>
        </div>
      </div>
    </section>
  )
}

interface CorrectedNameProps {
  frame: LateFrame
  company: string
  corrected: NonNullable<SeenPageProps['corrected']>
}

/** Somebody who runs the company spelt the name anew: its bearer can have the own spelling back. */
function CorrectedName({ frame: { t, locale }, company, corrected }: CorrectedNameProps) {
  const { by, before, after } = corrected
  const values = { by: by ?? '', before, after, day: dayInWords(corrected.day, locale) }
  return (
    <div class="stack">
      <h2>{t('seen.name')}</h2>
      <p class="measure">{t(by === undefined ? 'seen.name.corrected.gone' : 'seen.name.corrected', values)}</p>
      <form method="post" action={urls.ownName(locale, company)}>
        <button class="button button--plain" name="putBack" value="1">
          {t('seen.name.back')}
        </button>
      </form>
    </div>
  )
}
