import { movesOwnership } from '../rules.ts'

type Role = 'owner' | 'manager' | 'member'

/**
 * What stands between whoever asks (`viewerRole`) and another role for a member: they own nothing here, the member is the
 * only owner, or it takes more than the press (`ownership`). One and the same role is no other.
 */
export function obstacleTo(
  role: Role,
  found: { role: Role; viewerRole: Role; isOnlyOwner: boolean },
): 'not-owner' | 'last-owner' | 'ownership' | undefined {
  if (found.viewerRole !== 'owner') return 'not-owner'
  if (found.role === role || !movesOwnership(found.role, role)) return undefined
  return found.isOnlyOwner ? 'last-owner' : 'ownership'
}

/** What a form says of one thing: as its page had shown it, and as it is to be; undefined where it does not say. */
export interface Said {
  shown: string | undefined
  wanted: string | undefined
}

/**
 * What a form changes of one thing that is stored. What it leaves as its page had shown it stays as it is by now, so
 * that a page opened earlier undoes nobody's change; `stale`: somebody else has changed what this one changes too.
 */
export function changeOf({ shown, wanted }: Said, stored: string): { to: string } | 'stale' | undefined {
  if (wanted === undefined || wanted === shown || wanted === stored) return undefined
  return shown === undefined || shown === stored ? { to: wanted } : 'stale'
}

/** A role and the teams that go with it as one word, the same in whatever order they were ticked. */
export function roleWord({ role, runs }: { role: string; runs: readonly string[] }): string {
  return role === 'team-manager' ? [role, ...new Set(runs)].toSorted().join(' ') : role
}
