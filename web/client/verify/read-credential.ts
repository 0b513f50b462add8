/** What the checks need of a credential; every text as it stands there, `''` for none. */
export interface Credential {
  id: string
  issuer: { id: string; name: string }
  subject: string
  name: string
  holder: string
  awarded: string
  validFrom: string
  validUntil: string
  /** Undefined for none; a status that is no single object is kept as an empty one, of a kind nobody knows. */
  status: Fields | undefined
}

export type Fields = Record<string, unknown>

/** Reads an Open Badges 3.0 credential (section 8.1), or undefined where it is none. */
export function readCredential(document: Fields): Credential | undefined {
  const types = listOf(document.type)
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')
  const subject = fieldsOf(document.credentialSubject)
  const achievement = fieldsOf(subject.achievement)
  const issuer = typeof document.issuer === 'string' ? { id: document.issuer } : fieldsOf(document.issuer)
  if (!types.includes('VerifiableCredential') || !isBadge || !textOf(issuer.id) || !textOf(achievement.id))
    return undefined

  const shown = listOf(subject.identifier).map(fieldsOf)
  return {
    id: textOf(document.id),
    issuer: { id: textOf(issuer.id), name: textOf(issuer.name) },
    subject: textOf(subject.id),
    name: textOf(achievement.name) || textOf(document.name),
    holder: textOf(shown.find(({ identityType, hashed }) => identityType === 'name' && hashed === false)?.identityHash),
    awarded: textOf(document.awardedDate) || textOf(document.validFrom),
    validFrom: textOf(document.validFrom),
    validUntil: textOf(document.validUntil),
    status: document.credentialStatus == null ? undefined : fieldsOf(document.credentialStatus),
  }
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value == null ? [] : [value]
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
