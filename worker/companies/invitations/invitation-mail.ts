import type { Locale } from '../../../formats/catalogue/catalogue.ts'
import type { Translate } from '../../../web/messages/translate.ts'
import { urls } from '../../../web/urls.ts'
import { dayMs } from './rules.ts'

/** Stands for the code in the text that is the same for all; no name may hold it. */
const mark = '\uE000'
const deliveredWithin = 7 * dayMs

interface Inviting {
  company: string
  /** The inviter's name, as colleagues know it. */
  viewerName: string
  expiresAt: Date
  now: Date
}

/** The words of an invitation, in the inviter's language: who invites, to what, and that a no is as good as a yes. */
export function invitationMail(
  t: Translate,
  baseUrl: string,
  locale: Locale,
  { company, viewerName, expiresAt, now }: Inviting,
) {
  const link = `${baseUrl}${urls.join(locale, '')}${mark}`
  return {
    kind: 'invitation' as const,
    mark,
    locale,
    subject: t('mail.invitation.subject', { company, name: viewerName }),
    text: t('mail.invitation.text', { company, name: viewerName, until: expiresAt, link }),
    expiresAt: new Date(now.getTime() + deliveredWithin),
  }
}
