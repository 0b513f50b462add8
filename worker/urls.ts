import type { Locale } from './courses/catalogue.ts'

/** What is about to be done to an address, and where the code for it was mailed. */
type AddressDeed = { do: 'add' | 'remove'; email: string; to: string; held?: '1' | undefined }

/** Every path of the site. Nothing else writes one by hand, except the routes that answer them. */
export const urls = {
  catalogue: (l: Locale) => `/${l}`,
  course: (l: Locale, course: string) => `/${l}/courses/${course}`,
  lesson: (l: Locale, course: string, lesson: string) => `/${l}/courses/${course}/${lesson}`,
  question: (l: Locale, course: string, lesson: string, question: string) =>
    `/${l}/courses/${course}/${lesson}#q-${question}`,
  answers: (l: Locale, course: string, lesson: string, question: string) =>
    `/${l}/courses/${course}/${lesson}/answers/${question}`,

  artefact: (l: Locale, course: string) => `/${l}/courses/${course}/artefact`,
  path: (l: Locale, path: string) => `/${l}/paths/${path}`,
  starter: (l: Locale) => `/${l}/paths/starter`,
  competences: (l: Locale, cell?: string) => `/${l}/competences${cell ? `#${cell}` : ''}`,

  badgeTest: (l: Locale, course: string) => `/${l}/courses/${course}/badge`,
  attempts: (l: Locale, course: string) => `/${l}/courses/${course}/badge/attempts`,
  attempt: (l: Locale, course: string, attempt: string) => `/${l}/courses/${course}/badge/attempts/${attempt}`,
  submission: (l: Locale, course: string, attempt: string) =>
    `/${l}/courses/${course}/badge/attempts/${attempt}/submission`,

  remarks: (l: Locale, course: string) => `/${l}/courses/${course}/remarks`,
  remarkThanks: (l: Locale) => `/${l}/remarks/thanks`,
  authors: (l: Locale) => `/${l}/authors`,
  remarkSettlement: (l: Locale, remark: string) => `/${l}/authors/remarks/${remark}`,

  badge: (l: Locale, award: string) => `/${l}/badges/${award}`,
  badgeFile: (award: string, kind: 'json' | 'jwt' | 'svg' | 'png') => `/badges/${award}.${kind}`,
  certificate: (l: Locale, award: string) => `/${l}/badges/${award}/certificate`,
  certificateFile: (l: Locale, award: string) => `/${l}/badges/${award}/certificate.pdf`,
  verify: (l: Locale) => `/${l}/verify`,
  achievement: (badge: string, version?: string) => `/achievements/${badge}${version ? `/${version}` : ''}`,
  ownBadge: (l: Locale, award: string) => `/${l}/me/badges/${award}`,
  ownBadges: (l: Locale) => `/${l}/me/badges.zip`,

  signIn: (l: Locale, next?: string) => `/${l}/sign-in${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  signInCode: (l: Locale, asked?: { email: string; next?: string | undefined; held?: boolean }) =>
    `/${l}/sign-in/code${asked ? queryOf({ email: asked.email, next: asked.next, held: asked.held ? '1' : undefined }) : ''}`,
  signInLink: (l: Locale, secret: string, next?: string) => `/${l}/sign-in/link/${secret}${queryOf({ next })}`,
  signOut: (l: Locale) => `/${l}/sign-out`,
  me: (l: Locale) => `/${l}/me`,
  name: (l: Locale) => `/${l}/me/name`,
  privacy: (l: Locale) => `/${l}/me/privacy`,
  erasure: (l: Locale) => `/${l}/me/erasure`,
  erasureCode: (l: Locale) => `/${l}/me/erasure/code`,
  erased: (l: Locale) => `/${l}/me/erasure/done`,
  addresses: (l: Locale) => `/${l}/me/addresses`,
  addressStepUp: (l: Locale, deed?: AddressDeed) => `/${l}/me/addresses/confirmation${deed ? queryOf(deed) : ''}`,
  addressCode: (l: Locale, email?: string) => `/${l}/me/addresses/code${queryOf({ email })}`,
  addressReturn: (l: Locale, secret: string) => `/${l}/addresses/return/${secret}`,
  sessions: (l: Locale) => `/${l}/me/sessions`,
  takeover: (l: Locale) => `/${l}/me/takeover`,

  companies: (l: Locale) => `/${l}/companies`,
  newCompany: (l: Locale) => `/${l}/companies/new`,
  company: (l: Locale, company: string) => `/${l}/companies/${company}`,
  invitations: (l: Locale, company: string) => `/${l}/companies/${company}/invitations`,
  member: (l: Locale, company: string, member: string) => `/${l}/companies/${company}/members/${member}`,
  seen: (l: Locale, company: string) => `/${l}/companies/${company}/seen`,
  shares: (l: Locale, company: string) => `/${l}/companies/${company}/shares`,
  departure: (l: Locale, company: string) => `/${l}/companies/${company}/departure`,
  joinForm: (l: Locale) => `/${l}/join`,
  join: (l: Locale, code: string) => `/${l}/join/${code}`,

  about: (l: Locale) => `/${l}/about`,
  accessibility: (l: Locale) => `/${l}/accessibility`,
  theme: () => '/theme',
  outbox: () => '/dev/outbox',
  api: () => '/api/v1',
} as const

function queryOf(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
