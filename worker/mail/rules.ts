const second = 1000
const minute = 60 * second

/** Who goes first: codes always, a letter never before anything else. */
export const lanes = { codes: 0, notices: 1, letters: 2 } as const
export type Lane = keyof typeof lanes

/** Every kind of mail, and its lane. */
const laneOf = {
  code: 'codes',
  address: 'codes',
  'step-up': 'codes',
  'merge-with': 'codes',
  'member-left': 'notices',
  'member-removed': 'notices',
  restored: 'notices',
  owner: 'notices',
  'made-owner': 'notices',
  'unmade-owner': 'notices',
  closing: 'notices',
  staying: 'notices',
  'company-closed': 'notices',
  'company-reopened': 'notices',
  'merger-offer': 'notices',
  'name-corrected': 'notices',
  terms: 'notices',
  ownership: 'notices',
  added: 'notices',
  removed: 'notices',
  'removed-from': 'notices',
  returned: 'notices',
  'passkey-added': 'notices',
  'passkey-removed': 'notices',
  'card-made': 'notices',
  'card-used': 'notices',
  merged: 'notices',
  erased: 'notices',
  trial: 'notices',
  absence: 'notices',
  'question-voided': 'notices',
  invitation: 'notices',
  weekly: 'letters',
} as const satisfies Record<string, Lane>

export type MailKind = keyof typeof laneOf
type KindsOf<L extends Lane> = { [Kind in MailKind]: (typeof laneOf)[Kind] extends L ? Kind : never }[MailKind]
/** Sent only to whoever said yes to the kind, and may take it back. */
export type LetterKind = KindsOf<'letters'>
/** Everything else: what somebody asked for, or has to know. */
export type OwnKind = Exclude<MailKind, LetterKind>

export const mailKinds = Object.keys(laneOf) as MailKind[]

export function isLetterKind(stored: string): stored is LetterKind {
  return mailKinds.some((kind) => kind === stored && laneOf[kind] === 'letters')
}

export function placeInLine(kind: MailKind): number {
  return lanes[laneOf[kind]]
}

/** How long one sender has a mail to itself. */
export const leaseMs = 5 * minute
/** When a sender gives up waiting for a transport; before the lease is over, after the transport itself gave up. */
export const sendTimeoutMs = 4 * minute
/** What a visit sends after its answer: its own mail, and others that wait to go at once. */
export const mailsPerVisit = 20
/** What a scheduled run takes at once, and how often: each time codes that came meanwhile go first. */
export const mailsPerTurn = 50
export const turnsPerRun = 4
/** Rows stay for a while without their words, so that a question "did it leave?" has an answer. */
export const keepRowsMs = 30 * 24 * 60 * minute

/** How long to wait after the given number of failed tries: 30 seconds, doubled each time, an hour at most. */
export function waitAfter(tries: number): number {
  return Math.min(30 * second * 2 ** (tries - 1), 60 * minute)
}

/** RFC 5322 Message-ID: the same for every delivery of one mail, so that a second copy can be recognised. */
export function messageIdOf(id: string, baseUrl: string): string {
  return `<${id}@${new URL(baseUrl).hostname}>`
}
