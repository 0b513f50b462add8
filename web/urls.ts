import type { Locale } from '../formats/catalogue/catalogue.ts'
import type { TextKind } from '../formats/locales.ts'

/** What is about to be done to an address, and where the code for it was mailed. */
type AddressDeed = { do: 'add' | 'remove'; email: string; to: string | undefined; held?: '1' | undefined }

/** Which role is about to be given, and where the code for it was mailed. */
type OwnershipDeed = { role: string; to: string | undefined; held?: '1' | undefined }

/** Where the code for a deed was mailed, if it was. */
type StepUp = { to: string | undefined; held?: '1' | undefined }

/** What is about to be done to a passkey, by its id. */
type PasskeyDeed = StepUp & { do: 'add' | 'remove'; id?: string | undefined }

/** What a company's log is narrowed to, and from where on. */
interface LogAsked {
  q?: string | undefined
  kind?: string | undefined
  from?: string | undefined
  to?: string | undefined
  before?: string | undefined
}

/** To whom a company is about to be handed over, what its owner is then, and where the code for it was mailed. */
type HandoverDeed = { heir: string; self: string; to?: string | undefined; held?: '1' | undefined }

/** Whom to show of a company's people. */
type RosterAsked = {
  q?: string | undefined
  role?: string | undefined
  team?: string | undefined
  page?: string | undefined
}

/** A path in which every value is one part and nothing more, whatever came in with a request: no `/`, `?`, `#` or line break of its own. */
function to(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((path, part, i) => path + inPart(values[i - 1]!) + part)
}

function inPart(value: string): string {
  return /^[\w.:~-]*$/.test(value) ? value : encodeURIComponent(value.toWellFormed())
}

/** Every path of the site. Nothing else writes one by hand, except the routes that answer them. */
export const urls = {
  catalogue: (l: Locale) => to`/${l}`,
  course: (l: Locale, course: string) => to`/${l}/courses/${course}`,
  lesson: (l: Locale, course: string, lesson: string) => to`/${l}/courses/${course}/${lesson}`,
  question: (l: Locale, course: string, lesson: string, question: string) =>
    to`/${l}/courses/${course}/${lesson}#q-${question}`,
  steps: (l: Locale, course: string, lesson: string, question: string, version: string, ...tokens: string[]) =>
    stepsAt(to`/${l}/courses/${course}/${lesson}`, { id: question, version }, tokens),
  answers: (l: Locale, course: string, lesson: string, question: string) =>
    to`/${l}/courses/${course}/${lesson}/answers/${question}`,

  artefact: (l: Locale, course: string) => to`/${l}/courses/${course}/artefact`,
  path: (l: Locale, path: string) => to`/${l}/paths/${path}`,
  starter: (l: Locale) => to`/${l}/paths/starter`,
  competences: (l: Locale, cell?: string) => (cell ? to`/${l}/competences#${cell}` : to`/${l}/competences`),

  badgeTest: (l: Locale, course: string) => to`/${l}/courses/${course}/badge`,
  attempts: (l: Locale, course: string) => to`/${l}/courses/${course}/badge/attempts`,
  attempt: (l: Locale, course: string, attempt: string) => to`/${l}/courses/${course}/badge/attempts/${attempt}`,
  handIn: (l: Locale, course: string, attempt: string) => to`/${l}/courses/${course}/badge/attempts/${attempt}/hand-in`,
  submission: (l: Locale, course: string, attempt: string) =>
    to`/${l}/courses/${course}/badge/attempts/${attempt}/submission`,

  remarks: (l: Locale, course: string) => to`/${l}/courses/${course}/remarks`,
  remarkThanks: (l: Locale) => to`/${l}/remarks/thanks`,
  status: (l: Locale) => to`/${l}/status`,
  authors: (l: Locale) => to`/${l}/authors`,
  remarkSettlement: (l: Locale, remark: string) => to`/${l}/authors/remarks/${remark}`,

  badge: (l: Locale, award: string) => to`/${l}/badges/${award}`,
  badgeFile: (award: string, kind: 'json' | 'jwt' | 'svg' | 'png') => to`/badges/${award}.${kind}`,
  badgeReturn: (l: Locale, award: string, secret: string) => to`/${l}/badges/${award}/return/${secret}`,
  badgeReturned: (l: Locale, award: string) => to`/${l}/badges/${award}/returned`,
  certificate: (l: Locale, award: string) => to`/${l}/badges/${award}/certificate`,
  certificateFile: (l: Locale, award: string) => to`/${l}/badges/${award}/certificate.pdf`,
  verify: (l: Locale) => to`/${l}/verify`,
  achievement: (badge: string, version?: string) =>
    version ? to`/achievements/${badge}/${version}` : to`/achievements/${badge}`,
  ownBadge: (l: Locale, award: string) => to`/${l}/me/badges/${award}`,
  ownBadges: (l: Locale) => to`/${l}/me/badges.zip`,

  signIn: (l: Locale, next?: string) => (next ? to`/${l}/sign-in?next=${next}` : to`/${l}/sign-in`),
  signInCode: (l: Locale, asked?: { email: string; next?: string | undefined; held?: '1' | undefined }) =>
    to`/${l}/sign-in/code` + queryOf(asked),
  signInLink: (l: Locale, secret: string, next?: string) => to`/${l}/sign-in/link/${secret}` + queryOf({ next }),
  signInByCard: (l: Locale, next?: string) => to`/${l}/sign-in/recovery` + queryOf({ next }),
  signInByPasskey: (l: Locale, next?: string) => to`/${l}/sign-in/passkey` + queryOf({ next }),
  signOut: (l: Locale) => to`/${l}/sign-out`,
  me: (l: Locale) => to`/${l}/me`,
  name: (l: Locale) => to`/${l}/me/name`,
  privacy: (l: Locale) => to`/${l}/me/privacy`,
  held: (l: Locale) => to`/${l}/me/held`,
  erasure: (l: Locale) => to`/${l}/me/erasure`,
  erasureCode: (l: Locale, asked?: { to: string | undefined; held?: '1' | undefined }) =>
    to`/${l}/me/erasure/code` + queryOf(asked),
  erased: (l: Locale) => to`/${l}/me/erasure/done`,
  accountMerger: (l: Locale) => to`/${l}/me/merger`,
  accountMergerCode: (l: Locale, asked?: { email: string; held?: '1' | undefined }) =>
    to`/${l}/me/merger/code` + queryOf(asked),
  accountMergerPreview: (l: Locale) => to`/${l}/me/merger/preview`,
  accountMergerStepUp: (l: Locale, asked?: StepUp) => to`/${l}/me/merger/confirmation` + queryOf(asked),
  accountsMerged: (l: Locale) => to`/${l}/me/merger/done`,
  addresses: (l: Locale) => to`/${l}/me/addresses`,
  addressStepUp: (l: Locale, deed?: AddressDeed) => to`/${l}/me/addresses/confirmation` + queryOf(deed),
  addressCode: (l: Locale, asked?: { email: string }) => to`/${l}/me/addresses/code` + queryOf(asked),
  addressReturn: (l: Locale, secret: string) => to`/${l}/addresses/return/${secret}`,
  addressTrial: (l: Locale) => to`/${l}/me/addresses/trial`,
  mailOff: (l: Locale, token: string) => to`/${l}/mails/off/${token}`,
  mailOn: (l: Locale, token: string) => to`/${l}/mails/off/${token}/undo`,
  keptForms: (l: Locale) => to`/${l}/kept`,
  keptForm: (l: Locale, id: string) => to`/${l}/kept/${id}`,
  keptFormDisposal: (l: Locale, id: string) => to`/${l}/kept/${id}/disposal`,
  recovery: (l: Locale) => to`/${l}/me/recovery`,
  recoveryStepUp: (l: Locale, asked?: StepUp) => to`/${l}/me/recovery/confirmation` + queryOf(asked),
  recoveryCard: (l: Locale, next?: string) => to`/${l}/me/recovery/card` + queryOf({ next }),
  passkeys: (l: Locale) => to`/${l}/me/passkeys`,
  passkeyStepUp: (l: Locale, deed?: PasskeyDeed) => to`/${l}/me/passkeys/confirmation` + queryOf(deed),
  newPasskey: (l: Locale, challenge?: string) => to`/${l}/me/passkeys/new` + queryOf({ challenge }),
  waysOffer: (l: Locale) => to`/${l}/me/ways/offer`,
  sessions: (l: Locale) => to`/${l}/me/sessions`,
  takeover: (l: Locale) => to`/${l}/me/takeover`,

  companies: (l: Locale) => to`/${l}/companies`,
  newCompany: (l: Locale) => to`/${l}/companies/new`,
  company: (l: Locale, company: string) => to`/${l}/companies/${company}`,
  papers: (l: Locale, company: string) => to`/${l}/companies/${company}/papers`,
  paperSheet: (l: Locale, company: string, made?: number) =>
    to`/${l}/companies/${company}/papers/sheet` + queryOf({ made: made?.toString() }),
  paperWithdrawal: (l: Locale, company: string) => to`/${l}/companies/${company}/papers/withdrawal`,
  companySettings: (l: Locale, company: string) => to`/${l}/companies/${company}/settings`,
  companyContact: (l: Locale, company: string) => to`/${l}/companies/${company}/contact`,
  companyLog: (l: Locale, company: string, asked?: LogAsked) =>
    to`/${l}/companies/${company}/log` + queryOf({ ...asked }),
  logFiles: (l: Locale, company: string) => to`/${l}/companies/${company}/log/files`,
  companyInformation: (l: Locale, company: string) => to`/${l}/companies/${company}/information`,
  closing: (l: Locale, company: string) => to`/${l}/companies/${company}/closing`,
  closingCode: (l: Locale, company: string, asked?: StepUp) =>
    to`/${l}/companies/${company}/closing/code` + queryOf(asked),
  reopening: (l: Locale, company: string) => to`/${l}/companies/${company}/reopening`,
  merger: (l: Locale, company: string) => to`/${l}/companies/${company}/merger`,
  mergerWithdrawal: (l: Locale, company: string) => to`/${l}/companies/${company}/merger/withdrawal`,
  mergerOffer: (l: Locale, code: string) => to`/${l}/mergers/${code}`,
  move: (l: Locale, company: string) => to`/${l}/companies/${company}/move`,
  moveRefusal: (l: Locale, company: string) => to`/${l}/companies/${company}/move/refusal`,
  invitations: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations`,
  /** `said`: what was done there just now. */
  invitationsAfter: (l: Locale, company: string, said: string) =>
    to`/${l}/companies/${company}/invitations?said=${said}`,
  invitationsPage: (l: Locale, company: string, page: string) =>
    to`/${l}/companies/${company}/invitations?page=${page}`,
  invitationList: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations/list`,
  invitationResult: (l: Locale, company: string, result: string) =>
    to`/${l}/companies/${company}/invitations/results/${result}`,
  invitationResultFile: (l: Locale, company: string, result: string) =>
    to`/${l}/companies/${company}/invitations/results/${result}/file`,
  invitationMail: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations/mail`,
  invitationWithdrawal: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations/withdrawal`,
  linkClosing: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations/closing`,
  poster: (l: Locale, company: string) => to`/${l}/companies/${company}/invitations/poster`,
  invitation: (l: Locale, company: string, code: string) => to`/${l}/companies/${company}/invitations/${code}`,
  members: (l: Locale, company: string, asked?: RosterAsked) => to`/${l}/companies/${company}/members` + queryOf(asked),
  teams: (l: Locale, company: string) => to`/${l}/companies/${company}/teams`,
  team: (l: Locale, company: string, team: string) => to`/${l}/companies/${company}/teams/${team}`,
  teamEnding: (l: Locale, company: string, team: string) => to`/${l}/companies/${company}/teams/${team}/ending`,
  terms: (l: Locale, company: string) => to`/${l}/companies/${company}/terms`,
  termsAnswer: (l: Locale, company: string) => to`/${l}/companies/${company}/terms/answer`,
  ownName: (l: Locale, company: string) => to`/${l}/companies/${company}/name`,
  handover: (l: Locale, company: string, asked?: HandoverDeed) =>
    to`/${l}/companies/${company}/handover` + queryOf(asked),
  member: (l: Locale, company: string, member: string) => to`/${l}/companies/${company}/members/${member}`,
  ownership: (l: Locale, company: string, member: string, asked?: OwnershipDeed) =>
    to`/${l}/companies/${company}/members/${member}/ownership` + queryOf(asked),
  removal: (l: Locale, company: string, member: string) => to`/${l}/companies/${company}/members/${member}/removal`,
  restoration: (l: Locale, company: string, member: string) =>
    to`/${l}/companies/${company}/members/${member}/restoration`,
  seen: (l: Locale, company: string) => to`/${l}/companies/${company}/seen`,
  shares: (l: Locale, company: string) => to`/${l}/companies/${company}/shares`,
  departure: (l: Locale, company: string) => to`/${l}/companies/${company}/departure`,
  /** What is left of a stay that has ended, for whoever it was. */
  receipt: (l: Locale, membership: string) => to`/${l}/me/receipts/${membership}`,
  joinForm: (l: Locale) => to`/${l}/join`,
  join: (l: Locale, code: string) => to`/${l}/join/${code}`,
  decline: (l: Locale, code: string) => to`/${l}/join/${code}/decline`,
  /** Short enough to be written by hand; the browser's wish says in which language. */
  joinByHand: () => '/join',

  /** Of whoever runs this: to be told of one's data. One's own is `privacy`. */
  notice: (l: Locale) => to`/${l}/privacy`,
  agreement: (l: Locale) => to`/${l}/agreement`,
  information: (l: Locale) => to`/${l}/information`,
  about: (l: Locale) => to`/${l}/about`,
  accessibility: (l: Locale) => to`/${l}/accessibility`,
  theme: () => '/theme',
  outbox: () => '/dev/outbox',
  api: () => '/api/v1',
} as const

function queryOf(values: Record<string, string | undefined> = {}): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

/** What an address calls the words in which it shows a text: they are Swedish words, for only Swedish has two. */
export const textNames = { usual: 'vanlig', easy: 'latt' } as const satisfies Record<TextKind, string>

/** What an address names; undefined for what is no name of words. */
export function textNamed(name: string | undefined): TextKind | undefined {
  return (['usual', 'easy'] as const).find((text) => textNames[text] === name)
}

/** The same page, or where its form goes, in words that are named; undefined for those that were chosen before. */
export function inText(address: string, text: TextKind | undefined): string {
  return text ? `${address}?text=${textNames[text]}` : address
}

/** A lesson with a version of a question after some steps; `lesson` is the lesson's address. */
export function stepsAt(
  lesson: string,
  { id, version }: { id: string; version: string },
  tokens: readonly string[],
): string {
  const query = new URLSearchParams([['far', id], ['v', version], ...tokens.map((token) => ['o', token])])
  return `${lesson}?${query}#q-${encodeURIComponent(id)}`
}
