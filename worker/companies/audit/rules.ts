/** Everything that a company's audit log tells: what changes access, teams, terms or data. Each has words in `web/messages`. */
export const auditActions = {
  'company-started': 'details',
  'details-changed': 'details',
  'contact-changed': 'details',
  'company-closed': 'access',
  'company-reopened': 'access',
  'company-merged': 'access',
  'terms-changed': 'access',
  'terms-accepted': 'access',
  'terms-declined': 'access',
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
export type AuditKind = 'access' | 'details' | 'files'
export type AuditAction = keyof typeof auditActions

/** What members do themselves: the log has its day, and no time. */
const byMembers: readonly AuditAction[] = [
  'member-joined',
  'member-left',
  'terms-accepted',
  'terms-declined',
  'name-put-back',
  'earlier-shared',
]

/** Whether an entry has a day only: somebody's own act as a member, never the time of day of it. */
export function isDayOnly(action: AuditAction): boolean {
  return byMembers.includes(action)
}
