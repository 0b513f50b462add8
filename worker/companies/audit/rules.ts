/**
 * Everything that a company's audit log tells: what changes access, teams, terms or data. Each has its words in
 * web/messages/sv and en, without which it does not compile. A no to wider terms is not here: it changes nothing, and
 * whoever runs the company is not told of it.
 */
export const auditActions = {
  'company-started': 'details',
  'details-changed': 'details',
  'contact-changed': 'details',
  'company-closing': 'access',
  'company-closed': 'access',
  'company-reopened': 'access',
  'company-merged': 'access',
  'merger-withdrawn': 'access',
  'terms-changed': 'access',
  'terms-accepted': 'access',
  'link-made': 'access',
  'link-closed': 'access',
  'people-invited': 'access',
  'invitation-sent-again': 'access',
  'invitation-withdrawn': 'access',
  'member-joined': 'access',
  'member-left': 'access',
  'member-removed': 'access',
  'member-restored': 'access',
  'role-changed': 'access',
  'owner-inherited': 'access',
  'owner-given': 'access',
  'team-made': 'access',
  'team-renamed': 'access',
  'team-ended': 'access',
  'team-changed': 'access',
  'team-manager-made': 'access',
  'team-manager-unmade': 'access',
  'on-behalf-changed': 'details',
  'name-corrected': 'details',
  'name-put-back': 'details',
  'earlier-shared': 'access',
  'team-exported': 'files',
  'log-exported': 'files',
} as const satisfies Record<string, AuditKind>

/** What a reader may narrow the log to. */
export const auditKinds = ['access', 'details', 'files'] as const
export type AuditKind = (typeof auditKinds)[number]
export type AuditAction = keyof typeof auditActions

/** What members do themselves: the log has its day, and no time. */
const byMembers: readonly AuditAction[] = [
  'member-joined',
  'member-left',
  'terms-accepted',
  'name-put-back',
  'earlier-shared',
]

/** Whether an entry has a day only: somebody's own act as a member, never the time of day of it. */
export function isDayOnly(action: AuditAction): boolean {
  return byMembers.includes(action)
}

/** Why somebody is removed. A short list, so that nothing is ever written about a person. */
export const removalReasons = ['left-job', 'other-company', 'job-done', 'wrong-person'] as const
export type RemovalReason = (typeof removalReasons)[number]

/** How a log is handed out. */
export const logFormats = ['csv', 'json'] as const
export type LogFormat = (typeof logFormats)[number]

export const auditMonths = 24

export function actionIn(stored: string): AuditAction | undefined {
  return Object.hasOwn(auditActions, stored) ? (stored as AuditAction) : undefined
}

/** The actions of a kind; undefined for every one, also those that this build does not know. */
export function actionsOf(kind: AuditKind | undefined): string[] | undefined {
  return kind && Object.entries(auditActions).flatMap(([action, its]) => (its === kind ? [action] : []))
}

/** What tells apart those whose name is gone: four signs of a random id, the same in every entry of theirs. */
export function markOf(id: string): string {
  return id.slice(0, 4)
}

/**
 * A place in the log, newest first: a time and how many entries of just that time come before. Ids would tell in which
 * order things happened that have a day only.
 */
export interface LogPlace {
  at: number
  past: number
}

const farthest = 8_640_000_000_000_000

/** The place that an address names; the newest entry for anything that names none. */
export function logPlaceIn(text: string | undefined): LogPlace {
  const [, at, past] = /^(\d{1,16})\.(\d{1,6})$/.exec(text ?? '') ?? []
  return at !== undefined && Number(at) <= farthest ? { at: Number(at), past: Number(past) } : { at: farthest, past: 0 }
}

/** Where the entries after these begin, which were shown from `from` on. */
export function placeAfter(from: LogPlace, shown: readonly { at: Date }[]): string {
  const at = shown.at(-1)!.at.getTime()
  const past = shown.filter((entry) => entry.at.getTime() === at).length
  return `${at}.${past + (at === from.at ? from.past : 0)}`
}
