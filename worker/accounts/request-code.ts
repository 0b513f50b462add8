import { translator } from '../../web/messages/translate.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import { urls } from '../urls.ts'
import type { Visit } from '../visit.ts'
import { makeCode } from './make-code.ts'
import { codeExpiry } from './rules.ts'

/** Mails a sign-in code to the address, whether or not it has an account: that shows at the end, to who has the code. */
export async function requestCode(
  visit: Visit,
  { email, next }: { email: string; next: string | undefined },
): Promise<void> {
  const { db, locale, now, settings } = visit
  const t = translator(locale)
  const code = await makeCode(visit, { purpose: 'sign-in', email })
  const query = new URLSearchParams({ email, code, ...(next ? { next } : {}) })
  const link = `${settings.BASE_URL}${urls.signInCode(locale)}?${query}`
  const expiresAt = codeExpiry(now)

  await queueMail(db, {
    to: email,
    subject: t('mail.code.subject'),
    text: t('mail.code.text', { code, link, email, until: expiresAt }),
    locale,
    now,
    expiresAt,
  })
  visit.later(sendMails(visit))
}
