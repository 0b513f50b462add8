import { urls } from '../../urls.ts'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { raw } from '../../html/html.ts'

interface RemarkView {
  id: string
  course: string
  /** Of the course, in words. */
  title: string
  question: string
  version: string
  locale: 'sv' | 'en'
  page: string
  text: string
  /** As the question was shown, inline HTML. */
  stem: string
  /** In words. */
  day: string
  href: string
}

export interface RemarksPageProps {
  frame: Frame
  /** Those that were dealt with, instead of the open ones. */
  settled: boolean
  remarks: RemarkView[]
  /** The cursor of the next page. */
  more: string | undefined
}

/** What readers say is wrong with questions, for authors. */
export function RemarksPage({ frame, settled, remarks, more }: RemarksPageProps) {
  const { t, locale } = frame
  const list = urls.authors(locale)
  return (
    <Layout frame={frame} title={t('authors.title')} noindex>
      <main id="content" tabindex={-1} class="section">
        <div class="wrap wrap--lead-in stack">
          <h1>{t('authors.title')}</h1>
          <p class="lead">{t(settled ? 'authors.settled.lead' : 'authors.open.lead')}</p>
          <p>
            {settled ? (
              <a href={list}>{t('authors.show-open')}</a>
            ) : (
              <a href={`${list}?settled=1`}>{t('authors.show-settled')}</a>
            )}
          </p>
          {remarks.length === 0 ? <p>{t('authors.none')}</p> : null}
          <ul class="remarks">
            {remarks.map((remark) => (
              <Row frame={frame} remark={remark} settled={settled} />
            ))}
          </ul>
          {more ? (
            <p>
              <a href={`${list}?${new URLSearchParams({ ...(settled ? { settled: '1' } : {}), before: more })}`}>
                {t('authors.more')}
              </a>
            </p>
          ) : null}
        </div>
      </main>
    </Layout>
  )
}

function Row({ frame: { t, locale }, remark, settled }: { frame: Frame; remark: RemarkView; settled: boolean }) {
  return (
    <li class="remarks__row stack">
      <p class="soft">
        {t('authors.place', { course: remark.title, language: remark.locale, day: remark.day })} ·{' '}
        <a href={remark.href}>{remark.question}</a> · <code>{remark.version.slice(0, 12)}</code>
      </p>
      <p class="soft">{raw(remark.stem)}</p>
      <p class="remarks__text">{remark.text}</p>
      <form method="post" action={urls.remarkSettlement(locale, remark.id)}>
        <button class="button button--plain" name="settled" value={settled ? 'no' : 'yes'}>
          {t(settled ? 'authors.reopen' : 'authors.settle')}
        </button>
      </form>
    </li>
  )
}
