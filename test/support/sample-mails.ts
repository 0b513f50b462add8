import type { Locale } from '../../formats/catalogue/catalogue.ts'
import { allWords, type WordKey } from './all-words.ts'
import { urls } from '../../web/urls.ts'
import type { Deed } from '../../worker/accounts/step-up.ts'
import { readSettings } from '../../worker/env.ts'
import { dressMail } from '../../worker/mail/dress-mail.ts'
import { type MailKind, mailKinds, placeInLine } from '../../worker/mail/rules.ts'
import type { OutgoingMail } from '../../worker/mail/transport.ts'

const home = 'https://navet.dalarna.example'
const settings = readSettings({
  LIBSQL_URL: 'http://127.0.0.1',
  BASE_URL: home,
  SECRET: 'a secret for tests, long enough for anybody',
  MAIL_FROM: 'Navet <navet@navet.dalarna.example>',
  CONTACT_EMAIL: 'hjalp@navet.dalarna.example',
})
const at = new Date('2026-11-24T08:17:00Z')
const until = new Date('2026-12-01T08:32:00Z')

interface Sample {
  /** Of the words, where it is not the kind. */
  subject?: WordKey
  text?: WordKey
  values: Record<string, string | number | Date>
}

const company = 'Orsa Redovisning & Lönebyrå AB'
const email = 'amira.haddad-lindstrom@siljansplat.example'
const name = 'Anna-Karin Österberg-Åkesson'
const secret = '0123456789abcdef0123456789abcdef'

/** What each kind of mail may say, the longest that people write in it; a kind with several texts is there several times. */
const samples = (l: Locale): Record<MailKind, Sample[]> => {
  const t = allWords(l)
  const deed = (purpose: Deed['purpose']): Sample => ({
    values: { code: '482193', until, deed: t(`mail.step-up.${purpose}`, { subject: `privat.${email}` }) },
  })
  return {
    code: [
      {
        values: { code: '482193', email, until, link: home + urls.signInLink(l, secret, '/sv/courses/granska-svaret') },
      },
    ],
    address: [{ values: { code: '048213', email: `privat.${email}`, account: email, until } }],
    'step-up': [
      deed('add-address'),
      deed('remove-address'),
      deed('erase'),
      deed('give-ownership'),
      deed('add-passkey'),
      deed('remove-passkey'),
      deed('replace-card'),
      deed('close-company'),
      deed('merge'),
    ],
    'merge-with': [{ values: { code: '482193', email: `privat.${email}`, account: email, until } }],
    'member-left': [{ values: { company, day: until, link: home + urls.receipt(l, secret), months: 24 } }],
    'passkey-added': [{ values: {} }],
    'passkey-removed': [{ values: {} }],
    'card-made': [{ values: {} }],
    'card-used': [{ values: {} }],
    'member-removed': [{ values: { company, name, until } }],
    restored: [{ values: { company } }],
    owner: [{ values: { company } }],
    'made-owner': [{ values: { company, name } }],
    'unmade-owner': [{ values: { company, name } }],
    closing: [{ values: { company, day: until } }],
    staying: [{ values: { company } }],
    'company-closed': [{ values: { company, name, until } }],
    'company-reopened': [{ values: { company, name } }],
    'merger-offer': [{ values: { company, other: 'Plåtverkstan i Grycksbo AB', until, link: home + urls.me(l) } }],
    'name-corrected': [{ values: { company, name, by: name } }],
    terms: [{ values: { company, version: '12' } }],
    ownership: [
      { text: 'mail.ownership.made', values: { company, name } },
      { text: 'mail.ownership.unmade', values: { company, name } },
    ],
    added: [{ values: { email } }],
    removed: [{ values: { email } }],
    'removed-from': [
      { values: { email, until, link: home + urls.addressReturn(l, secret) } },
      { text: 'mail.removed-from.final', values: { email, days: 7 } },
    ],
    merged: [{ values: {} }],
    returned: [{ values: { email } }],
    erased: [{ values: {} }, { text: 'mail.erased.absent', values: {} }],
    trial: [{ values: { email } }],
    absence: [{ values: { day: '27 januari 2029', link: home + urls.signIn(l) } }],
    invitation: [{ values: { company, name, until, link: `${home}${urls.join(l, '0123456789ABCDEF')}` } }],
    'question-voided': [
      {
        values: {
          badge: l === 'sv' ? 'AI-granskare' : 'AI Checker',
          day: at,
          reason:
            l === 'sv'
              ? 'Två av svaren var rätt, för priset står både i avtalet och i bilagan.'
              : 'Two of the answers were right, since the price stands both in the contract and in its annex.',
        },
      },
    ],
    // No letter is written yet: the words stand in for those of a week in which something is due.
    weekly: [{ subject: 'mail.restored.subject', text: 'mail.closing.text', values: { company, day: until } }],
  }
}

export interface SampleMail extends OutgoingMail {
  name: string
  kind: MailKind
  locale: Locale
}

/** Every mail there is, in both languages, as it leaves. */
export function sampleMails(): Promise<SampleMail[]> {
  return Promise.all(
    (['sv', 'en'] as const).flatMap((locale) => {
      const t = allWords(locale)
      const all = samples(locale)
      return mailKinds.flatMap((kind) =>
        all[kind].map(async ({ subject, text, values }, place) => {
          const id = `${kind}-${place + 1}-${locale}`
          const row = {
            id,
            kind,
            locale,
            recipient: email,
            subject: t(subject ?? (`mail.${kind}.subject` as WordKey), values),
            body: t(text ?? (`mail.${kind}.text` as WordKey), values),
            lane: placeInLine(kind),
            owner: 'f'.repeat(32),
            createdAt: at,
            expiresAt: until,
            dueAt: at,
            tries: 1,
            sentAt: null,
            refusedAt: null,
            isLast: false,
          }
          return { ...(await dressMail(row, settings)), name: id, kind, locale }
        }),
      )
    }),
  )
}
