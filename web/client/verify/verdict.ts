export type Outcome = 'yes' | 'no' | 'unknown'

/** Why a file holds nothing that could be checked, and what that says of the file. */
export const fileFaults = {
  'too-large': 'no',
  'too-deep': 'no',
  'too-many-nodes': 'no',
  'too-many-contexts': 'no',
  'said-twice': 'no',
  truncated: 'no',
  damaged: 'no',
  'two-credentials': 'no',
  'several-badges': 'unknown',
  'active-content': 'no',
  'outside-content': 'unknown',
  doctype: 'unknown',
  compressed: 'unknown',
  'other-chunk': 'unknown',
  'no-credential': 'no',
  'open-badges-2': 'unknown',
  'not-a-badge': 'no',
  'browser-too-old': 'unknown',
  'gave-up': 'unknown',
} as const satisfies Record<string, Outcome>
export type FileFault = keyof typeof fileFaults

/** What may be found, by the question it answers. The words for each stand in web/messages, under `verify.found`. */
export const findings = {
  intact: {
    intact: 'yes',
    changed: 'no',
    'no-proof': 'no',
    'claims-differ': 'no',
    'other-purpose': 'no',
    'proof-expired': 'no',
    'jwt-algorithm': 'no',
    'unknown-context': 'unknown',
    'words-unread': 'unknown',
    'several-proofs': 'unknown',
    'proof-kind': 'unknown',
    'key-out-of-reach': 'unknown',
  },
  issuer: {
    here: 'yes',
    listed: 'yes',
    'key-of-another': 'no',
    'key-not-listed': 'no',
    'key-withdrawn': 'no',
    'did-key': 'unknown',
    elsewhere: 'unknown',
    'own-key': 'unknown',
    'keys-offline': 'unknown',
    'keys-missing': 'unknown',
    'issuer-unread': 'unknown',
    'issuer-pointless': 'unknown',
  },
  validity: {
    valid: 'yes',
    'valid-without-list': 'yes',
    revoked: 'no',
    replaced: 'no',
    expired: 'no',
    'not-yet': 'no',
    unread: 'unknown',
    'list-elsewhere': 'unknown',
    'list-offline': 'unknown',
    'list-missing': 'unknown',
    'list-unproven': 'unknown',
    'list-old': 'unknown',
    'list-none': 'unknown',
    'not-served': 'unknown',
    'served-differs': 'unknown',
    'status-kind': 'unknown',
    'validity-pointless': 'unknown',
    unproven: 'unknown',
  },
} as const satisfies Record<string, Record<string, Outcome>>

export type Question = keyof typeof findings
type Reason<Q extends Question> = keyof (typeof findings)[Q]

export interface Finding<Q extends Question = Question> {
  reason: Reason<Q>
  /** What the reason speaks of: a DID, a key, an address, a day, what was not understood. */
  detail: string
}

/** Three questions, each answered yes, no, or honestly not at all. */
export interface Verdict {
  intact: Finding<'intact'>
  issuer: Finding<'issuer'>
  validity: Finding<'validity'>
  /** What the file says, whether that is so or not. */
  says: { name: string; issuer: string; day: string; holder: string; isPresented: boolean }
}

export function found<Q extends Question>(reason: Reason<Q>, detail = ''): Finding<Q> {
  return { reason, detail }
}

export function outcomeOf<Q extends Question>(question: Q, { reason }: Finding<Q>): Outcome {
  return findings[question][reason] as Outcome
}

/** No beats unknown, unknown beats yes. */
export function outcomeOfAll(verdict: Verdict): Outcome {
  const outcomes = [
    outcomeOf('intact', verdict.intact),
    outcomeOf('issuer', verdict.issuer),
    outcomeOf('validity', verdict.validity),
  ]
  return outcomes.includes('no') ? 'no' : outcomes.includes('unknown') ? 'unknown' : 'yes'
}

/** Some places of what was not understood, as a text. */
export function placesIn(unread: ReadonlySet<string>): string {
  return [...unread].slice(0, 5).join(', ') + (unread.size > 5 ? ' …' : '')
}
