import type { NameFault } from '../../../worker/accounts/rules.ts'
import { urls } from '../../urls.ts'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { Field, Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'

interface OwnBadgeProps {
  frame: Frame
  badge: { award: string; name: string; isWithdrawn: boolean }
  /** What the form holds: what was sent and not taken, or what the badge shows. */
  shown: {
    isNamed: boolean
    holder: string
    /** The address whose checksum the badge carries. */
    email: string | undefined
  }
  addresses: string[]
  /** The same badge from accounts that became one with this, with the day of each. */
  others: { award: string; day: string }[]
  /** Changes left in a year, and the day of the next where there are none. */
  changes: { left: number; next: string | undefined }
  /** Letters of the badge's name that the PDF cannot hold. */
  unprintable: string
  fault: OwnBadgeFault | undefined
  isSaved: boolean
}

export type OwnBadgeFault = 'too-often' | NameFault

/** What a badge shows of its holder, decided by the holder. */
export function OwnBadgePage(props: OwnBadgeProps) {
  const { frame, badge, others, isSaved, fault, changes, unprintable } = props
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('badge.control.title', { badge: badge.name })} noindex isFault={fault !== undefined}>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            {isSaved ? <Notice title={t('badge.control.saved')} /> : null}
            {fault === 'too-often' ? (
              <Notice alarm title={t('badge.control.too-often', { day: changes.next ?? '' })} />
            ) : null}
            {unprintable ? <Notice title={t('badge.control.unprintable', { letters: unprintable })} /> : null}
            {fault && fault !== 'too-often' ? (
              <ErrorSummary
                title={t('badge.control.holder.problem')}
                faults={[{ field: 'holder', text: t(`account.name.${fault}`) }]}
              />
            ) : null}
            <h1>
              <WholeWords text={t('badge.control.title', { badge: badge.name })} />
            </h1>
            {badge.isWithdrawn ? (
              <p class="lead">{t('badge.control.withdrawn')}</p>
            ) : (
              <p class="lead">
                {t('badge.control.lead')} <a href={urls.badge(locale, badge.award)}>{t('badge.control.page')}</a>
              </p>
            )}
            {others.map(({ award, day }) => (
              <p>
                <a href={urls.ownBadge(locale, award)}>{t('account.merger.badge', { day })}</a>
              </p>
            ))}
          </div>
        </section>
        {badge.isWithdrawn ? <Publish {...props} /> : <Shown {...props} />}
      </main>
    </Layout>
  )
}

function Shown({ frame: { t, locale }, badge, shown, addresses, changes, fault }: OwnBadgeProps) {
  const action = urls.ownBadge(locale, badge.award)
  return (
    <>
      <section class="section" aria-labelledby="shown">
        <div class="wrap stack">
          <h2 id="shown">{t('badge.control.shown')}</h2>
          <p class="measure">{t('badge.control.reissue')}</p>
          <p class="measure">
            {changes.next
              ? t('badge.control.changes.none', { day: changes.next })
              : t('badge.control.changes', { left: changes.left })}
          </p>
          <form class="form" method="post" action={action}>
            <Tick name="name" checked={shown.isNamed}>
              {t('badge.control.name')}
            </Tick>
            <Field
              name="holder"
              label={t('badge.control.holder')}
              hint={t('badge.control.holder.hint')}
              value={shown.holder}
              error={fault && fault !== 'too-often' ? t(`account.name.${fault}`) : undefined}
            />
            <div class="field">
              <label for="email">{t('badge.control.email')}</label>
              <p class="soft" id="email-hint">
                {t('badge.control.email.hint')}
              </p>
              <select class="input" id="email" name="email" aria-describedby="email-hint">
                <option value="">{t('badge.control.email.none')}</option>
                {addresses.map((address) => (
                  <option value={address} selected={address === shown.email}>
                    {address}
                  </option>
                ))}
              </select>
            </div>
            <button class="button">{t('badge.control.save')}</button>
          </form>
        </div>
      </section>
      <section class="section f-sunk" aria-labelledby="withdraw">
        <div class="wrap stack">
          <h2 id="withdraw">{t('badge.control.withdraw')}</h2>
          <p class="measure">{t('badge.control.withdraw.text')}</p>
          <form method="post" action={`${action}/withdrawal`}>
            <button class="button button--plain">{t('badge.control.withdraw')}</button>
          </form>
        </div>
      </section>
    </>
  )
}

function Publish({ frame: { t, locale }, badge }: OwnBadgeProps) {
  return (
    <section class="section f-sunk">
      <div class="wrap stack">
        <form method="post" action={`${urls.ownBadge(locale, badge.award)}/publication`}>
          <button class="button">{t('badge.control.publish')}</button>
        </form>
      </div>
    </section>
  )
}
