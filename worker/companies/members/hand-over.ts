import type { Vouched } from '../../accounts/step-up.ts'
import type { SignedInVisit } from '../../visit.ts'
import { findOwnPlace } from './leave-company.ts'
import { changeRole } from './change-role.ts'

export const ownRoles = ['owner', 'manager', 'member'] as const
export type OwnRole = (typeof ownRoles)[number]

/**
 * Makes somebody an owner, by an owner whom `by` vouched for, who then is what they chose to be. In this order: if the
 * second step fails, there are two owners, and nobody is locked out.
 */
export async function handOver(
  visit: SignedInVisit,
  company: string,
  { heir, self, by }: { heir: string; self: OwnRole; by: Vouched },
): Promise<void> {
  const own = await findOwnPlace(visit, company)
  await changeRole(visit, company, { member: heir, role: 'owner', by })
  await changeRole(visit, company, { member: own.id, role: self, by })
}
