import { urls } from '../../urls.ts'
import type { LateFrame } from '../../frame.ts'
import type { Child } from '../../html/html.ts'
import { AddressForms } from './address-forms.tsx'
import { NameForm } from './name-form.tsx'
import { type OwnSession, SessionList } from './session-list.tsx'

interface MeAccountProps {
  frame: LateFrame
  addresses: string[]
  sessions: OwnSession[]
}

/** Name, addresses, sessions, where to see what others see, and the ways out. */
export function MeAccount({ frame, addresses, sessions }: MeAccountProps) {
  const { t, locale, learner } = frame
  return (
    <section class="section f-sunk" aria-labelledby="account">
      <div class="wrap">
        <h2 id="account">{t('account.me.account')}</h2>
        <div class="me-parts">
          <Part title={t('account.name.title')} text={t('account.name.lead')}>
            <NameForm frame={frame} name={learner?.name ?? ''} />
          </Part>
          <Part title={t('account.address.title')} text={t('account.address.lead')}>
            <AddressForms frame={frame} addresses={addresses} />
          </Part>
          <Part title={t('ways.title')} text={t('ways.text')}>
            <p>
              <a href={urls.recovery(locale)}>{t('ways.card')}</a>
            </p>
            <p>
              <a href={urls.passkeys(locale)}>{t('ways.passkeys')}</a>
            </p>
          </Part>
          <Part title={t('account.merger.me')} text={t('account.merger.me.text')}>
            <p>
              <a href={urls.accountMerger(locale)}>{t('account.merger.me.go')}</a>
            </p>
          </Part>
          <Part title={t('account.me.companies')} text={t('account.me.companies.text')}>
            <p>
              <a href={urls.companies(locale)}>{t('account.me.companies.go')}</a>
            </p>
          </Part>
          <Part title={t('account.me.privacy')} text={t('account.me.privacy.text')}>
            <p>
              <a href={urls.privacy(locale)}>{t('account.me.privacy.go')}</a>
            </p>
          </Part>
          <Part title={t('account.me.out')} text={t('account.me.out.text')}>
            <form method="post" action={urls.signOut(locale)} data-sign-out>
              <button class="button button--plain">{t('account.me.out')}</button>
            </form>
          </Part>
          <Part title={t('account.sessions')} text={t('account.sessions.text')} id="sessions">
            <SessionList frame={frame} sessions={sessions} />
          </Part>
        </div>
      </div>
    </section>
  )
}

interface PartProps {
  title: string
  text: string
  id?: string
  children: Child
}

function Part({ title, text, id, children }: PartProps) {
  return (
    <div class="stack" id={id}>
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  )
}
