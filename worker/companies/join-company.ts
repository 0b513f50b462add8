import { inBatch } from '../db/in-batch.ts'
import { countMiss, selectMisses } from '../accounts/limits.ts'
import { sourceKeyOf } from '../accounts/source.ts'
import { randomId } from '../chance.ts'
import { logEvent } from '../log.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { nameKey } from './name-key.ts'
import { companyOf, recordEntry } from './audit/store.ts'
import { readJoinCode } from './rules.ts'
import { isMembership, recordJoining, selectJoined, selectLiveInvitation } from './store.ts'

/** An office of 250 that joins in one hour, each mistyping once, stays below it. */
export const mostMisses = 500

export type LiveInvitation = Awaited<ReturnType<typeof selectLiveInvitation>>[number]

/**
 * What a code leads to; an unknown, used, expired or replaced one is one and the same refusal. Misses are counted per
 * source: a source with too many finds nothing more in that hour.
 */
export async function findInvitation(visit: Visit, typed: string): Promise<LiveInvitation & { code: string }> {
  const { db, now } = visit
  const source = await sourceKeyOf(visit)
  const code = readJoinCode(typed) ?? ''
  const [[invitation], [counted]] = await db.batch([
    selectLiveInvitation(db, code, { now, learner: visit.learner?.id ?? '' }),
    selectMisses(db, 'join code', source, now),
  ])
  const isStopped = (counted?.uses ?? 0) >= mostMisses
  if (invitation && !isStopped) return { ...invitation, code }

  if (isStopped || (await countMiss(db, 'join code', source, now)) > mostMisses)
    throw new Refusal('too-many', 'wrong join codes')
  throw new Refusal('not-found', 'join-code')
}

export interface Joining {
  code: string
  /** The name colleagues know. */
  name: string
  /** The version of the terms that was shown and accepted. */
  termsVersion: number
  /** Earlier courses the learner chose to show. */
  earlier: string[]
}

/** The company that a code led this learner into: a code for one is used up by then, and its form may be sent again. */
export async function findJoined({ db, learner }: SignedInVisit, typed: string): Promise<string | undefined> {
  const [joined] = await selectJoined(db, learner.id, readJoinCode(typed) ?? '')
  return joined?.company
}

/** Joins a company once. Gives its id; a second press, or somebody who is in already, changes nothing. */
export async function joinCompany(
  visit: SignedInVisit,
  { code, name, termsVersion, earlier }: Joining,
): Promise<string> {
  const { db, learner, now } = visit
  const membership = { id: randomId(), learner: learner.id, name, nameKey: nameKey(name), termsVersion, joinedAt: now }
  const {
    companies: [joined],
  } = await inBatch(db, {
    ...recordJoining(db, membership, code, earlier),
    entered: recordEntry(db, {
      company: companyOf(membership.id),
      by: learner.id,
      action: 'member-joined',
      now,
      when: isMembership(membership.id),
    }),
  })
  if (!joined) throw new Refusal('not-found', 'join-code')
  logEvent(visit, 'member-joined', { learner: learner.id })
  return joined.company
}
