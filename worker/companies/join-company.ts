import { countUse } from '../accounts/limits.ts'
import { randomId } from '../chance.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit, Visit } from '../visit.ts'
import { nameKey } from './name-key.ts'
import { readJoinCode } from './rules.ts'
import { recordJoining, selectLiveInvitation } from './store.ts'

const hour = 3_600_000
const mostPerAddress = 60
const mostInAll = 300

export type LiveInvitation = Awaited<ReturnType<typeof selectLiveInvitation>>[number]

/** What a code leads to. Look-ups are counted; an unknown, used, expired or replaced code is one and the same refusal. */
export async function findInvitation(visit: Visit, typed: string): Promise<LiveInvitation & { code: string }> {
  const { db, settings, headers, now } = visit
  const address = settings.ON_CLOUDFLARE ? headers.get('cf-connecting-ip') : undefined
  const uses = await countUse(db, address ? `join ${address}` : 'join', hour, now)
  if (uses > (address ? mostPerAddress : mostInAll)) throw new Refusal('too-many', 'join codes looked up')

  const code = readJoinCode(typed)
  const [invitation] = code ? await selectLiveInvitation(db, code, now) : []
  if (!code || !invitation) throw new Refusal('not-found', 'join-code')
  return { ...invitation, code }
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

/** Joins a company once. Gives its id; a second press, or somebody who is in already, changes nothing. */
export async function joinCompany(
  { db, learner, now }: SignedInVisit,
  { code, name, termsVersion, earlier }: Joining,
): Promise<string> {
  const membership = { id: randomId(), learner: learner.id, name, nameKey: nameKey(name), termsVersion, joinedAt: now }
  const [, , , [joined]] = await db.batch(recordJoining(db, membership, code, earlier))
  if (!joined) throw new Refusal('not-found', 'join-code')
  return joined.company
}
