import { pageAssets } from 'virtual:page-assets'

import type { TextKind } from '../../../formats/locales.ts'
import { inText, urls } from '../../urls.ts'
import { Icon } from '../../components/icon.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

export interface HandInPageProps {
  frame: Frame
  course: { id: string; title: string; badge: string }
  attempt: string
  /** In which words it was shown; undefined where there are no others. */
  text: TextKind | undefined
  until: Date
  /** In the order drawn. */
  questions: { id: string; isAnswered: boolean }[]
}

/** Before the test is handed in, which cannot be undone: what is answered, what is not, and the way back to it. */
export function HandInPage({ frame, course, attempt, text, until, questions }: HandInPageProps) {
  const { t, locale } = frame
  const page = urls.attempt(locale, course.id, attempt)
  const numbered = questions.map((question, i) => ({ ...question, number: i + 1, href: `${page}#q-${question.id}` }))
  const empty = numbered.filter((question) => !question.isAnswered)
  const [first] = empty
  const title = t('test.hand-in.title', { answered: questions.length - empty.length, total: questions.length })
  return (
    <Layout frame={frame} styles={pageAssets.testStyles} title={title} noindex quiet>
      <main id="content" tabindex={-1}>
        <div class="lesson-head f-falu">
          <div class="wrap">
            <a class="lesson-head__back" href={page}>
              <Icon name="back" />
              {t('test.hand-in.back')}
            </a>
            <h1>{title}</h1>
            <p class="lesson-head__place">{t('test.open', { at: until })}</p>
          </div>
        </div>
        <section class="section">
          <div class="wrap stack">
            <p class="lead">
              {first
                ? t('test.hand-in.empty', { count: empty.length, numbers: numbersOf(frame, empty) })
                : t('test.hand-in.all')}
            </p>
            <Numbers frame={frame} questions={numbered} />
            {first ? (
              <p>
                <a class="button" href={first.href}>
                  {t('test.hand-in.go', { number: first.number })} <Icon name="arrow" />
                </a>
              </p>
            ) : null}
            <form method="post" action={inText(urls.handIn(locale, course.id, attempt), text)}>
              <button class={first ? 'button button--plain' : 'button'}>
                {t(first ? 'test.hand-in.anyway' : 'test.submit')}
              </button>
            </form>
            <p class="soft">{t('test.hand-in.final')}</p>
          </div>
        </section>
      </main>
    </Layout>
  )
}

function numbersOf({ locale }: Frame, questions: readonly { number: number }[]): string {
  const list = new Intl.ListFormat(locale === 'sv' ? 'sv-SE' : 'en-GB', { type: 'conjunction' })
  return list.format(questions.map(({ number }) => String(number)))
}

interface NumbersProps {
  frame: Frame
  questions: { number: number; href: string; isAnswered: boolean }[]
}

function Numbers({ frame: { t }, questions }: NumbersProps) {
  return (
    <ol class="numbers">
      {questions.map(({ number, href, isAnswered }) => (
        <li>
          <a class={isAnswered ? '' : 'is-empty'} href={href}>
            <span class="vh">{t(isAnswered ? 'test.hand-in.number' : 'test.hand-in.number.empty', { number })}</span>
            <span aria-hidden="true">{number}</span>
            {isAnswered ? null : <small aria-hidden="true">{t('test.hand-in.none')}</small>}
          </a>
        </li>
      ))}
    </ol>
  )
}
