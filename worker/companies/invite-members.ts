import { inBatch } from '../db/in-batch.ts'
import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { recordEntry } from './audit/store.ts'
import { newCode } from './rules.ts'
import { recordInvitation } from './invitations/codes/store.ts'

/**
 * A new join code; `uses` null is for the whole team and replaces the one before. Not found for whoever does not run the company;
 * `too-many` where a day's are used up.
 */
export async function inviteMembers(
  { db, learner, now }: SignedInVisit,
  company: string,
  uses: number | null,
): Promise<string> {
  const invitation = { ...newCode(crypto.getRandomValues(new Uint8Array(16)), now), learner: learner.id, now, uses }
  const { codes, runs: mayRun, ...recorded } = recordInvitation(db, company, invitation)
  const facts = { for: uses === null ? 'team' : 'one' }
  const {
    codes: [made],
    runs: [runs],
  } = await inBatch(db, {
    ...recorded,
    entered: recordEntry(db, { company, by: learner.id, action: 'link-made', facts, now }),
    runs: mayRun,
    codes,
  })
  if (!runs?.isTrue) throw new Refusal('not-found', 'company')
  if (!made) throw new Refusal('too-many', 'codes in a day')
  return made.code
}
