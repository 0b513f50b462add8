import { countMiss, selectMisses } from '../../accounts/limits.ts'
import { sourceKeyOf } from '../../accounts/source.ts'
import { inBatch } from '../../db/in-batch.ts'
import { logEvent } from '../../log.ts'
import { sendMails } from '../../mail/send-mails.ts'
import { Refusal } from '../../refusal.ts'
import type { SignedInVisit } from '../../visit.ts'
import { recordEntry } from '../audit/store.ts'
import { mostMisses } from '../join-company.ts'
import { mailMembers } from '../members/mail-members.ts'
import { newCode, readJoinCode } from '../rules.ts'
import { unlessDone } from '../unless-done.ts'
import { findMerger } from './ask-merger.ts'
import {
  endAsk,
  offerToRest,
  recordAsk,
  recordMerger,
  selectAsk,
  selectMerged,
  selectObstacle,
  selectOwned,
  whoWasAsked,
} from './store.ts'

/** Why two companies do not become one. */
export const mergerFaults = ['same', 'not-yours', 'closed', 'comes-here', 'merging'] as const
export type MergerFault = (typeof mergerFaults)[number]

/**
 * The company whose owner asks by this code, and the viewer's own companies that it could go into. A code that leads
 * nowhere is not found, whatever became of it; misses are counted together with those of codes to join with.
 */
export async function findAsk(visit: SignedInVisit, typed: string) {
  const { db, now, learner } = visit
  const source = await sourceKeyOf(visit)
  const code = readJoinCode(typed) ?? ''
  const [[ask], owned, [counted]] = await db.batch([
    selectAsk(db, code, now),
    selectOwned(db, learner.id, ''),
    selectMisses(db, 'join code', source, now),
  ])
  const isStopped = (counted?.uses ?? 0) >= mostMisses
  if (ask && !isStopped) return { ...ask, code, owned: owned.filter(({ id }) => id !== ask.company) }

  if (isStopped || (await countMiss(db, 'join code', source, now)) > mostMisses)
    throw new Refusal('too-many', 'wrong join codes')
  throw new Refusal('not-found', 'merger')
}

/** The yes of an owner of the company that stays, to whoever asked by the code. Given already, it stays given. */
export function acceptMerger(visit: SignedInVisit, typed: string, into: string): Promise<string> {
  const work = async () => {
    const { company, name, code, owned } = await findAsk(visit, typed)
    return merge(visit, { company, name, code }, targetIn(owned, company, into))
  }
  const asked = { code: readJoinCode(typed) ?? '' }
  return unlessDone(work, { reasons: ['merger', 'merging'], done: () => findMerged(visit, asked, into) })
}

/** The same by whoever owns both, who is asked by nobody but themselves. */
export function mergeOwned(visit: SignedInVisit, company: string, into: string): Promise<string> {
  return unlessDone(() => mergeOwn(visit, company, into), {
    reasons: ['merging'],
    done: () => findMerged(visit, { company }, into),
  })
}

/** The company that an owner has said yes to take another one into, named by its code or itself. */
async function findMerged({ db, learner }: SignedInVisit, asked: Parameters<typeof selectMerged>[1], into: string) {
  return (await selectMerged(db, asked, { into, owner: learner.id }))[0]?.into
}

async function mergeOwn(visit: SignedInVisit, company: string, into: string): Promise<string> {
  const { db, learner, now } = visit
  const { name, owned, into: already } = await findMerger(visit, company)
  if (already) throw new Refusal('conflict', 'merging')
  const target = targetIn(owned, company, into)
  const { code, expiresAt } = newCode(crypto.getRandomValues(new Uint8Array(16)), now)
  return merge(visit, { company, name, code }, target, recordAsk(db, company, { code, by: learner.id, now, expiresAt }))
}

function targetIn(owned: { id: string; name: string }[], company: string, into: string) {
  const target = owned.find(({ id }) => id === into)
  if (!target) throw new Refusal('conflict', into === company ? 'same' : 'not-yours')
  return target
}

/**
 * Each member of the closing company is asked, on /me and by mail, to come along, and until their own yes nothing of
 * theirs moves. Refuses (`conflict`, a MergerFault) what cannot be, and then nothing has changed.
 */
async function merge(
  visit: SignedInVisit,
  { company, name, code }: { company: string; name: string; code: string },
  target: { id: string; name: string },
  ask?: ReturnType<typeof recordAsk>,
): Promise<string> {
  const { db, learner, now } = visit
  const facts = { code, company, into: target.id, by: learner.id, now }
  const { merged, answered } = recordMerger(db, facts)
  const entry = { by: learner.id, action: 'company-merged', now } as const
  const done = await inBatch(db, {
    ask: ask ? [ask.replaced, ask.asked] : [],
    merged,
    entered: recordEntry(db, { ...entry, company, facts: { part: 'closing' } }),
    enteredThere: recordEntry(db, { ...entry, company: target.id, facts: { part: 'staying' } }),
    answered,
    ended: ask ? [endAsk(db, code, now)] : [],
    offered: offerToRest(db, company, { by: learner.id, now }),
    told: mailMembers(visit, {
      id: `merger-${now.getTime()}`,
      kind: 'merger-offer',
      recipients: whoWasAsked(company, now),
      values: { company: name, other: target.name },
    }),
    obstacle: selectObstacle(db, facts),
  })
  if (done.merged.length === 0) throw new Refusal('conflict', faultIn(done.obstacle[0]))
  logEvent(visit, 'company-merged', { learner: learner.id })
  visit.later(sendMails(visit))
  return target.id
}

function faultIn(obstacle: { isClosed: boolean; comesHere: boolean } | undefined): MergerFault {
  if (!obstacle || obstacle.isClosed) return 'closed'
  return obstacle.comesHere ? 'comes-here' : 'merging'
}
