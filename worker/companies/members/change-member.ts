import type { SQL } from 'drizzle-orm'

import { inBatch } from '../../db/in-batch.ts'
import { randomId } from '../../chance.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { dayOf } from '../../../formats/day.ts'
import { recordEntry } from '../audit/store.ts'
import { nameKey } from '../name-key.ts'
import { correctName, whoWasNamed } from '../names/store.ts'
import { mostTeams } from '../teams/rules.ts'
import { hasTeam, insertTeam, moveMember } from '../teams/store.ts'
import { mailMembers } from './mail-members.ts'
import { isThere, type MemberView, selectMember, setOnBehalf } from './store.ts'

/** What is not named stays as it is. */
export interface MemberChange {
  name?: string | undefined
  /** The team's id, the name of a new one, or none. */
  team?: { id: string } | { name: string } | 'none' | undefined
  onBehalf?: boolean | undefined
}

/**
 * Name, team, and whether a member who was found works on the company's behalf, by those who run it: what differs is
 * changed and entered in the log, in one batch. A member whose name was corrected is told by mail, once a day at the most. With a team
 * that is gone (`conflict`, `team`) or one too many (`too-many`, `teams`) nothing is changed. Not found for anybody else,
 * and for whoever ran the company until just now: nothing is changed then either.
 */
export async function changeMember(
  visit: SignedInVisit,
  company: string,
  found: MemberView,
  { name, team, onBehalf }: MemberChange,
): Promise<void> {
  if (name === undefined && team === undefined && onBehalf === undefined) return
  const { db, learner, now } = visit
  const member = found.id
  const who = { company, viewer: learner.id }
  const entry = { company, by: learner.id, subject: member, now }

  const isOne = team !== undefined && team !== 'none'
  const made = isOne && 'name' in team ? { id: randomId(), name: team.name, nameKey: nameKey(team.name) } : undefined
  const to = made ? { nameKey: made.nameKey } : isOne && 'id' in team ? team : undefined
  // The new team comes first: where it cannot be made, or the chosen one is gone, nothing else is changed.
  const when = to && hasTeam(company, to)
  const { still } = await inBatch(db, {
    made: made
      ? [
          insertTeam(db, who, { ...made, now, most: mostTeams, when: isThere(company, member) }),
          recordEntry(db, { company, by: learner.id, action: 'team-made', subject: made.id, now }),
        ]
      : [],
    named: name === undefined ? [] : correctAndTell(visit, found, { company, name, when }),
    moved:
      team === undefined
        ? []
        : [moveMember(db, who, { member, to }), recordEntry(db, { ...entry, action: 'team-changed' })],
    onBehalf:
      onBehalf === undefined
        ? []
        : [
            setOnBehalf(db, company, { member, by: learner.id, onBehalf, when }),
            recordEntry(db, { ...entry, action: 'on-behalf-changed', facts: { to: onBehalf ? 'yes' : 'no' } }),
          ],
    still: selectMember(db, company, { member, viewer: learner.id, now }),
  })
  if (!still[0]) throw new Refusal('not-found', 'member')
  if (made && nameKey(still[0].teamName ?? '') !== made.nameKey) throw new Refusal('too-many', 'teams')
  if (to && 'id' in to && still[0].team !== to.id) throw new Refusal('conflict', 'team')
  logEvent(visit, 'member-changed', { learner: learner.id })
  visit.later(sendMails(visit))
}

/** The statements that correct a name and tell its bearer. */
function correctAndTell(
  visit: SignedInVisit,
  found: MemberView,
  { company, name, when }: { company: string; name: string; when: SQL | undefined },
) {
  const { db, learner, now } = visit
  return [
    correctName(db, { company, name, nameKey: nameKey(name), member: found.id, by: learner.id, now, when }),
    recordEntry(db, { company, by: learner.id, subject: found.id, now, action: 'name-corrected' }),
    mailMembers(visit, {
      id: `named-${dayOf(now)}`,
      kind: 'name-corrected',
      recipients: whoWasNamed(found.id, now),
      values: { company: found.company, name, by: found.viewerName },
    }),
  ]
}
