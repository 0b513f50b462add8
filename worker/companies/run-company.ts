import { Refusal } from '../refusal.ts'
import type { SignedInVisit } from '../visit.ts'
import { codeDays, codeFrom } from './rules.ts'
import {
  changeRole as change,
  leave,
  recordInvitation,
  recordShares,
  removeMember as remove,
  removeShares,
} from './store.ts'

const day = 24 * 3_600_000

/** A new join code; `uses` null is for the whole team and replaces the one before. Not found for whoever does not run the company. */
export async function inviteMembers(
  { db, learner, now }: SignedInVisit,
  company: string,
  uses: number | null,
): Promise<string> {
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(16)))
  const expiresAt = new Date(now.getTime() + codeDays * day)
  const [, , [made]] = await db.batch(
    recordInvitation(db, company, { code, learner: learner.id, now, expiresAt, uses }),
  )
  if (!made) throw new Refusal('not-found', 'company')
  return made.code
}

export async function changeRole(
  { db, learner }: SignedInVisit,
  company: string,
  member: string,
  role: 'owner' | 'manager' | 'member',
): Promise<void> {
  const changed = await change(db, company, { member, role, by: learner.id })
  if (changed.length === 0) throw new Refusal('not-found', 'member')
}

export async function removeMember(
  { db, learner, now }: SignedInVisit,
  company: string,
  member: string,
): Promise<void> {
  const removed = await remove(db, company, { member, by: learner.id, now })
  if (removed.length === 0) throw new Refusal('not-found', 'member')
}

/** Leaves a company. What the learner did stays the learner's; the company sees nothing of it from now on. */
export async function leaveCompany({ db, learner, now }: SignedInVisit, company: string): Promise<void> {
  const left = await leave(db, company, { learner: learner.id, now })
  if (left.length === 0) throw new Refusal('conflict', 'last-owner')
}

/** Exactly these earlier courses are shown to the company from now on. */
export async function shareEarlier(
  { db, learner, now }: SignedInVisit,
  membership: string,
  courses: string[],
): Promise<void> {
  await db.batch([
    removeShares(db, { membership, learner: learner.id, courses }),
    recordShares(db, { membership, learner: learner.id, courses, at: now }),
  ])
}
