import { urls } from '../../urls.ts'
import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { LateFrame } from '../../frame.ts'
import { ProblemSummary, type SignInProblem } from './sign-in-page.tsx'

interface RecoveryPageProps {
  frame: LateFrame
  card: { createdAt: Date; confirmedAt: Date | null } | undefined
  /** It was made in this browser, and not said to be kept yet. */
  canShow: boolean
  /** The account's random id. */
  account: string
  problem?: Exclude<SignInProblem, 'invalid'> | undefined
}

/** Whether there is a recovery card, and the button for a new one. */
export function RecoveryPage({ frame, card, canShow, account, problem }: RecoveryPageProps) {
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('recovery.title')} noindex isFault={problem !== undefined}>
      <Door field="copper" title={t('recovery.title')} lead={t('recovery.lead')}>
        {problem ? <ProblemSummary frame={frame} problem={problem} inField="" /> : null}
        <p>{card ? cardIn(frame, card) : t('recovery.none')}</p>
        {canShow ? (
          <p>
            <a class="button button--wide" href={urls.recoveryCard(locale)}>
              {t('recovery.show')}
            </a>
          </p>
        ) : null}
        <form class="form" method="post" action={urls.recovery(locale)}>
          {card ? <p>{t('recovery.replace.text')}</p> : null}
          <button class={canShow ? 'button button--plain' : 'button button--wide'}>
            {t(card ? 'recovery.replace' : 'recovery.make')}
          </button>
        </form>
        <p>{t('recovery.once')}</p>
        <p class="soft">
          {t('recovery.number')}: <code>{account}</code>. {t('recovery.number.text')}
        </p>
        <p>
          <a href={urls.me(locale)}>{t('recovery.back')}</a>
        </p>
      </Door>
    </Layout>
  )
}

function cardIn({ t }: LateFrame, { createdAt, confirmedAt }: NonNullable<RecoveryPageProps['card']>): string {
  return t(confirmedAt ? 'recovery.kept' : 'recovery.unkept', { day: createdAt })
}
