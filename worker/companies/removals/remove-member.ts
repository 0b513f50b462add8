import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import type { RemovalReason } from '../audit/rules.ts'
import { recordEntry } from '../audit/store.ts'
import { newCode, undoMs } from '../rules.ts'
import { recordInvitation } from '../invitations/codes/store.ts'
import { findMember } from '../members/find-member.ts'
import { mailMembers } from '../members/mail-members.ts'
import { unlessDone } from '../unless-done.ts'
import { endMembership, selectRemovedBy, wasRemovedAt, whoWasRemoved } from './store.ts'

export interface Removal {
  /** Whether the team's link, which would let the removed in again, is replaced. */
  renewsLink: boolean
  /** For the log; nobody has to give one. */
  reason: RemovalReason | undefined
}

/**
 * Removes a member, who is told by mail; can be undone for a day. The team's link is replaced in the same step.
 * An owner is removed by nobody, and nobody by themselves. Who is removed already stays so.
 */
export function removeMember(visit: SignedInVisit, company: string, member: string, removal: Removal): Promise<string> {
  return unlessDone(() => remove(visit, company, member, removal), {
    reasons: ['member'],
    done: async () => {
      const [removed] = await selectRemovedBy(visit.db, company, { member, viewer: visit.learner.id })
      return removed && member
    },
  })
}

async function remove(
  visit: SignedInVisit,
  company: string,
  member: string,
  { renewsLink, reason }: Removal,
): Promise<string> {
  const { db, learner, now } = visit
  const found = await findMember(visit, company, member)
  if (found.role === 'owner') throw new Refusal('conflict', 'owner')
  if (found.isViewer) throw new Refusal('conflict', 'yourself')

  // Pressed twice the link is renewed once; at the day's limit it ends all the same: the removed would come back by it.
  const renewal = {
    ...newCode(crypto.getRandomValues(new Uint8Array(16)), now),
    learner: learner.id,
    now,
    uses: null,
    when: wasRemovedAt(company, member, now),
    endsAnyway: true,
  }
  const { replaced, recorded } = recordInvitation(db, company, renewal)
  const { removed } = await inBatch(db, {
    ...endMembership(db, company, { member, by: learner.id, now }),
    entered: recordEntry(db, {
      company,
      by: learner.id,
      action: 'member-removed',
      subject: member,
      facts: reason ? { reason } : {},
      now,
    }),
    told: mailMembers(visit, {
      id: `removed-${now.getTime()}`,
      kind: 'member-removed',
      recipients: whoWasRemoved(member, now),
      values: { company: found.company, name: found.viewerName, until: new Date(now.getTime() + undoMs) },
    }),
    renewed:
      renewsLink && found.hasLink
        ? [
            replaced,
            recorded,
            recordEntry(db, { company, by: learner.id, action: 'link-made', facts: { for: 'team' }, now }),
          ]
        : [],
  })
  if (removed.length === 0) throw new Refusal('not-found', 'member')
  logEvent(visit, 'member-removed', { learner: learner.id })
  visit.later(sendMails(visit))
  return member
}
