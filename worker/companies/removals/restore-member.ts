import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { undoMs } from '../rules.ts'
import { mailMembers } from '../members/mail-members.ts'
import { restoreMembership, selectRemovedBy } from './store.ts'
import { selectMember, whoBelongs } from '../members/store.ts'
import { unlessDone } from '../unless-done.ts'

/**
 * Undoes a removal within a day: the same membership goes on, and the person is told. Later there is nothing to undo.
 * Who is back already stays so. Not found for whoever may not, as for a manager what an owner decided of another.
 */
export function restoreMember(visit: SignedInVisit, company: string, member: string): Promise<string> {
  const { db, learner, now } = visit
  return unlessDone(() => restore(visit, company, member), {
    reasons: ['member', 'too-late'],
    done: async () => (await selectMember(db, company, { member, viewer: learner.id, now }))[0]?.id,
  })
}

async function restore(visit: SignedInVisit, company: string, member: string): Promise<string> {
  const { db, learner, now } = visit
  const since = new Date(now.getTime() - undoMs)
  const [found] = await selectRemovedBy(db, company, { member, viewer: learner.id })
  if (!found) throw new Refusal('not-found', 'member')

  const { restored } = await inBatch(db, {
    ...restoreMembership(db, company, { member, by: learner.id, since, now }),
    entered: recordEntry(db, { company, by: learner.id, action: 'member-restored', subject: member, now }),
    told: mailMembers(visit, {
      id: `restored-${found.removedAt}`,
      kind: 'restored',
      recipients: whoBelongs(member),
      values: { company: found.company },
    }),
  })
  if (restored.length === 0) throw new Refusal('conflict', 'too-late')
  logEvent(visit, 'member-joined', { learner: learner.id })
  visit.later(sendMails(visit))
  return member
}
