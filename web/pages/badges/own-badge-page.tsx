import { urls } from '../../../worker/urls.ts'
import { Field, Tick } from '../../components/field.tsx'
import { Layout } from '../../components/layout.tsx'
import { Notice } from '../../components/notice.tsx'
import { WholeWords } from '../../components/whole-words.tsx'
import type { Frame } from '../../frame.ts'

interface OwnBadgeProps {
  frame: Frame
  badge: {
    award: string
    name: string
    holder: string | undefined
    /** The address whose checksum the badge carries. */
    email: string | undefined
    isWithdrawn: boolean
  }
  addresses: string[]
  /** The learner's own, offered where none was chosen. */
  name: string
  isSaved: boolean
}

/** What a badge shows of its holder, decided by the holder. */
export function OwnBadgePage(props: OwnBadgeProps) {
  const { frame, badge, isSaved } = props
  const { t, locale } = frame
  return (
    <Layout frame={frame} title={t('badge.control.title', { badge: badge.name })} noindex>
      <main id="content" tabindex={-1}>
        <section class="section">
          <div class="wrap stack">
            {isSaved ? <Notice title={t('badge.control.saved')} /> : null}
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
          </div>
        </section>
        {badge.isWithdrawn ? <Publish {...props} /> : <Shown {...props} />}
      </main>
    </Layout>
  )
}

function Shown({ frame: { t, locale }, badge, addresses, name }: OwnBadgeProps) {
  const action = urls.ownBadge(locale, badge.award)
  return (
    <>
      <section class="section" aria-labelledby="shown">
        <div class="wrap stack">
          <h2 id="shown">{t('badge.control.shown')}</h2>
          <form class="form" method="post" action={action}>
            <Tick name="name" checked={badge.holder !== undefined}>
              {t('badge.control.name')}
            </Tick>
            <Field
              name="holder"
              label={t('badge.control.holder')}
              hint={t('badge.control.holder.hint')}
              value={badge.holder ?? name}
              maxlength={120}
            />
            <div class="field">
              <label for="email">{t('badge.control.email')}</label>
              <p class="soft" id="email-hint">
                {t('badge.control.email.hint')}
              </p>
              <select class="input" id="email" name="email" aria-describedby="email-hint">
                <option value="">{t('badge.control.email.none')}</option>
                {addresses.map((address) => (
                  <option value={address} selected={address === badge.email}>
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
