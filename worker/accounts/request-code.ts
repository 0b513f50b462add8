import { translator } from '../../web/messages/translate.ts'
import { urls } from '../../web/urls.ts'
import type { Visit } from '../visit.ts'
import { askCode } from './codes/ask-code.ts'

/**
 * Mails a sign-in code and a link to the address, whether or not it has an account: that shows at the end, to who has
 * the mail. The code holds in the browser that asks, the link wherever it is pressed.
 */
export function requestCode(
  visit: Visit,
  { email, browser, next }: { email: string; browser: string; next: string | undefined },
): Promise<{ isNew: boolean; sentAt: Date }> {
  const { locale, settings } = visit
  const t = translator(locale)
  return askCode(visit, {
    kind: 'code',
    purpose: 'sign-in',
    subject: email,
    browser,
    email,
    write: ({ code, secret, until }) => ({
      subject: t('mail.code.subject', { code }),
      text: t('mail.code.text', {
        code,
        link: settings.BASE_URL + urls.signInLink(locale, secret, next),
        email,
        until,
      }),
    }),
  })
}
