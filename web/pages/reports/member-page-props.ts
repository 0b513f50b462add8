import type { MemberView } from '../../../worker/companies/members/store.ts'
import type { LateFrame } from '../../frame.ts'
import type { SignInProblem } from '../accounts/sign-in-page.tsx'

export interface MemberPageProps {
  frame: LateFrame
  company: string
  member: MemberView
  /** The teams to choose from. */
  teams: { id: string; name: string }[]
  /** Whom the company may be handed over to: on the owner's own page. */
  heirs: { id: string; name: string }[]
  /** What was typed, and what was wrong with it. */
  typed: MemberTyped
  faults: Partial<Record<MemberField, MemberFault>>
  problem: MemberProblem | undefined
  isSaved: boolean
}

export interface MemberTyped {
  name: string
  /** `team-manager` besides the roles that there are. */
  role: string
  /** The teams that the member runs. */
  runs: readonly string[]
  team: string
  newTeam: string
  onBehalf: boolean
  /** As the page showed it that the form came from, by the names of hidden fields. */
  shown: Partial<Record<'shownName' | 'shownRole' | 'shownTeam' | 'shownBehalf', string | undefined>>
}

export type MemberField = 'name' | 'runs' | 'team' | 'newTeam' | 'heir' | 'self'
type MemberFault =
  | 'required'
  | 'too-long'
  | 'odd-characters'
  | 'no-letter'
  | 'choose-teams'
  | 'teams-gone'
  | 'team'
  | 'teams'
  | 'heir'
  | 'self'

/**
 * Why nothing is changed: the only owner tried to be something else, somebody else has changed it since, or no code could
 * be mailed.
 */
export type MemberProblem = 'last-owner' | 'stale' | Exclude<SignInProblem, 'invalid'>

/** What was wrong with a field, in words. */
export function faultWords({ frame: { t }, faults }: MemberPageProps, field: MemberField): string | undefined {
  const fault = faults[field]
  return fault && words(t, fault)
}

function words(t: MemberPageProps['frame']['t'], fault: MemberFault): string {
  if (fault === 'choose-teams' || fault === 'teams-gone' || fault === 'team' || fault === 'teams')
    return t(`member.fault.${fault}`)
  return fault === 'heir' || fault === 'self' ? t(`handover.fault.${fault}`) : t(`company.fault.${fault}`)
}
