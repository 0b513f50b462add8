import { urls } from '../../../worker/urls.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

interface ErasePageProps {
  frame: Frame
  email: string
  /** Companies that would be left without an owner: until they have another, the account stays. */
  stranded: { id: string; name: string }[]
  problem?: EraseProblem | undefined
}

/** `unsure`: the form came without its tick. */
export type EraseProblem = 'unsure' | Exclude<SignInProblem, 'invalid'>

const going = ['account', 'learning', 'badges', 'companies'] as const

/** What goes with an account, and the button that does it. */
export function ErasePage({ frame, email, stranded, problem }: ErasePageProps) {
  const { t, locale } = frame
  return (
    <Layout
      frame={frame}
      title={t('account.erase.title')}
      noindex
      isFault={problem !== undefined || stranded.length > 0}
    >
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.erase.title')}</h1>
            <p class="lead">{t('account.erase.lead', { email })}</p>
            <ul class="bullets">
              {going.map((name) => (
                <li>{t(`account.erase.going.${name}`)}</li>
              ))}
            </ul>
            <p class="measure">
              {t('account.erase.first')} <a href={urls.ownBadges(locale)}>{t('account.erase.badges')}</a>
            </p>
          </div>
        </section>
        <section class="section f-sunk">
          <div class="wrap stack">
            {stranded.length > 0 ? <Stranded frame={frame} stranded={stranded} /> : null}
            {stranded.length === 0 ? (
              <form class="form" method="post" action={urls.erasure(locale)}>
                {problem ? <EraseFault frame={frame} problem={problem} /> : null}
                <Tick name="sure" id="sure">
                  {t('account.erase.sure')}
                </Tick>
                <p>{t('account.erase.code')}</p>
                <button class="button">{t('account.erase.go')}</button>
                <p>
                  <a href={urls.privacy(locale)}>{t('account.erase.not')}</a>
                </p>
              </form>
            ) : null}
          </div>
        </section>
      </main>
    </Layout>
  )
}

function EraseFault({ frame, problem }: { frame: Frame; problem: EraseProblem }) {
  const { t } = frame
  if (problem !== 'unsure') return <ProblemSummary frame={frame} problem={problem} inField="" />
  return (
    <ErrorSummary title={t('account.erase.problem')} faults={[{ field: 'sure', text: t('account.erase.unsure') }]} />
  )
}

function Stranded({ frame: { t, locale }, stranded }: Pick<ErasePageProps, 'frame' | 'stranded'>) {
  return (
    <ErrorSummary title={t('account.erase.stranded.title')}>
      <p>{t('account.erase.stranded.text')}</p>
      <ul class="bullets">
        {stranded.map(({ id, name }) => (
          <li>
            <a href={urls.company(locale, id)}>{name}</a>
          </li>
        ))}
      </ul>
    </ErrorSummary>
  )
}

/** After it: nothing is left to be signed in to. */
export function ErasedPage({ frame }: { frame: Frame }) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.erased.title')} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.erased.title')}</h1>
            <p class="lead">{t('account.erased.text')}</p>
            <p>
              <a href={urls.catalogue(locale)}>{t('account.erased.go')}</a>
            </p>
          </div>
        </section>
      </main>
    </Layout>
  )
}
