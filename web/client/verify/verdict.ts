export type Outcome = 'yes' | 'no' | 'unknown'

/** Why a file holds nothing that could be checked. */
export const fileFaults = [
  'too-large',
  'too-deep',
  'truncated',
  'damaged',
  'two-credentials',
  'active-content',
  'no-credential',
  'open-badges-2',
  'not-a-badge',
  'browser-too-old',
] as const
export type FileFault = (typeof fileFaults)[number]

/** What may be found, by the question it answers. The words for each stand in web/messages, under `verify.found`. */
export const findings = {
  intact: {
    intact: 'yes',
    changed: 'no',
    'no-proof': 'no',
    'unknown-context': 'no',
    'odd-content': 'no',
    'claims-differ': 'no',
    'other-purpose': 'no',
    'jwt-algorithm': 'no',
    'several-proofs': 'unknown',
    'proof-kind': 'unknown',
    'key-out-of-reach': 'unknown',
  },
  issuer: {
    here: 'yes',
    'did-key': 'yes',
    'key-of-another': 'no',
    'key-not-listed': 'no',
    'key-withdrawn': 'no',
    elsewhere: 'unknown',
    'own-key': 'unknown',
    'keys-offline': 'unknown',
    'keys-missing': 'unknown',
    'issuer-pointless': 'unknown',
  },
  validity: {
    valid: 'yes',
    'valid-without-list': 'yes',
    revoked: 'no',
    expired: 'no',
    'not-yet': 'no',
    'list-elsewhere': 'unknown',
    'list-offline': 'unknown',
    'list-missing': 'unknown',
    'list-unproven': 'unknown',
    'status-kind': 'unknown',
    'validity-pointless': 'unknown',
  },
} as const satisfies Record<string, Record<string, Outcome>>

export type Question = keyof typeof findings
type Reason<Q extends Question> = keyof (typeof findings)[Q]

export interface Finding<Q extends Question = Question> {
  reason: Reason<Q>
  /** What the reason speaks of: a DID, a key, an address, a day. */
  detail: string
}

/** Three questions, each answered yes, no, or honestly not at all. */
export interface Verdict {
  intact: Finding<'intact'>
  issuer: Finding<'issuer'>
  validity: Finding<'validity'>
  /** What the file says, whether that is so or not. */
  says: { name: string; issuer: string; day: string; holder: string }
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
