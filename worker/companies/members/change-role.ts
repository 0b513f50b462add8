import { inBatch } from '../../db/in-batch.ts'
import { translator } from '../../../web/messages/translate.ts'
import type { Vouched } from '../../accounts/step-up.ts'
import { tellAddresses } from '../../accounts/tell-addresses.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { movesOwnership } from '../rules.ts'
import { dropOwnTeams } from '../teams/store.ts'
import { findMemberAsOwner } from './find-member.ts'
import { mailMembers } from './mail-members.ts'
import { obstacleTo } from './rules.ts'
import { type MemberView, ownershipMoves, type RoleChange, updateRole, whoseOwnershipMoves } from './store.ts'

/**
 * Another role for a member, by an owner. Making or unmaking an owner needs `by`, what vouched for whoever
 * does it (`forbidden`, `ownership`), and is told to all their addresses: an open session alone gives no company away.
 * The last owner stays one (`conflict`, `last-owner`), and whoever is no member here, or belongs to another company,
 * is not found.
 */
export async function changeRole(
  visit: SignedInVisit,
  company: string,
  { member, role, by }: Pick<RoleChange, 'member' | 'role'> & { by?: Vouched | undefined },
): Promise<void> {
  const { db, learner, now } = visit
  const found = await findMemberAsOwner(visit, company, member)
  if (found.role === role) return
  const obstacle = obstacleTo(role, found)
  if (obstacle === 'last-owner') throw new Refusal('conflict', 'last-owner')
  if (obstacle === 'ownership' && !by) throw new Refusal('forbidden', 'ownership')

  const change = { member, role, by: learner.id, isVouched: by !== undefined }
  const { changed } = await inBatch(db, {
    toldOwner: tellOwnership(visit, company, found, change),
    toldMember: tellMember(visit, company, found, change),
    changed: updateRole(db, company, change),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'role-changed',
      subject: member,
      facts: { role },
      now,
    }),
    teamsDropped: dropOwnTeams(db, company, { member, role }),
    teamsEntered: recordEntry(db, { company, by: learner.id, action: 'team-manager-unmade', subject: member, now }),
  })
  if (changed.length === 0) {
    // The other of two presses at once has done it.
    if ((await findMemberAsOwner(visit, company, member)).role === role) return
    throw found.role === 'owner' ? new Refusal('conflict', 'last-owner') : new Refusal('not-found', 'member')
  }
  logEvent(visit, 'role-changed', { learner: learner.id })
  if (movesOwnership(found.role, role)) visit.later(sendMails(visit))
}

/** The statement that tells all addresses of whoever does it; for use before the change. */
function tellOwnership(visit: SignedInVisit, company: string, found: MemberView, change: RoleChange) {
  const t = translator(visit.locale)
  const kind = change.role === 'owner' ? 'made' : 'unmade'
  return tellAddresses(visit, {
    kind: 'ownership',
    subject: t('mail.ownership.subject', { company: found.company }),
    text: t(`mail.ownership.${kind}`, { company: found.company, name: found.name }),
    where: ownershipMoves(company, change),
  })
}

/** The statement that tells the member, where it is somebody else. */
function tellMember(visit: SignedInVisit, company: string, found: MemberView, change: RoleChange) {
  return mailMembers(visit, {
    id: `owner-${visit.requestId}`,
    kind: change.role === 'owner' ? 'made-owner' : 'unmade-owner',
    recipients: whoseOwnershipMoves(company, change),
    values: { company: found.company, name: found.viewerName },
  })
}
