import { translator } from '../../web/messages/translate.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { sendMails } from '../mail/send-mails.ts'
import { urls } from '../urls.ts'
import type { SignedInVisit } from '../visit.ts'
import { makeCode } from './make-code.ts'
import { codeExpiry } from './rules.ts'

/** Mails a code to an address that the learner wants to sign in with as well. Says nothing of who may have it already. */
export async function requestAddressCode(visit: SignedInVisit, email: string): Promise<void> {
  const { db, learner, locale, now, settings } = visit
  const t = translator(locale)
  const code = await makeCode(visit, { purpose: 'email-verification', email })
  const link = `${settings.BASE_URL}${urls.addressCode(locale)}?${new URLSearchParams({ email, code })}`
  const expiresAt = codeExpiry(now)

  await queueMail(db, {
    to: email,
    subject: t('mail.address.subject'),
    text: t('mail.address.text', { code, link, email, account: learner.email, until: expiresAt }),
    locale,
    now,
    expiresAt,
  })
  visit.later(sendMails(visit))
}
