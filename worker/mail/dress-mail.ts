import { MailPage } from '../../web/mails/mail-page.tsx'
import { translator } from '../../web/messages/translate.ts'
import { urls } from '../../web/urls.ts'
import type { Settings } from '../env.ts'
import { isoOf } from '../../formats/day.ts'
import { offTokenOf } from './off-token.ts'
import { isLetterKind, type Lane, lanes, messageIdOf } from './rules.ts'
import type { StoredMail } from './store.ts'
import type { OutgoingMail } from './transport.ts'

const laneNames = Object.keys(lanes) as Lane[]

/** A mail as it leaves: its words as they were written, with why somebody gets it, as text and as HTML. */
export async function dressMail(mail: StoredMail, settings: Settings): Promise<OutgoingMail> {
  const { id, recipient, subject, body, createdAt } = mail
  const locale = mail.locale === 'en' ? 'en' : 'sv'
  const lane = laneNames.find((name) => lanes[name] === mail.lane) ?? 'notices'
  const t = translator(locale)
  const home = settings.BASE_URL
  const off = await offLinkOf(mail, settings)
  const why = isLetterKind(mail.kind)
    ? t('mail.why.letters', { letter: t(`mail.${mail.kind}.name`) })
    : t(mail.kind === 'invitation' ? 'mail.why.invitation' : lane === 'codes' ? 'mail.why.codes' : 'mail.why.notices')
  const page = MailPage({ locale, t, subject, text: body, hasCode: lane === 'codes', why, off, home })
  return {
    id,
    messageId: messageIdOf(id, home),
    lane,
    from: { name: settings.MAIL_FROM?.name || 'Navet', email: settings.MAIL_FROM?.email ?? '' },
    replyTo: settings.CONTACT_EMAIL,
    to: recipient,
    subject,
    text: `${body.trim()}\n\n${why}\n${off ? `${t('mail.off')}: ${off}\n` : ''}\nNavet\n${home}\n`,
    html: page.toString(),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...offHeaders(off) },
    at: isoOf(createdAt),
  }
}

async function offLinkOf({ owner, kind, locale }: StoredMail, settings: Settings): Promise<string | undefined> {
  if (owner === null || !isLetterKind(kind)) return undefined
  return settings.BASE_URL + urls.mailOff(locale === 'en' ? 'en' : 'sv', await offTokenOf(settings.SECRET, owner, kind))
}

/** RFC 8058: a mail program may say no for its reader, with one press and without signing in. */
function offHeaders(off: string | undefined): Record<string, string> {
  if (!off) return {}
  return { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
