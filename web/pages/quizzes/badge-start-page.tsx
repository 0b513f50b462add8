import { pageAssets } from 'virtual:page-assets'

import type { TextKind } from '../../../formats/locales.ts'
import { inText, urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Icon } from '../../components/icon.tsx'
import { type LateChoice, LateChoices, LateInBrowser } from '../../components/late-choices.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Frame } from '../../frame.ts'

export interface BadgeStartPageProps {
  frame: Frame
  course: { id: string; badge: string }
  questions: number
  passMark: number
  /** An attempt that is open, and until when. */
  open: { id: string; until: Date } | undefined
  /** When the next draw is allowed, if not now. */
  waitUntil: Date | undefined
  last: { href: string; score: number; total: number } | undefined
  /** A test with a question that was voided since. */
  remarked: { href: string; score: number } | undefined
  award: { href: string } | undefined
  /** In which words the test is; undefined where there are no others. */
  text: TextKind | undefined
  /** Said first: an attempt that has closed, or was handed in already. */
  said: 'lapsed' | 'submitted' | 'saved' | undefined
  /** Choices that came after the test had closed. */
  late: LateChoice[]
}

/** The way into the badge test: what it is, and the one next step. */
export function BadgeStartPage(props: BadgeStartPageProps) {
  const { frame, course, questions, passMark, open, waitUntil, last, remarked, award, late } = props
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('test.title', { badge: course.badge })} noindex quiet script={pageAssets.testScript}>
      <Door
        field="falu"
        title={t('test.title', { badge: course.badge })}
        lead={t('test.lead', { questions, pass: passMark })}
      >
        <Said {...props} />
        <LateChoices frame={frame} late={late} />
        <LateInBrowser frame={frame} course={course.id} open={open?.id} />
        <p>{t('test.rule')}</p>
        {award ? (
          <Notice title={t('test.passed-before')}>
            <p>
              <a href={award.href}>{t('test.see-badge')}</a>
            </p>
          </Notice>
        ) : null}
        {remarked ? (
          <Notice title={t('test.remarked', { score: remarked.score, total: questions })}>
            <p>
              <a href={remarked.href}>{t('test.remarked.why')}</a>
            </p>
          </Notice>
        ) : null}
        {last ? (
          <p>
            {t('test.last', { score: last.score, total: last.total })} <a href={last.href}>{t('test.review')}</a>
          </p>
        ) : null}
        <TextOfTest {...props} />
        {waitUntil && !open ? (
          <Notice title={t('test.wait', { at: waitUntil })} />
        ) : (
          <form class="form" method="post" action={urls.attempts(locale, course.id)}>
            <button class="button button--wide">
              {t(open ? 'test.resume' : 'test.start')} <Icon name="arrow" />
            </button>
          </form>
        )}
        <p>
          <a href={urls.course(locale, course.id)}>{t('test.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}

function TextOfTest({ frame: { t, locale }, course, text }: BadgeStartPageProps) {
  if (!text) return null
  const other = text === 'easy' ? 'usual' : 'easy'
  return (
    <p>
      <a href={inText(urls.badgeTest(locale, course.id), other)}>
        {t(text === 'easy' ? 'reading.easy.test.on' : 'reading.easy.test')}
      </a>
    </p>
  )
}

function Said({ frame: { t }, said, open }: BadgeStartPageProps) {
  if (said === 'saved' && open) return <Notice title={t('test.saved', { at: open.until })} />
  if (said === 'lapsed') {
    return (
      <Notice title={t('test.lapsed.title')} alarm>
        <p>{t('test.lapsed.text')}</p>
      </Notice>
    )
  }
  if (said === 'submitted') return <Notice title={t('test.submitted.text')} alarm />
  return open ? <Notice title={t('test.open', { at: open.until })} /> : null
}
