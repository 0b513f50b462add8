import { urls } from '../../urls.ts'
import { Notice } from '../../components/notice.tsx'
import type { LateFrame } from '../../frame.ts'

/** For somebody who comes to sign-in signed in: by the back button, or with a link for another account. */
export function Already({ frame, next, email }: { frame: LateFrame; next: string | undefined; email?: string }) {
  const { t, locale, learner } = frame
  if (!learner) return null
  if (email && email !== learner.email) {
    return (
      <Notice title={learner.email ? t('account.other.title', { email: learner.email }) : t('account.other.nobody')}>
        <p>{t('account.other.text')}</p>
      </Notice>
    )
  }
  return (
    <Notice title={learner.email ? t('account.already.title', { email: learner.email }) : t('account.already.nobody')}>
      <p>
        <a href={next ?? urls.me(locale)}>{t('account.already.go')}</a>
      </p>
    </Notice>
  )
}
