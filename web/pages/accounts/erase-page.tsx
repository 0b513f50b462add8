import type { Inheritance } from '../../../worker/companies/inheritances/store.ts'
import { urls } from '../../urls.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

interface ErasePageProps {
  frame: LateFrame
  email: string | undefined
  /** Companies whose only owner goes. */
  inherited: Inheritance[]
  problem?: EraseProblem | undefined
}

/** `unsure`: the form came without its tick. */
export type EraseProblem = 'unsure' | Exclude<SignInProblem, 'invalid'>

const going = ['account', 'learning', 'badges', 'companies'] as const

/** What goes with an account, and the button that does it. */
export function ErasePage({ frame, email, inherited, problem }: ErasePageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('account.erase.title')} noindex isFault={problem !== undefined}>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            <h1>{t('account.erase.title')}</h1>
            <p class="lead">{email ? t('account.erase.lead', { email }) : t('account.erase.lead.no-address')}</p>
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
            {problem ? <EraseFault frame={frame} problem={problem} /> : null}
            {inherited.length > 0 ? <Inherited frame={frame} inherited={inherited} /> : null}
            <form class="form" method="post" action={urls.erasure(locale)}>
              <Tick name="sure" id="sure">
                {t('account.erase.sure')}
              </Tick>
              <p>{t(email ? 'account.erase.code' : 'account.erase.code.no-address')}</p>
              <button class="button">{t(email ? 'account.erase.go' : 'account.erase.go.no-address')}</button>
              <p>
                <a href={urls.privacy(locale)}>{t('account.erase.not')}</a>
              </p>
            </form>
          </div>
        </section>
      </main>
    </Layout>
  )
}

function EraseFault({ frame, problem }: { frame: LateFrame; problem: EraseProblem }) {
  const { t } = frame
  if (problem !== 'unsure') return <ProblemSummary frame={frame} problem={problem} inField="" />
  return (
    <ErrorSummary title={t('account.erase.problem')} faults={[{ field: 'sure', text: t('account.erase.unsure') }]} />
  )
}

/** What becomes of each company, and where to choose otherwise. */
function Inherited({ frame: { t, locale }, inherited }: Pick<ErasePageProps, 'frame' | 'inherited'>) {
  return (
    <Notice title={t('account.erase.inherited.title')}>
      <ul class="bullets">
        {inherited.map(({ id, name, heir }) => (
          <li>
            <a href={`${urls.company(locale, id)}?manage=1#manage`}>{name}</a>:{' '}
            {heir === null ? t('account.erase.inherited.closes') : t('account.erase.inherited.heir', { name: heir })}
          </li>
        ))}
      </ul>
      <p>{t('account.erase.inherited.text')}</p>
    </Notice>
  )
}

/** After it: nothing is left to be signed in to. */
export function ErasedPage({ frame }: { frame: LateFrame }) {
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
